import { describe, expect, it } from 'vitest'
import type { RulebookVersion } from '../../src/domain/rulebook.ts'
import { rulebookDesk } from '../../src/sync/rulebookDesk.ts'
import { installationOf, type Send } from '../../src/zendesk/installation.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'
import { generateAccount } from '../zendesk/account.ts'
import { ask } from '../zendesk/connection.ts'
import { type Desk, openDesk } from '../zendesk/desk.ts'

const account = generateAccount({ seed: 7, now: Date.parse('2026-11-20T15:30:00Z'), tickets: 10, weeks: 1 })
const open = (settings: Record<string, unknown> = {}) =>
  openDesk(account, {
    installation: { id: 42, appId: 9, settings: { title: 'Laurel', csat_target_percent: 85, ...settings } },
  })

const sendAs =
  (desk: Desk, who: string): Send =>
  (method, path, body) => {
    const { status, body: text } = ask(desk, who, path.replace('/api/v2/', '').replace('.json', ''), { method, body })
    return Promise.resolve({ status, text, retryAfter: null })
  }

const deskOf = (desk: Desk, who: string) =>
  rulebookDesk(installationOf(sendAs(desk, who), 42), desk.installation.settings)

const version = (number: number, day: string): RulebookVersion => ({
  ...parseSettings({}).settings.rulebook[0],
  version: number,
  effectiveFrom: day,
  reason: 'Chat has grown.',
})
const rulebookOf = (desk: Desk) => parseSettings(desk.installation.settings).settings.rulebook

describe('saving the rulebook', () => {
  it('writes it into the settings of the account, and leaves the other settings alone', async () => {
    const desk = open()
    expect(await deskOf(desk, 'admin').save([version(1, '2026-12-01')])).toEqual({ kind: 'saved' })
    expect(desk.installation.settings).toMatchObject({ title: 'Laurel', csat_target_percent: 85 })
    expect(rulebookOf(desk).map(({ version }) => version)).toEqual([0, 1])
  })

  it('can be done again and again by one admin', async () => {
    const desk = open()
    const own = deskOf(desk, 'admin')
    await own.save([version(1, '2026-12-01')])
    expect(await own.save([version(1, '2026-12-01'), version(2, '2027-01-01')])).toEqual({ kind: 'saved' })
    expect(rulebookOf(desk)).toHaveLength(3)
  })

  it('overwrites nothing that somebody else has saved, until that has been taken over', async () => {
    const desk = open()
    const [mine, other] = [deskOf(desk, 'admin'), deskOf(desk, 'admin')]
    await other.save([version(1, '2026-12-01')])
    const saved = await mine.save([version(1, '2027-01-01')])
    expect(saved.kind).toBe('conflict')
    expect(rulebookOf(desk)[1]).toMatchObject({ effectiveFrom: '2026-12-01' })
    const found = await mine.reread()
    expect(found).toMatchObject([{ version: 1, effectiveFrom: '2026-12-01' }])
    expect(await mine.save([...found!, version(2, '2027-01-01')])).toEqual({ kind: 'saved' })
  })

  it.each(['agent', 'lead'])('is refused to an %s by Zendesk, and nothing is lost', async (who) => {
    const desk = open()
    expect(await deskOf(desk, who).save([version(1, '2026-12-01')])).toEqual({
      kind: 'failed',
      error: { kind: 'forbidden' },
    })
    expect(rulebookOf(desk)).toHaveLength(1)
  })

  it('says so where the account keeps no settings for the app', async () => {
    const nowhere = rulebookDesk(null, {})
    expect(nowhere.canWrite).toBe(false)
    expect(await nowhere.save([])).toMatchObject({ kind: 'failed' })
    expect(await nowhere.reread()).toBeNull()
  })

  it('writes a file that it can read back', () => {
    const { write, read } = rulebookDesk(null, {})
    const versions = [version(1, '2026-12-01'), version(2, '2027-03-01')]
    expect(read(write(versions))).toEqual({ versions, problems: [] })
  })
})
