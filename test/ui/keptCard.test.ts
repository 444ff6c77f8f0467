// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { isCardKept, keepCard, type KeptCard, keptCard, paintCard } from '../../src/ui/keptCard.ts'

const CARD: KeptCard = {
  lang: 'ar',
  dir: 'rtl',
  title: 'My scorecard',
  period: 'November 2026',
  covers: 'November 1 – 20, 2026',
  score: { title: 'Score so far', text: '109' },
  tiles: [
    { metric: 'csat', name: 'CSAT', state: 'On target', value: 0.925, text: '92.5%', n: 40, count: '40 ratings' },
    {
      metric: 'firstReplyTime',
      name: '<img src=x>',
      state: 'No data',
      value: null,
      text: '',
      n: 0,
      count: 'No tickets',
    },
  ],
  stamp: 'As of 10:42',
}

afterEach(() => localStorage.clear())

describe('the card kept of the last time', () => {
  it('is its owner’s, and nobody else’s', () => {
    expect(isCardKept()).toBe(false)
    keepCard('acme:11', CARD)
    expect(isCardKept()).toBe(true)
    expect(keptCard('acme:11')).toEqual(CARD)
    expect(keptCard('acme:12')).toBeNull()
    keepCard('acme:12', CARD)
    expect(keptCard('acme:11')).toBeNull()
  })

  it.each([
    'x',
    'null',
    '{}',
    '{"owner":"acme:11"}',
    '{"owner":"acme:11","card":{"lang":1}}',
    JSON.stringify({ owner: 'acme:11', card: { ...CARD, tiles: [null] } }),
    JSON.stringify({ owner: 'acme:11', card: { ...CARD, tiles: [{ ...CARD.tiles[0], n: '40' }] } }),
    JSON.stringify({ owner: 'acme:11', card: { ...CARD, score: 'x' } }),
  ])('is none where what is kept makes no sense: %s', (text) => {
    localStorage.setItem('laurel:card', text)
    expect(keptCard('acme:11')).toBeNull()
  })

  it('is painted as text, with its time, in its language and direction', () => {
    const place = document.createElement('div')
    paintCard(CARD, place)
    expect(place.querySelector('img')).toBeNull()
    expect(place.textContent).toContain('<img src=x>')
    expect(place.querySelector('[data-metric=csat] > data')?.getAttribute('value')).toBe('0.925')
    expect(place.querySelector('[data-metric=firstReplyTime] > data')).toBeNull()
    expect(place.textContent).toContain('As of 10:42')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl'])
  })
})
