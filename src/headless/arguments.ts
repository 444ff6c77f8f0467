import { parseArgs } from 'node:util'
import { parseInstant } from '../zendesk/instant.ts'
import { isTimeZone, periodContaining, periodNamed, type Instant, type Period } from '../domain/period.ts'

/** What the command was asked for. */
export interface Arguments {
  /** A folder of answers, or the address of an account. */
  readonly from: string
  readonly settingsFile: string | null
  readonly period: Period
  readonly now: Instant
  readonly by: 'agent' | 'group'
  readonly json: boolean
}

/** A mistake of the person who typed the command: one line says which. */
export class UsageError extends Error {}

export const USAGE = `usage: npm run -s scorecards -- --from <folder|url> [--settings f.json] [--period 2026-09|2026-W38|2026-Q3|28d]
       [--time-zone Europe/Rome] [--now <ISO instant>] [--by agent|group] [--json]`

/**
 * Reads the command line. Absent: the month of `--now`, UTC, the present, by agent, a table.
 * @throws UsageError
 */
export function readArguments(args: readonly string[], present: Instant): Arguments {
  const { values } = parsed(args)
  if (values.from === undefined || values.from === '') throw new UsageError(`--from is missing\n${USAGE}`)
  if (isAddress(values.from) && !URL.canParse(values.from))
    throw new UsageError(`--from ${values.from}: no such address`)
  const timeZone = values['time-zone'] ?? 'UTC'
  if (!isTimeZone(timeZone)) throw new UsageError(`--time-zone ${timeZone}: no such time zone`)
  const now = values.now === undefined ? present : parseInstant(values.now)
  if (now === null)
    throw new UsageError(`--now ${values.now ?? ''}: expected an ISO instant such as 2026-09-30T12:00:00Z`)
  const period =
    values.period === undefined ? periodContaining('month', now, timeZone) : periodNamed(values.period, timeZone, now)
  if (period === null) throw new UsageError(`--period ${values.period ?? ''}: no such period`)
  const by = values.by ?? 'agent'
  if (by !== 'agent' && by !== 'group') throw new UsageError(`--by ${by}: expected agent or group`)
  return { from: values.from, settingsFile: values.settings ?? null, period, now, by, json: values.json ?? false }
}

/** Whether `--from` names an account and not a folder. */
export function isAddress(from: string): boolean {
  return /^https?:\/\//.test(from)
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        settings: { type: 'string' },
        period: { type: 'string' },
        'time-zone': { type: 'string' },
        now: { type: 'string' },
        by: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}
