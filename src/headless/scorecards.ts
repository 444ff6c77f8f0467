import { readFile } from 'node:fs/promises'
import { accountReport, tally } from '../domain/report.ts'
import type { Expected, Settings } from '../domain/settings.ts'
import { startGathering } from '../sync/gathering.ts'
import { parseSettings } from '../zendesk/settings.ts'
import { AccountError, readAccount } from './account.ts'
import { type Arguments, isAddress, readArguments, UsageError } from './arguments.ts'
import { readFolder } from './folder.ts'
import { jsonReport, textReport } from './report.ts'

/** Notes past this many are summed up. */
const NOTES_SHOWN = 20

const EXPECTED = {
  percent: 'a number from 0 to 100',
  minutes: 'a number of minutes, at least 1',
  days: 'a number of days, 0 or more',
  wholeNumber: 'a whole number, at least 1',
  yesOrNo: 'true or false',
  words: 'words with commas between them',
  weights: 'metrics with their percent, such as csat 60, firstReplyTime 40, none twice and none that is only context',
  weightsSum: 'weights that sum to 100',
  cadence: 'week, month or quarter',
  weekday: 'a day of the week, such as monday',
  standings: 'off, team, bands or ranks',
  privacy: 'self, team, bands or names',
  json: 'JSON',
  text: 'text',
  sentence: 'a sentence',
  day: 'a day, such as 2026-12-01',
  laterDay: 'a day later than that of the version before',
  laterVersion: 'a greater number than that of the version before',
  ratio: 'a number from 0 to 1',
  metric: 'a metric that scores can be made of, such as csat',
  scope: 'account, group or agent',
  id: 'the id of the group or agent, and none for the account',
  marksOrder: 'threshold, target and stretch from worse to better',
  list: 'a list',
  object: 'an object with the fields of the rulebook',
  onlyOnce: 'one goal for each metric, scope and cadence',
} as const satisfies Record<Expected, string>

async function run(args: Arguments): Promise<void> {
  const settings = await readSettings(args.settingsFile)
  const gathering = startGathering()
  if (isAddress(args.from)) {
    const since = args.period.start
    await readAccount(args.from, since, settings.exclusions, gathering, (tickets) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${tickets} tickets`)
    })
    if (process.stderr.isTTY) process.stderr.write('\n')
  } else say(await readFolder(args.from, settings.exclusions, gathering))
  const { table, people } = gathering
  const { period, now } = args
  const cards = accountReport({ table, people, settings, period, now }, args.by)
  const tickets = tally(table)
  process.stdout.write(
    `${args.json ? JSON.stringify(jsonReport(period, tickets, cards)) : textReport(period, tickets, cards)}\n`,
  )
}

async function readSettings(file: string | null): Promise<Settings> {
  if (file === null) return parseSettings({}).settings
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) throw new UsageError(`--settings ${file}: no such file`)
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new UsageError(`--settings ${file}: not JSON`)
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new UsageError(`--settings ${file}: expected an object of settings`)
  }
  const { settings, problems } = parseSettings(raw)
  say(problems.map(({ field, found, expected }) => `${field}: found ${found}, expected ${EXPECTED[expected]}; not set`))
  return settings
}

function say(notes: readonly string[]): void {
  for (const note of notes.slice(0, NOTES_SHOWN)) console.error(note)
  if (notes.length > NOTES_SHOWN) console.error(`… and ${notes.length - NOTES_SHOWN} more`)
}

async function main(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  try {
    await run(readArguments(process.argv.slice(2), Math.floor(Date.now() / 1000)))
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof AccountError)) throw error
    console.error(error.message)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

await main()
