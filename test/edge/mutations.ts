import type { Random } from '../zendesk/random.ts'

export type Node = Record<string, unknown>

/** What can stand where something else is due, as text: each place gets a copy of its own, which may be changed in turn. */
const VALUES: readonly string[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    255,
    65_536,
    2 ** 32,
    4_000_000_001,
    Number.MAX_SAFE_INTEGER,
    2 ** 53,
    1e308,
    '',
    '7',
    'good',
    'deleted',
    'SCRUBBED',
    'x'.repeat(3000),
    '\u202eםולש\u202c',
    '\u0000\u0007\u001b[2J',
    '\ud800',
    '__proto__',
    '2026-09-10',
    '2026-02-30T08:00:00Z',
    '2026-09-10T24:00:00Z',
    '2026-09-10T08:00:00+05:60',
    '0000-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59-23:59',
    '+275760-09-13T00:00:00Z',
    [],
    {},
    [null],
    [[]],
    { calendar: 1, business: [] },
  ].map((value) => JSON.stringify(value)),
  '-0',
  '123456789012345678901234567890',
  '['.repeat(300) + ']'.repeat(300),
  '{"__proto__": {"polluted": true, "id": 1}}',
  '{"constructor": {"prototype": {"polluted": true}}}',
]

const NAMES: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  'then',
  'id',
  'ticket_id',
  'result_type',
  'metric_set',
  'tickets',
  'ticket',
  'results',
  'metric_sets',
  'satisfaction_ratings',
  'users',
]

const CHARACTERS = ['{', '}', '[', ']', '"', ',', ':', '0', 'e', '-', '\\', '\u0000', 'é']

/** Each changes one part of an object or a list in place. */
const MUTATIONS: readonly ((random: Random, parent: Node, key: string) => void)[] = [
  (random, parent, key) => put(parent, key, anything(random)),
  (random, parent, key) => put(parent, key, anything(random)),
  (_, parent, key) => drop(parent, key),
  (random, parent, key) => {
    const value = parent[key]
    drop(parent, key)
    put(parent, random.pick(NAMES), value)
  },
  (random, parent, key) =>
    Array.isArray(parent)
      ? parent.splice(random.whole(0, parent.length + 1), 0, parent[Number(key)])
      : put(parent, random.pick(NAMES), parent[key]),
  (random, parent) => put(parent, random.pick(NAMES), anything(random)),
  (_, parent, key) => put(parent, key, [parent[key]]),
  (random, parent, key) => put(parent, key, { [random.pick(NAMES)]: parent[key] }),
  (_, parent, key) =>
    put(parent, key, Array.isArray(parent[key]) ? Object.assign({}, parent[key]) : JSON.stringify(parent[key])),
  (random, parent, key) => put(parent, key, parent[random.pick(Object.keys(parent))]),
]

/**
 * Changes something somewhere in a page, in place.
 * @param touch hears of every object on the way to the change
 */
export function mutate(random: Random, page: Node, touch: (object: object) => void): void {
  let parent = page
  for (;;) {
    touch(parent)
    const keys = Object.keys(parent)
    if (keys.length === 0) return
    const key = random.pick(keys)
    const value = parent[key]
    if (typeof value === 'object' && value !== null && random.chance(0.8)) {
      parent = value as Node
    } else {
      random.pick(MUTATIONS)(random, parent, key)
      return
    }
  }
}

/** The text cut short, or with a character of another kind in it. */
export function damage(random: Random, text: string): string {
  const at = random.whole(0, text.length)
  return text.slice(0, at) + (random.chance(0.5) ? '' : random.pick(CHARACTERS) + text.slice(at + 1))
}

function anything(random: Random): unknown {
  return JSON.parse(random.pick(VALUES))
}

function drop(parent: Node, key: string): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else Reflect.deleteProperty(parent, key)
}

/** As JSON.parse does: a part that happens to be called `__proto__` is a part like any other. */
function put(parent: Node, key: string, value: unknown): void {
  if (Array.isArray(parent) && !/^\d+$/.test(key)) parent.push(value)
  else Object.defineProperty(parent, key, { value, enumerable: true, writable: true, configurable: true })
}
