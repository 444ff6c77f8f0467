import * as z from 'zod/mini'
import { ownTickets } from '../domain/lastLook.ts'
import { type Instant, localDay } from '../domain/period.ts'
import { compactTable, type TicketTable } from '../domain/ticketTable.ts'
import type { Drawer } from './drawer.ts'
import { parseChunk } from './stored.ts'
import type { Facts } from './syncState.ts'

/** The person's own tickets as they were when they looked. */
export interface Look {
  readonly asOf: Instant
  readonly table: TicketTable
}

/** Remembers what the person saw on the last day that they looked. */
export interface LookDesk {
  /** Tells what is seen now, and gives what was seen last on an earlier day; `null`: nothing that is still known. */
  readonly see: (facts: Facts) => Promise<Look | null>
}

const keptSchema = z.object({ latest: z.unknown(), before: z.unknown() })
const lookSchema = z.object({ asOf: z.int().check(z.nonnegative()), table: z.unknown() })

/** What was kept, or `null` where it is not what this version keeps. */
function parseLook(kept: unknown): Look | null {
  const look = z.safeParse(lookSchema, kept)
  const table = look.success ? parseChunk(look.data.table) : null
  return look.success && table !== null ? { asOf: look.data.asOf, table } : null
}

/**
 * @param owner the account and the person; looks of others in this browser are thrown away
 * @param timeZone the zone in which days begin
 */
export function lookDesk(drawer: Drawer, owner: string, timeZone: string): LookDesk {
  const key = `look/${owner}`
  /** What this copy showed last, for when nothing can be kept. */
  let last: { readonly asOf: Instant; readonly before: Look | null } | null = null

  async function see({ table, asOf, person }: Facts): Promise<Look | null> {
    if (last?.asOf === asOf) return last.before
    if (last === null) await drawer.drop((other) => other.startsWith('look/') && other !== key).catch(() => undefined)
    const kept = z.safeParse(keptSchema, await drawer.take(key).catch(() => null))
    const latest = kept.success ? parseLook(kept.data.latest) : null
    const isNewDay = latest !== null && localDay(latest.asOf, timeZone) < localDay(asOf, timeZone)
    const before = isNewDay ? latest : kept.success ? parseLook(kept.data.before) : null
    last = { asOf, before }
    // Another copy may have shown newer facts already.
    if (latest !== null && latest.asOf > asOf) return before
    const now: Look = { asOf, table: compactTable(ownTickets(table, person.id)) }
    await drawer.put(key, { latest: now, before }).catch(() => undefined)
    return before
  }

  return { see }
}
