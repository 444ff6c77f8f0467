import type { Answer, Cell } from '../answer.ts'

/** Something that can answer the question of the bench. */
export interface Engine {
  readonly name: string
  /** Brings the tickets of this size into the engine's own form; not timed. */
  readonly load: (size: number) => Promise<Loaded> | Loaded
}

export interface Loaded {
  /** Answers the whole question, every number of it in JavaScript's hands; timed. */
  readonly run: () => Answer
  readonly close?: () => void
}

/**
 * A package of the bench's own, which need not be installed for the types to be checked: each engine says by hand what it
 * uses of its package.
 */
export async function fromPackage<Used>(name: string): Promise<Used> {
  return (await import(name)) as Used
}

/** Reads every number of a column once, so that a column that is only pointed at counts as handed over. */
export function sumOf(column: ArrayLike<unknown>): number {
  if (column instanceof Int32Array) return sumOfCounts(column)
  if (column instanceof Float64Array) return sumOfMinutes(column)
  let sum = 0
  for (let at = 0; at < column.length; at++) sum += Number(column[at])
  return sum
}

function sumOfCounts(column: Int32Array): number {
  let sum = 0
  for (let at = 0; at < column.length; at++) sum += column[at]!
  return sum
}

function sumOfMinutes(column: Float64Array): number {
  let sum = 0
  for (let at = 0; at < column.length; at++) sum += column[at]!
  return sum
}

/** Reads columns of equal length as cells. */
export function* cellsFrom(columns: Readonly<Record<string, ArrayLike<unknown>>>): Generator<Cell> {
  const entries = Object.entries(columns)
  const length = entries[0]![1].length
  for (let row = 0; row < length; row++) {
    yield Object.fromEntries(entries.map(([name, values]) => [name, toNumber(values[row])]))
  }
}

const toNumber = (value: unknown) => (value === null || value === undefined ? null : Number(value))
