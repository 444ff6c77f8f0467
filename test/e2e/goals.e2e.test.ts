import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser, Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RulebookVersion } from '../../src/domain/rulebook.ts'
import { parseRulebook, rulebookText } from '../../src/zendesk/rulebook.ts'
import { parseSettings } from '../../src/zendesk/settings.ts'
import { generateAccount } from '../zendesk/account.ts'
import { startStandIn, type StandIn } from '../zendesk/server.ts'
import { launchBrowser } from './browser.ts'
import { openView, type OpenView, type View, violations } from './workspace.ts'

const NOW = Date.parse('2026-11-20T10:42:00Z')
const IN_DECEMBER = Date.parse('2026-12-03T09:00:00Z')
const SCREENSHOTS = 'tmp/screenshots'
/** Long enough for a machine that is busy with something else. */
const WAIT = { timeout: 60_000 }

let standIn: StandIn
let browser: Browser
let view: OpenView

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const account = generateAccount({ seed: 5, now: NOW, tickets: 9000, weeks: 47 })
  standIn = await startStandIn({ sdk: 'cdn', now: NOW, account })
  browser = await launchBrowser()
})
afterEach(() => view.context.close())
afterAll(async () => {
  await browser.close()
  await standIn.close()
})

async function goals(as: string, more: View = {}, now = NOW): Promise<Frame> {
  view = await openView(browser, standIn, { as, place: 'nav_bar', ...more }, now)
  await view.app.locator('a').getByText('Goals', { exact: true }).click()
  await view.app.getByRole('heading', { name: 'Goals', level: 1 }).waitFor()
  return view.app
}

async function readThePast(app: Frame): Promise<void> {
  await app.getByRole('button', { name: 'Read the past' }).click()
  await expect
    .poll(async () => {
      await view.page.clock.runFor(1000)
      return app.getByText('No finished period has been read yet', { exact: false }).count()
    }, WAIT)
    .toBe(0)
}

/** What the account holds now. */
const rulebook = () => {
  const text = standIn.desk.installation.settings['rulebook']
  return typeof text === 'string' && text !== '' ? parseRulebook(text).versions : []
}

function forgetRulebook(): void {
  const { installation } = standIn.desk
  standIn.desk.installation = { ...installation, settings: { ...installation.settings, rulebook: '' } }
}

const version = (number: number, day: string): RulebookVersion => ({
  ...parseSettings({}).settings.rulebook[0],
  version: number,
  effectiveFrom: day,
  reason: 'Somebody else was faster.',
})

function saveElsewhere(versions: readonly RulebookVersion[]): void {
  const { installation } = standIn.desk
  standIn.desk.installation = {
    ...installation,
    settings: { ...installation.settings, rulebook: rulebookText(versions) },
  }
}

/** A goal for CSAT with its reasons, a reason for the version: all by keyboard, from field to field. */
async function typeACsatGoal(app: Frame, target: string): Promise<void> {
  await app.getByLabel(/^Target, CSAT/).focus()
  await view.page.keyboard.type(target)
  await app.getByRole('button', { name: /Why this goal: \d answers missing/ }).focus()
  await view.page.keyboard.press('Enter')
  await app.getByRole('button', { name: 'Fill in what the goal itself tells' }).focus()
  await view.page.keyboard.press('Enter')
  for (const [question, answer] of [
    [/^Attainable/, 'Reached in most months.'],
    [/^Relevant/, 'Happy customers stay.'],
  ] as const) {
    await app.getByLabel(question).focus()
    await view.page.keyboard.type(answer)
  }
  await app.getByLabel('Reason', { exact: true }).focus()
  await view.page.keyboard.type('The first goal, from what the past made likely.')
}

async function save(app: Frame): Promise<void> {
  await app.getByRole('button', { name: 'Save this version' }).focus()
  await view.page.keyboard.press('Enter')
}

const errors = () => view.errors.filter((text) => !text.startsWith('Failed to load resource'))

describe('an admin on the Goals page', () => {
  it('sets a goal with the keyboard alone, sees what it would have done, saves it, and agents see it from its day on', async () => {
    forgetRulebook()
    const app = await goals('admin', { settings: { minimum_sample: 5 } })
    await readThePast(app)
    await typeACsatGoal(app, '88')
    for (const [label, percent] of [
      ['CSAT', '100'],
      ['First contact resolution', '0'],
      ['First reply time', '0'],
      ['Full resolution time', '0'],
    ] as const) {
      await app.getByLabel(label, { exact: true }).focus()
      await view.page.keyboard.press('ControlOrMeta+A')
      await view.page.keyboard.type(percent)
    }
    await app.locator('[data-lint=oneMetricHeavy]').waitFor()
    await app.getByText(/past scores stay as they were/i).waitFor()
    expect(await violations(view)).toEqual([])
    await view.page.screenshot({ path: `${SCREENSHOTS}/goals-editing.png`, fullPage: true })
    await save(app)
    await app.getByText('Saved', { exact: true }).waitFor()
    expect(rulebook()).toMatchObject([
      { version: 1, effectiveFrom: '2026-12-01', goals: [{ metric: 'csat', target: 0.88 }] },
    ])
    expect(errors()).toEqual([])
    await view.context.close()

    view = await openView(browser, standIn, { as: 'agent' }, NOW)
    await view.app.getByText('Measured, not judged').waitFor()
    await view.context.close()

    view = await openView(browser, standIn, { as: 'agent' }, IN_DECEMBER)
    await view.app.locator('[data-metric=csat] [aria-expanded=false]').click()
    await view.app.getByText(/Goal for the whole account: 88%/).waitFor()
    expect(errors()).toEqual([])
  })

  it('is told what is still needed, and cannot save before', async () => {
    forgetRulebook()
    const app = await goals('admin')
    await app.getByLabel(/^Target, CSAT/).fill('ninety')
    await app.getByLabel(/^Target, CSAT/).fill('90')
    await app.getByText(/things are still needed/).waitFor()
    await app.getByText(/CSAT, Whole account: Relevant/).waitFor()
    expect(await app.getByRole('button', { name: 'Save this version' }).isDisabled()).toBe(true)
    await app.getByLabel('CSAT', { exact: true }).fill('50')
    await app.getByText('Sum 115%').waitFor()
    await app.getByText(/they sum to 115%/).waitFor()
    await app.getByLabel(/^Solved tickets/).fill('5')
    await app.locator('[data-lint=activityWeight]').waitFor()
  })

  it('keeps the draft while looking at another page', async () => {
    const app = await goals('admin')
    await app.getByLabel(/^Target, First contact resolution/).fill('70')
    await app.locator('a').getByText('Data', { exact: true }).click()
    await app.locator('a').getByText('Goals', { exact: true }).click()
    expect(await app.getByLabel(/^Target, First contact resolution/).inputValue()).toBe('70')
  })

  it('overwrites nothing that somebody else has saved, and loses nothing', async () => {
    forgetRulebook()
    const app = await goals('admin')
    await typeACsatGoal(app, '86')
    saveElsewhere([version(1, '2026-11-20')])
    await save(app)
    await app.getByText('Somebody else has saved other rules in the meantime').waitFor()
    expect(rulebook()).toMatchObject([{ version: 1, reason: 'Somebody else was faster.' }])
    await view.page.screenshot({ path: `${SCREENSHOTS}/goals-conflict.png`, fullPage: true })
    await app.getByRole('button', { name: 'Take over what was saved' }).click()
    await expect.poll(() => app.getByRole('button', { name: 'Save this version' }).isEnabled(), WAIT).toBe(true)
    await save(app)
    await app.getByText('Saved', { exact: true }).waitFor()
    expect(rulebook()).toMatchObject([{ version: 1 }, { version: 2, goals: [{ target: 0.86 }] }])
  })

  it('takes the rules away as a file, and makes a draft of a file', async () => {
    forgetRulebook()
    const app = await goals('admin')
    await typeACsatGoal(app, '84')
    const [download] = await Promise.all([
      view.page.waitForEvent('download'),
      app.getByRole('button', { name: 'Export the rules' }).click(),
    ])
    const file = await download.path()
    expect(parseRulebook(readFileSync(file, 'utf8'))).toMatchObject({
      problems: [],
      versions: [{ goals: [{ target: 0.84 }] }],
    })
    await app.getByRole('button', { name: 'Discard the draft' }).click()
    expect(await app.getByLabel(/^Target, CSAT/).inputValue()).toBe('')
    await app.locator('input[type=file]').setInputFiles(file)
    await expect.poll(() => app.getByLabel(/^Target, CSAT/).inputValue(), WAIT).toBe('84')
    await app
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('[{"version":"one"}]') })
    await app.getByText('rulebook.0.version').waitFor()
    expect(await app.getByLabel(/^Target, CSAT/).inputValue()).toBe('84')
    expect(rulebook()).toEqual([])
  })

  it('sets a goal for one group, which the rest of the account does not have', async () => {
    forgetRulebook()
    const app = await goals('admin', { settings: { csat_target_percent: 85 } })
    await app.getByRole('button', { name: /^Billing/ }).click()
    await app.getByText('As more widely set: 85%').waitFor()
    await app.getByLabel(/^Target, CSAT/).fill('92')
    await app.getByText(/CSAT, Billing: new goal 84% \/ 92% \/ 94%/).waitFor()
    await app
      .getByRole('navigation', { name: 'For whom' })
      .getByRole('button', { name: /^Whole account/ })
      .click()
    expect(await app.getByLabel(/^Target, CSAT/).inputValue()).toBe('85')
  })

  it('is told that Zendesk refused, with the draft still there', async () => {
    forgetRulebook()
    const app = await goals('admin')
    await typeACsatGoal(app, '87')
    await view.page.route('**/api/v2/apps/installations/*', (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({ status: 403, contentType: 'application/json', body: '{"error":"Forbidden"}' })
        : route.continue(),
    )
    await save(app)
    await app.getByText('Zendesk lets only admins change the settings of apps.').waitFor()
    expect(await app.getByLabel(/^Target, CSAT/).inputValue()).toBe('87')
    expect(rulebook()).toEqual([])
  })

  it('finds a rulebook that cannot be read named, with what was found and what is expected', async () => {
    const app = await goals('admin', { settings: { rulebook: '[{"version": 1, "effectiveFrom": "soon"}]' } })
    await app.getByText('rulebook.0.effectiveFrom').waitFor()
    await app.getByText(/Found “soon”. Expected a day, such as 2026-12-01/).waitFor()
  })
})

describe('the rules', () => {
  it.each(['lead', 'agent'])('can be read by an %s, and changed by admins alone', async (who) => {
    const app = await goals(who, { settings: { csat_target_percent: 85 } })
    await app.getByText('Only admins can change the rules.', { exact: false }).waitFor()
    await app.getByRole('heading', { name: 'How scores are made' }).waitFor()
    expect(await app.getByRole('textbox').count()).toBe(0)
    expect(await violations(view)).toEqual([])
    expect(errors()).toEqual([])
  })

  it.each<[string, View]>([
    ['light-1280', {}],
    ['dark-1280', { scheme: 'dark' }],
    ['right-to-left-1280', { locale: 'ar' }],
  ])('look right in %s', async (name, more) => {
    forgetRulebook()
    const app = await goals('admin', {
      ...more,
      settings: {
        csat_target_percent: 85,
        first_reply_target_minutes: 60,
        first_contact_resolution_target_percent: 60,
      },
    })
    await readThePast(app)
    await app.getByText(/past scores stay as they were/i).waitFor()
    expect(await violations(view)).toEqual([])
    const overflow = await app.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await view.page.setViewportSize({ width: 1280, height: 5200 })
    await view.page.screenshot({ path: `${SCREENSHOTS}/goals-${name}.png`, fullPage: true })
  })
})
