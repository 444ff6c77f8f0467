import * as z from 'zod/mini'
import type { TicketTable } from '../domain/ticketTable.ts'
import { TICKET_COLUMNS } from '../domain/ticketTable.ts'
import { RATING_COLUMNS } from '../domain/ratingRecords.ts'

/** Grows when what is stored changes its shape: what an older version stored is then thrown away and read again. */
export const STORED_VERSION = 2

const instant = z.int().check(z.nonnegative())

const listingSchema = z.union([
  z.object({ kind: z.literal('changes'), since: instant }),
  z.object({ kind: z.literal('search'), query: z.string() }),
  z.object({ kind: z.literal('ratings'), since: instant }),
])

/** How a chunk was read: one page, or, when open, that page and all that follow it. */
const sourceSchema = z.object({ listing: listingSchema, cursor: z.nullable(z.string()), isOpen: z.boolean() })
const laneSchema = z.object({ listing: listingSchema, cursor: z.nullable(z.string()), isDone: z.boolean() })

const readingSchema = z.object({
  /** The chunks that hold it, in the order in which they were read, and how each was read. */
  chunks: z.array(z.object({ place: z.int(), sources: z.array(sourceSchema) })),
  /** What is being read; `null` between passes. */
  pass: z.nullable(
    z.object({
      startedAt: instant,
      /** Which periods are whole as soon as all but the last lane of the first list are done. */
      soon: z.nullable(instant),
      lanes: z.readonly(z.array(z.readonly(z.array(z.readonly(laneSchema))))),
    }),
  ),
  /** When the last whole pass began; `null` before there was one. */
  asOf: z.nullable(instant),
  /** Periods that begin here or later are whole; `null` while none is. */
  wholeSince: z.nullable(instant),
  /** Where the export goes on. */
  bookmark: z.nullable(z.string()),
  /** How many tickets there would be, as counted when the reading began. */
  expected: z.nullable(z.int()),
})

const markSchema = z.object({
  version: z.literal(STORED_VERSION),
  /** Grows with every change, so that of two copies that write only one goes on. */
  revision: z.int(),
  /** The settings that decide what is stored. */
  fingerprint: z.string(),
  since: instant,
  /** What is shown. */
  whole: z.nullable(readingSchema),
  /** What is read anew beside it, the first time or because tickets went away unseen. */
  next: z.nullable(readingSchema),
  /** Whether the account counts other tickets than we have; told twice, everything is read anew. */
  isSuspect: z.boolean(),
  /** When the tickets were last counted. */
  countedAt: instant,
  /** The number for the next chunk. */
  nextPlace: z.int(),
  lease: z.nullable(z.object({ holder: z.string(), until: z.number() })),
  exports: z.array(z.number()),
  seen: z.object({
    ratings: z.nullable(z.boolean()),
    metricSetsInSearch: z.nullable(z.boolean()),
    limitHeaders: z.nullable(z.boolean()),
  }),
})

export type Mark = z.output<typeof markSchema>
export type Reading = z.output<typeof readingSchema>
export type Source = z.output<typeof sourceSchema>

/** What a store brought back, or `null` when it is not what this version stores. */
export function parseMark(stored: unknown, fingerprint: string): Mark | null {
  const parsed = z.safeParse(markSchema, stored)
  return parsed.success && parsed.data.fingerprint === fingerprint ? parsed.data : null
}

const columnSchema = z.custom<Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  (value) =>
    value instanceof Uint8Array ||
    value instanceof Uint16Array ||
    value instanceof Uint32Array ||
    value instanceof Float64Array,
)

const columnsSchema = (names: readonly string[]) =>
  z
    .object({
      length: z.int().check(z.nonnegative()),
      arrays: z.object(Object.fromEntries(names.map((name) => [name, columnSchema]))),
    })
    .check(z.refine(({ length, arrays }) => names.every((name) => arrays[name]!.length === length)))

const tableSchema = z.object({
  tickets: columnsSchema(TICKET_COLUMNS),
  ratings: columnsSchema(RATING_COLUMNS),
  agents: z.array(z.number()),
  groups: z.array(z.number()),
  channels: z.array(z.string()),
  priorities: z.array(z.string()),
  brands: z.array(z.number()),
  unreadable: z.int().check(z.nonnegative()),
  revision: z.number(),
})

/** A chunk of columns, or `null` when it is broken: a column missing or of another length, a place that no dictionary has. */
export function parseChunk(stored: unknown): TicketTable | null {
  const parsed = z.safeParse(tableSchema, stored)
  if (!parsed.success) return null
  const table = parsed.data as unknown as TicketTable
  const { tickets, ratings } = table
  const lies = (column: ArrayLike<number>, least: number, most: number) => {
    for (let row = 0; row < column.length; row++) if (!(column[row]! >= least && column[row]! <= most)) return false
    return true
  }
  const holds = (column: ArrayLike<number>, dictionary: readonly unknown[]) => lies(column, 0, dictionary.length)
  const isWhole =
    holds(tickets.arrays.agent, table.agents) &&
    holds(tickets.arrays.group, table.groups) &&
    holds(tickets.arrays.channel, table.channels) &&
    holds(tickets.arrays.priority, table.priorities) &&
    holds(tickets.arrays.brand, table.brands) &&
    holds(ratings.arrays.agent, table.agents) &&
    holds(ratings.arrays.group, table.groups) &&
    lies(tickets.arrays.id, 1, Infinity) &&
    lies(ratings.arrays.id, 1, Infinity)
  return isWhole ? table : null
}
