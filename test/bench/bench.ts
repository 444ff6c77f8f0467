import 'temporal-polyfill/global'
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Answer, compareAnswers } from './answer.ts'
import { arquero } from './engines/arquero.ts'
import { crossfilter } from './engines/crossfilter.ts'
import { duckdb } from './engines/duckdb.ts'
import type { Engine, Loaded } from './engines/engine.ts'
import { ask, laurel } from './engines/laurel.ts'
import { lodash } from './engines/lodash.ts'
import { naive } from './engines/naive.ts'
import { tidy } from './engines/tidy.ts'
import { ingestBench, printIngest } from './ingest.ts'
import { retainedPerTicket } from './memory.ts'
import { question } from './question.ts'
import { printRequests, requestsBench } from './requests.ts'
import {
  type Bound,
  gates,
  HEADING,
  isMissed,
  printedBound,
  printedGate,
  printedRow,
  type Results,
  type Row,
} from './results.ts'
import { bytesTouched, forgetMemory, streamingSpeed } from './streaming.ts'
import { median, milliseconds, timePairs, times } from './timing.ts'

/*
 * Started by start.ts, in the project's folder. Every engine has to give our numbers before it is timed. `--check` fails when a
 * promise is not kept; a promise about a size that was not asked for is not looked at.
 */

const ENGINES = [crossfilter, arquero, lodash, duckdb, tidy, naive]
const SIZES = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 }
const LARGEST = SIZES['1m']
/** A run longer than this is not worth waiting for. */
const PATIENCE_MILLISECONDS = 60_000
const BOUND_PAIRS = 15

async function compare(engine: Engine, size: number, ours: Loaded): Promise<Row> {
  const row = { engine: engine.name, size, numbers: null, pair: null, skipped: null }
  if (engine === naive && size === LARGEST) return { ...row, skipped: 'skipped: the raw tickets alone are about 8 GB' }
  const theirs = await engine.load(size)
  try {
    let answer: Answer = []
    const first = milliseconds(() => (answer = theirs.run()))
    if (first > PATIENCE_MILLISECONDS) return { ...row, skipped: `skipped: ${(first / 1000).toFixed(0)} s a run` }
    const { numbers, differing } = compareAnswers(ours.run(), answer)
    if (differing > 0) throw new Error(`${engine.name} differs in ${differing} of ${numbers} numbers at ${size}`)
    return { ...row, numbers, pair: timePairs(ours.run, theirs.run) }
  } finally {
    theirs.close?.()
  }
}

/** Takes turns too: streams, computes, and again. */
function measureBound(size: number): Bound {
  const { table, bytes } = retainedPerTicket(size)
  const asked = question()
  const touched = bytesTouched(table)
  for (let warmUp = 0; warmUp < 5; warmUp++) {
    streamingSpeed()
    ask(table, asked)
  }
  const turns = Array.from({ length: BOUND_PAIRS }, () => {
    const speed = streamingSpeed()
    return { speed, streaming: touched / speed, aggregate: milliseconds(() => ask(table, asked)) }
  })
  forgetMemory()
  return {
    size,
    bytesPerTicket: touched / size,
    gigabytesPerSecond: median(turns.map(({ speed }) => speed)) / 1e6,
    streaming: times(turns.map(({ streaming }) => streaming)),
    aggregate: times(turns.map(({ aggregate }) => aggregate)),
    ratio: median(turns.map(({ streaming, aggregate }) => aggregate / streaming)),
    retainedBytesPerTicket: bytes,
  }
}

async function measureCore(size: string | undefined, coreBytes: number, check: boolean): Promise<Results> {
  const sizes = Object.entries(SIZES).filter(([name]) => size === undefined || size.toLowerCase() === name)
  if (sizes.length === 0) throw new Error('--size is one of 10k, 100k, 1m')
  const bound = sizes.some(([, each]) => each === LARGEST) ? measureBound(LARGEST) : null
  const rows: Row[] = []
  console.log(HEADING)
  for (const [, each] of sizes) {
    const ours = await laurel.load(each)
    for (const engine of ENGINES) {
      const row = await compare(engine, each, ours)
      rows.push(row)
      console.log(printedRow(row))
    }
  }
  const results = { rows, bound, coreBytes }
  if (bound !== null) console.log(`\n${printedBound(bound)}`)
  console.log(`\n${gates(results).map(printedGate).join('\n')}`)
  if (check && gates(results).some(isMissed)) process.exitCode = 1
  return results
}

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean' },
    size: { type: 'string' },
    part: { type: 'string' },
    'core-bytes': { type: 'string' },
  },
})
const part = options.part ?? (options.size === undefined ? null : 'core')
const wants = (name: string) => part === null || part === name
const results: Record<string, unknown> = {}
if (wants('core')) {
  const core = await measureCore(options.size, Number(options['core-bytes']), options.check === true)
  results['core'] = { ...core, gates: gates(core) }
}
if (wants('ingest')) {
  const ingest = ingestBench()
  console.log()
  printIngest(ingest)
  results['ingest'] = ingest
}
if (wants('requests')) {
  const requests = await requestsBench()
  console.log()
  printRequests(requests)
  results['requests'] = requests
}
mkdirSync('tmp', { recursive: true })
writeFileSync('tmp/bench.json', `${JSON.stringify(results, null, 2)}\n`)
