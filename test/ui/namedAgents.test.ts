import { describe, expect, it } from 'vitest'
import { initials } from '../../src/ui/navbar/namedAgents.ts'

describe('initials', () => {
  it.each([
    ['Hana Mori', 'HM'],
    ['Cher', 'C'],
    ['  ada   de la  lovelace ', 'AL'],
    ['élodie Ünal', 'ÉÜ'],
    ['', ''],
  ])('of "%s" are "%s"', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})
