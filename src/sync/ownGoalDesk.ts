import * as z from 'zod/mini'
import { METRIC_KEYS } from '../domain/metrics.ts'
import type { MetricKey } from '../domain/metrics.ts'
import type { Drawer } from './drawer.ts'

/** What a person wants to work on in a period, and a word to themselves. */
export interface OwnGoal {
  /** The period's id. */
  readonly period: string
  readonly metric: MetricKey
  readonly note: string
}

/** Keeps the person's own goals in this browser, and shows them to nobody else. */
export interface OwnGoalDesk {
  /** All goals ever set here, the latest period last. */
  readonly read: () => Promise<readonly OwnGoal[]>
  /** Sets the goal of its period; `false`: this browser keeps nothing beyond this tab. */
  readonly set: (goal: OwnGoal) => Promise<boolean>
  readonly remove: (period: string) => Promise<boolean>
}

export const NOTE_LENGTH = 500

const goalsSchema = z.array(
  z.object({
    period: z.string(),
    metric: z.enum(METRIC_KEYS),
    note: z.string().check(z.maxLength(NOTE_LENGTH)),
  }),
)

/** @param owner the account and the person */
export function ownGoalDesk(drawer: Drawer, owner: string): OwnGoalDesk {
  const key = `ownGoal/${owner}`
  /** What could not be kept lasts as long as this copy. */
  let unkept: readonly OwnGoal[] | null = null

  async function read(): Promise<readonly OwnGoal[]> {
    if (unkept !== null) return unkept
    const kept = z.safeParse(goalsSchema, await drawer.take(key).catch(() => null))
    return kept.success ? kept.data : []
  }

  async function write(goals: readonly OwnGoal[]): Promise<boolean> {
    try {
      await drawer.put(key, goals)
      unkept = null
      return true
    } catch {
      unkept = goals
      return false
    }
  }

  return {
    read,
    set: async (goal) => write([...(await read()).filter(({ period }) => period !== goal.period), goal]),
    remove: async (period) => write((await read()).filter((goal) => goal.period !== period)),
  }
}
