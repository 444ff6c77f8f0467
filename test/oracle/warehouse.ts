import {
  BIGINT,
  BOOLEAN,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api'
import { metricSql, type SqlQuestion } from '../../src/headless/metricSql.ts'
import type { Rating, Ticket } from '../../src/domain/ticket.ts'
import { rating, ticket } from '../fixtures/ticket.ts'

/** A row of the answer: the dimensions asked for, and the numbers. */
export type Row = Readonly<Record<string, number | string | null>>

/** A warehouse that holds these facts; it answers by the SQL made from the declarations of the metrics. */
export async function warehouse(tickets: readonly Ticket[], ratings: readonly Rating[]) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await load('tickets', ticket(), tickets)
  await load('ratings', rating({ ticket: 1 }), ratings)

  async function load<Fact extends object>(name: string, example: Fact, facts: readonly Fact[]) {
    const columns = Object.keys(example) as (keyof Fact & string)[]
    const types = columns.map((column) => TYPES[column] ?? BIGINT)
    const declared = columns.map((column, place) => `"${column}" ${String(types[place])}`)
    await connection.run(`CREATE TABLE ${name} (${declared.join(', ')})`)
    const appender = await connection.createAppender(name)
    for (let from = 0; from < facts.length; from += 2048) {
      const some = facts.slice(from, from + 2048)
      const chunk = DuckDBDataChunk.create(types, some.length)
      chunk.setColumns(columns.map((column) => some.map((fact) => stored(fact[column]))))
      appender.appendDataChunk(chunk)
    }
    appender.closeSync()
  }

  return {
    async ask(question: SqlQuestion): Promise<readonly Row[]> {
      const answer = await connection.runAndReadAll(metricSql(question))
      return answer
        .getRowObjects()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, told(value)])))
    },
    close: () => connection.closeSync(),
  }
}

const TYPES: Readonly<Record<string, DuckDBType>> = {
  channel: VARCHAR,
  priority: VARCHAR,
  score: VARCHAR,
  leftOut: VARCHAR,
  hasMetricSet: BOOLEAN,
}

const stored = (value: unknown): DuckDBValue => (typeof value === 'number' ? BigInt(value) : (value as DuckDBValue))

const told = (value: DuckDBValue): number | string | null =>
  typeof value === 'bigint' ? Number(value) : (value as number | string | null)
