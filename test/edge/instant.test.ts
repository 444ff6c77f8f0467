import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseInstant } from '../../src/zendesk/instant.ts'

const twoDigits = (value: number) => String(value).padStart(2, '0')
const upTo = (greatest: number) => fc.nat(greatest).map(twoDigits)

const OFFSETS = fc.oneof(
  fc.constant('Z'),
  fc.tuple(fc.constantFrom('+', '-'), upTo(25), fc.constantFrom(':', ''), upTo(61)).map((parts) => parts.join('')),
)

/** Instants and what looks like one: months, days, hours and minutes one past the last are among them. */
const TEXTS = fc
  .tuple(
    fc.constantFrom('1969', '1970', '1999', '2000', '2024', '2025', '2026', '2100', '2400'),
    upTo(13),
    upTo(32),
    upTo(25),
    upTo(61),
    fc.nat(59).map(twoDigits),
    fc.constantFrom('', '.0', '.5', '.999999999'),
    OFFSETS,
  )
  .map(
    ([year, month, day, hour, minute, second, fraction, offset]) =>
      `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${offset}`,
  )

function secondsByTemporal(text: string): number | null {
  try {
    const seconds = Math.floor(Temporal.Instant.from(text).epochMilliseconds / 1000)
    return Math.max(0, seconds)
  } catch {
    return null
  }
}

it('an instant is what Temporal takes it for, to the second, and none where Temporal finds none', () => {
  fc.assert(
    fc.property(TEXTS, (text) => {
      expect(parseInstant(text)).toBe(secondsByTemporal(text))
    }),
    { numRuns: 20_000, seed: 5 },
  )
})

it('every day of four centuries has its place', () => {
  const day = 24 * 60 * 60
  for (let seconds = 0; seconds < 400 * 365.25 * day; seconds += day) {
    const text = new Date(seconds * 1000).toISOString()
    if (parseInstant(text) !== seconds) expect.fail(text)
  }
})

it.each([
  ['2000-02-29T00:00:00Z', 951_782_400],
  ['2024-02-29T23:59:59+14:00', 1_709_200_799],
  ['2024-03-01T00:00:00-0330', 1_709_263_800],
])('%s is %d', (text, seconds) => expect(parseInstant(text)).toBe(seconds))

it.each(['2100-02-29T00:00:00Z', '2026-02-29T00:00:00Z', '2024-02-30T00:00:00Z', '2026-06-30T23:59:60Z'])(
  '%s does not exist',
  (text) => expect(parseInstant(text)).toBeNull(),
)
