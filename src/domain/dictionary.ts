/** Values that recur, each written once; a column holds their places in this list. */
export type Dictionary<Value> = Value[]

const places = new WeakMap<object, Map<unknown, number>>()

/** The place of the value in the dictionary, which takes it in when it is new; absent stays absent. */
export function encode<Value>(dictionary: Dictionary<Value>, value: Value | null): number | null {
  if (value === null) return null
  const known = placesIn(dictionary)
  let place = known.get(value)
  if (place === undefined) {
    place = dictionary.push(value) - 1
    known.set(value, place)
  }
  return place
}

/** The value at a place; absent stays absent. */
export function decode<Value>(dictionary: Dictionary<Value>, place: number | null): Value | null {
  return place === null ? null : dictionary[place]!
}

/** The place of the value, or -1 when the dictionary does not hold it. */
export function placeOf<Value>(dictionary: Dictionary<Value>, value: Value): number {
  return placesIn(dictionary).get(value) ?? -1
}

/** The lookup is derived, so that the dictionary itself stays a plain list that can be stored. */
function placesIn(dictionary: Dictionary<unknown>): Map<unknown, number> {
  let known = places.get(dictionary)
  if (known?.size !== dictionary.length) {
    known = new Map(dictionary.map((value, place) => [value, place]))
    places.set(dictionary, known)
  }
  return known
}
