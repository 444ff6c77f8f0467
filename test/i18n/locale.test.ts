import { describe, expect, it } from 'vitest'
import { canonicalLocale, directionOf } from '../../src/i18n/locale.ts'

describe('a locale', () => {
  it.each([
    ['en-US', 'en-US'],
    ['pt_br', 'pt-BR'],
    ['es-419', 'es-419'],
    ['', 'en'],
    ['not a locale', 'en'],
  ])('%s is understood as %s', (given, canonical) => {
    expect(canonicalLocale(given)).toBe(canonical)
  })

  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['ja', 'ltr'],
  ])('%s is written %s', (locale, direction) => {
    expect(directionOf(locale)).toBe(direction)
  })
})
