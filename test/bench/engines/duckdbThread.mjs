import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { workerData } from 'node:worker_threads'

/*
 * The thread of the database: it loads a table from CSV, then runs its queries as often as it is told to.
 * Plain JavaScript, because a thread does not get the TypeScript loader of the program that starts it.
 */

const require = createRequire(import.meta.url)

async function open(csv, columns) {
  const folder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'))
  const duck = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs')
  const bundle = (kind) => ({
    mainModule: join(folder, `duckdb-${kind}.wasm`),
    mainWorker: join(folder, `duckdb-node-${kind}.worker.cjs`),
  })
  const bundles = { mvp: bundle('mvp'), eh: bundle('eh') }
  const database = await duck.createDuckDB(bundles, new duck.VoidLogger(), duck.NODE_RUNTIME)
  await database.instantiate()
  database.registerFileText('tickets.csv', csv)
  const connection = database.connect()
  connection.query(
    `create table tickets as select * from read_csv('tickets.csv', header = false, columns = ${columns})`,
  )
  database.dropFile('tickets.csv')
  return connection
}

/** An array per column, each number read once; where values are absent the array of bare numbers would hide it. */
function materialize(result) {
  const columns = result.schema.fields.map(({ name }) => {
    const column = result.getChild(name)
    return [name, column.nullCount === 0 ? column.toArray() : Array.from(column)]
  })
  for (const [, values] of columns) sumOf(values)
  return Object.fromEntries(columns)
}

function sumOf(values) {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[at]
  return sum
}

const { csv, columns, queries, port, busy } = workerData
const connection = await open(csv, columns)
let answer = []
const commands = {
  run() {
    answer = queries.map((sql) => materialize(connection.query(sql)))
  },
  tell: () => port.postMessage(answer),
  close() {
    connection.close()
    port.close()
  },
}
port.on('message', (command) => {
  commands[command]()
  Atomics.store(busy, 0, 0)
  Atomics.notify(busy, 0)
})
port.postMessage('ready')
