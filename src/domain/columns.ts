/** Non-negative integers in as few bytes as the greatest of them needs. */
export type IntegerArray = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** The least whole number of eights that is more than this: room for some rows and at least one that is none. */
export const inEights = (rows: number): number => (rows + 8) & ~7

/**
 * Columns of equal length, one integer per row in each. A cell holds value + 1, so that 0 can stand for "absent"
 * while the value 0 stays a value. Arrays are longer than `length`: what lies behind it is spare room.
 */
export interface Columns<Name extends string> {
  length: number
  readonly arrays: Record<Name, IntegerArray>
}

/** Columns of these names without a row. */
export function emptyColumns<Name extends string>(names: readonly Name[]): Columns<Name> {
  const arrays = {} as Record<Name, IntegerArray>
  for (const name of names) arrays[name] = new Uint8Array(16)
  return { length: 0, arrays }
}

/** The value, or `null` where the cell is absent. */
export function readCell<Name extends string>(columns: Columns<Name>, name: Name, row: number): number | null {
  const stored = columns.arrays[name][row]!
  return stored === 0 ? null : stored - 1
}

/** Puts a non-negative integer or `null` into a cell; a row one past the end lengthens the columns. */
export function writeCell<Name extends string>(
  columns: Columns<Name>,
  name: Name,
  row: number,
  value: number | null,
): void {
  const stored = value === null ? 0 : value + 1
  const array = columns.arrays[name]
  if (row < array.length) array[row] = stored
  // Nothing is there past the end, and what is too great for an array is not kept as it was.
  if (array[row] !== stored) (columns.arrays[name] = withRoomFor(array, row, stored))[row] = stored
  if (row >= columns.length) columns.length = row + 1
}

/**
 * Copies cells of one column into the same column of others, as they are stored: row `rows[i]` into `targets[i]`, which may lie past the end. The
 * caller lengthens the columns when all of them are copied.
 * @param places for a column of places in a dictionary: for each place of the one dictionary the place in the other
 */
export function copyCells<Name extends string>(
  into: Columns<Name>,
  from: Columns<Name>,
  name: Name,
  rows: Int32Array,
  targets: Int32Array,
  places: readonly number[] | null,
): void {
  const source = from.arrays[name]
  const moved = places && [0, ...places.map((place) => place + 1)]
  let last = -1
  let greatest = 0
  for (let at = 0; at < rows.length; at++) {
    const stored = moved === null ? source[rows[at]!]! : moved[source[rows[at]!]!]!
    if (stored > greatest) greatest = stored
    if (targets[at]! > last) last = targets[at]!
  }
  const target = (into.arrays[name] = withRoomFor(into.arrays[name], last, greatest))
  for (let at = 0; at < rows.length; at++)
    target[targets[at]!] = moved === null ? source[rows[at]!]! : moved[source[rows[at]!]!]!
}

/** Drops the spare room, as before storing. */
export function trimmed<Name extends string>(columns: Columns<Name>): Columns<Name> {
  const arrays = { ...columns.arrays }
  for (const name of Object.keys(arrays) as Name[]) arrays[name] = arrays[name].slice(0, columns.length)
  return { length: columns.length, arrays }
}

/** Bytes that the rows themselves take, spare room not counted. */
export function bytesIn(columns: Columns<string>): number {
  return Object.values(columns.arrays).reduce((sum, array) => sum + array.BYTES_PER_ELEMENT * columns.length, 0)
}

/** The array itself where it reaches to this row and holds so great a number, else a copy that does. */
function withRoomFor(array: IntegerArray, row: number, stored: number): IntegerArray {
  const length = row < array.length ? array.length : Math.max(row + 1, Math.ceil(array.length * 1.5))
  const Kind =
    stored > 0xffffffff || array instanceof Float64Array
      ? Float64Array
      : stored > 0xffff || array instanceof Uint32Array
        ? Uint32Array
        : stored > 0xff || array instanceof Uint16Array
          ? Uint16Array
          : Uint8Array
  if (length === array.length && array instanceof Kind) return array
  const wider = new Kind(length)
  wider.set(array)
  return wider
}
