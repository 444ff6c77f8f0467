import { once } from 'node:events'
import { resolve } from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Answer } from '../answer.ts'
import { GROUPINGS, SPAN, WEEK_SECONDS } from '../question.ts'
import { ROW_KEYS, rowsOf } from '../rows.ts'
import { cellsFrom, type Engine } from './engine.ts'

type Columns = Readonly<Record<string, ArrayLike<unknown>>>

/**
 * The database in WebAssembly, called without a promise between; all five groupings in one query for each of the two dates.
 * As in a browser it has a thread of its own, for which we wait: its memory grows, and JavaScript in the same thread would from
 * then on have to look at every access to an array whether the memory behind it is still there.
 */
export const duckdb: Engine = {
  name: 'DuckDB-WASM',
  async load(size) {
    const { port1: port, port2: theirs } = new MessageChannel()
    const busy = new Int32Array(new SharedArrayBuffer(4))
    const worker = new Worker(resolve('test/bench/engines/duckdbThread.mjs'), {
      workerData: {
        csv: rowsOf(size)
          .map((row) => ROW_KEYS.map((key) => row[key] ?? '').join(','))
          .join('\n'),
        columns: `{${ROW_KEYS.map((key) => `'${key}': 'integer'`).join(', ')}}`,
        queries: [sql('created', REPLIES), sql('solved', SOLVES)],
        port: theirs,
        busy,
      },
      transferList: [theirs],
    })
    await Promise.race([once(port, 'message'), once(worker, 'error').then(([error]) => Promise.reject(error as Error))])
    const order = (command: 'run' | 'tell' | 'close') => {
      Atomics.store(busy, 0, 1)
      port.postMessage(command)
      Atomics.wait(busy, 0, 1)
    }
    const told = (half: number, place: number) => ({
      [Symbol.iterator]: () => {
        order('tell')
        const { message } = receiveMessageOnPort(port) as { message: readonly Columns[] }
        return cellsOf(message[half]!, place)
      },
    })
    return {
      run(): Answer {
        order('run')
        return GROUPINGS.map((_, place) => [told(0, place), told(1, place)])
      },
      close() {
        order('close')
        port.close()
        void worker.terminate()
      },
    }
  },
}

const REPLIES = `
  count(firstReply)::integer as replied,
  quantile_cont(firstReply, 0.5) as replyMedian,
  quantile_cont(firstReply, 0.9) as replyP90`

const SOLVES = `
  count(fullResolution)::integer as resolved,
  quantile_cont(fullResolution, 0.5) as resolutionMedian,
  quantile_cont(fullResolution, 0.9) as resolutionP90,
  count(replies + reopens)::integer as contacts,
  sum((replies = 1 and reopens = 0)::integer)::integer as firstContacts,
  count(rating)::integer as rated,
  sum(rating)::integer as good,
  count(reopens)::integer as solved,
  sum((reopens > 0)::integer)::integer as reopened`

function sql(date: string, summaries: string): string {
  const keys = GROUPINGS.map((grouping: readonly string[]) =>
    grouping.map((each) => (each === 'period' ? 'week' : each)),
  )
  return `
    select agent, week, "group", grouping(agent, week, "group")::integer as told, ${summaries}
    from (
      select *, ((${date} - ${SPAN.start}) // ${WEEK_SECONDS})::integer as week
      from tickets
      where agent is not null and ${date} >= ${SPAN.start} and ${date} < ${SPAN.end}
    )
    group by grouping sets (${keys.map((names) => `(${names.map((name) => `"${name}"`).join(', ')})`).join(', ')})`
}

/** `told` has a bit for each of agent, week and group that is not part of the grouping. */
function* cellsOf(columns: Columns, place: number) {
  const grouping: readonly string[] = GROUPINGS[place]!
  const told = ['agent', 'period', 'group'].reduce((bits, each) => bits * 2 + (grouping.includes(each) ? 0 : 1), 0)
  let row = 0
  for (const cell of cellsFrom(columns)) if (columns['told']![row++] === told) yield cell
}
