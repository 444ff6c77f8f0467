import { describe, expect, it } from 'vitest'
import { tonguesFor } from '../../src/i18n/tongues.ts'
import { ENGLISH, translator, type Tongue } from '../../src/i18n/translate.ts'

const english = translator('en', [ENGLISH])

describe('a text', () => {
  it('is found by its path', () => {
    expect(english('metric.csat.name')).toBe('CSAT')
  })

  it('takes words and numbers into its holes, numbers in the way of the locale', () => {
    expect(english('loading.expected', { read: 300, count: 9600 })).toBe('300 of about 9,600 tickets')
    expect(translator('de', [ENGLISH])('loading.expected', { read: 300, count: 9600 })).toBe(
      '300 of about 9.600 tickets',
    )
  })

  it('keeps a zero in its hole', () => {
    expect(english('loading.counted', { count: 0 })).toBe('0 tickets so far')
  })

  it.each([
    [0, 'No ratings'],
    [1, '1 rating'],
    [2, '2 ratings'],
    [1000, '1,000 ratings'],
  ])('has a plural form for %d', (count, text) => {
    expect(english('metric.csat.count', { count })).toBe(text)
  })

  it('follows the plural rules of the language it is written in', () => {
    const forms = { one: '{{count}} ocena', few: '{{count}} oceny', many: '{{count}} ocen', other: '{{count}} oceny' }
    const polish: Tongue = { locale: 'pl', texts: { metric: { csat: { count: forms } } } }
    const t = translator('pl', [polish, ENGLISH])
    const counts = [1, 2, 5, 22].map((count) => t('metric.csat.count', { count }))
    expect(counts).toEqual(['1 ocena', '2 oceny', '5 ocen', '22 oceny'])
  })
})

describe('a language', () => {
  const files = {
    '../../translations/pt.json': () => Promise.resolve({ state: { met: 'Na meta', close: 'A caminho' } }),
    '../../translations/pt-BR.json': () => Promise.resolve({ state: { met: 'Dentro da meta' } }),
  }

  it('needs no loading when it is English', () => {
    expect(tonguesFor('en-US', files)).toEqual([ENGLISH])
  })

  it('is English where there is no translation', () => {
    expect(tonguesFor('nl', files)).toEqual([ENGLISH])
  })

  it('falls back from the locale to its language and then to English', async () => {
    const t = translator('pt-BR', await tonguesFor('pt-BR', files))
    expect([t('state.met'), t('state.close'), t('state.missed')]).toEqual([
      'Dentro da meta',
      'A caminho',
      'Below threshold',
    ])
  })
})
