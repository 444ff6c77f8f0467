import type { Columns } from './columns.ts'

/** Finds the row that holds an id: an open-addressing hash over the `id` column, about 8 bytes a row. */
export interface RowIndex {
  /** The row of this id, or -1. */
  find(id: number): number
  /** Tells of a row just appended. */
  add(row: number): void
}

function indexRows(columns: Columns<string>): RowIndex {
  let slots = new Int32Array(0)

  function rebuild() {
    slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, columns.length * 2))))
    for (let row = 0; row < columns.length; row++) place(row)
  }

  function place(row: number) {
    slots[freeOrHolding(columns.arrays['id']![row]! - 1)] = row + 1
  }

  /** The slot that holds this id, or the free one where it would go. */
  function freeOrHolding(id: number): number {
    const ids = columns.arrays['id']!
    const mask = slots.length - 1
    let slot = scatter(id) & mask
    for (let held = slots[slot]!; held !== 0 && ids[held - 1]! - 1 !== id; held = slots[slot]!) slot = (slot + 1) & mask
    return slot
  }

  rebuild()
  return {
    find: (id) => slots[freeOrHolding(id)]! - 1,
    add(row) {
      if (columns.length * 1.5 > slots.length) rebuild()
      else place(row)
    },
  }
}

/** Spreads neighbouring ids over all slots (Fibonacci hashing), ids above 2^32 included. */
function scatter(id: number): number {
  const folded = (id ^ Math.floor(id / 0x100000000)) >>> 0
  const mixed = Math.imul(folded, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

const indexes = new WeakMap<object, RowIndex>()

/** The index of these columns. It is derived, so that the columns themselves stay plain data that can be stored. */
export function rowsOf(columns: Columns<string>): RowIndex {
  let index = indexes.get(columns)
  if (index === undefined) {
    index = indexRows(columns)
    indexes.set(columns, index)
  }
  return index
}
