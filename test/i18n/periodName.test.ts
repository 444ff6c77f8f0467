import { describe, expect, it } from 'vitest'
import { periodNamed } from '../../src/domain/period.ts'
import { formatsFor } from '../../src/i18n/format.ts'
import { daysCovered, periodName } from '../../src/i18n/periodName.ts'
import { ENGLISH, translator } from '../../src/i18n/translate.ts'

const ZONE = 'Europe/Rome'
const t = translator('en-GB', [ENGLISH])
const format = formatsFor('en-GB', ZONE)
const now = Date.UTC(2026, 10, 20, 9, 42) / 1000
const plain = (text: string) => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
const period = (id: string) => periodNamed(id, ZONE, now)!

describe('a period', () => {
  it.each([
    ['2026-11', 'November 2026'],
    ['2026-Q4', 'Q4 2026'],
    ['2026-W47', 'Week of 16–22 November 2026'],
    ['7d', '14–20 November 2026'],
  ])('%s is called %s', (id, name) => {
    expect(plain(periodName(period(id), t, format)).replaceAll(' – ', '–')).toBe(name)
  })

  it.each([
    ['2026-11', '1–20 November 2026'],
    ['2026-10', '1–31 October 2026'],
    ['2026-12', '1 December 2026'],
  ])('%s covers %s: its days that have begun', (id, days) => {
    expect(plain(daysCovered(period(id), now, format)).replaceAll(' – ', '–')).toBe(days)
  })
})
