import { accountReport, tally } from '../../src/domain/report.ts'
import { jsonReport } from '../../src/headless/report.ts'
import { startGathering } from '../../src/sync/gathering.ts'
import { parseAnswer } from '../../src/zendesk/answer.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'
import type { TrapAccount } from './trapAccount.ts'

/** What the command line says about these pages. */
export function product({ pages, settings: raw, period, now }: TrapAccount, by: 'agent' | 'group') {
  const { settings } = parseSettings(raw)
  const gathering = startGathering()
  for (const page of pages) {
    const answer = parseAnswer(page, settings.exclusions)
    if (answer !== null) gathering.add(answer)
  }
  const { table, people } = gathering
  const basis = { table, people, settings, period, now }
  const { tickets, scorecards } = jsonReport(period, tally(table), accountReport(basis, by))
  return { tickets, scorecards }
}
