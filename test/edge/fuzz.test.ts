import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { expect, it } from 'vitest'
import { type Answer, parseAnswer } from '../../src/zendesk/answer.ts'
import { readLinks } from '../../src/zendesk/listing.ts'
import { readPage } from '../../src/zendesk/page.ts'
import { readResponse } from '../../src/zendesk/response.ts'
import { type Random, randomFrom } from '../zendesk/random.ts'
import { MADE_PAGES, RECORDED_PAGES } from './fuzzPages.ts'
import { damage, mutate, type Node } from './mutations.ts'
import { expectOrderNeverDecides, expectPlain, expectStored } from './plainFacts.ts'
import { expectReadable } from './readable.ts'
import { EXCLUSIONS, KINDS, recordsIn, Untouched } from './untouched.ts'

const SEEDS = 1000
const PAGES_A_SEED = 100

/** Reads this seed alone, as a failure names it: `FUZZ_SEED=7 npx vitest run test/edge/fuzz.test.ts`. */
const REPLAYED = process.env['FUZZ_SEED']

const originals = [...MADE_PAGES, ...RECORDED_PAGES].map((page) => ({ page, text: JSON.stringify(page) }))
const made = originals.slice(0, MADE_PAGES.length)

/** What everything inherits: no page may add to it or change it. */
const inherited = () =>
  [Object, Array, String, Number, Boolean, Function, Map, Set].map(({ prototype }) =>
    Object.getOwnPropertyDescriptors(prototype),
  )

it('100 000 mutated pages are read without a crash, a lost record or a touched prototype', { timeout: 180_000 }, () => {
  const seeds = REPLAYED === undefined ? fc.noShrink(fc.nat()) : fc.constant(Number(REPLAYED))
  const before = inherited()
  fc.assert(
    fc.property(seeds, (seed) => {
      try {
        readSeed(seed)
        if (!isDeepStrictEqual(inherited(), before)) throw new Error('A prototype was touched')
      } catch (cause) {
        throw new Error(`FUZZ_SEED=${seed}`, { cause })
      }
    }),
    { numRuns: REPLAYED === undefined ? SEEDS : 1, seed: 1 },
  )
})

it('a page nested deeper than any stack is read', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const text = `{"tickets":[{"id":${deep}},${deep},${JSON.stringify(MADE_PAGES[0]!['tickets'])}],"metric_sets":${deep}}`
  expect(readPage(text, 'search', EXCLUSIONS)!.table.unreadable).toBe(3)
})

function readSeed(seed: number): void {
  const random = randomFrom(seed)
  const answers = Array.from({ length: PAGES_A_SEED }, () => readMutated(random)).flat()
  expectOrderNeverDecides({
    tickets: answers.flatMap(({ tickets }) => tickets),
    ratings: answers.flatMap(({ ratings }) => ratings),
  })
}

/** What was read of a page; nothing when it is none. */
function readMutated(random: Random): Answer[] {
  const { page: original, text: unchanged } = random.pick(random.chance(0.8) ? made : originals)
  const page = JSON.parse(unchanged) as Node
  const untouched = new Untouched(original, page)
  for (let changes = random.whole(1, 4); changes > 0; changes--) mutate(random, page, (part) => untouched.touch(part))
  const whole = JSON.stringify(page)
  const isDamaged = random.chance(0.05)
  const text = isDamaged ? damage(random, whole) : random.chance(0.05) ? withNamesTwice(whole) : whole
  try {
    const answer = readBothWays(text, isDamaged ? responseOf(text) : page)
    if (!isDamaged) {
      expectNothingLost(answer!, page, untouched)
      expectReadable(answer!, page)
    }
    return answer === null ? [] : [answer]
  } catch (cause) {
    throw new Error(text, { cause })
  }
}

/** JSON lets a name come twice; the last one counts. */
const withNamesTwice = (text: string) => text.replace(/"(?:id|status|tickets|solved_at)":/, '$&[{}],$&')

function responseOf(text: string): unknown {
  const response = readResponse({ status: 200, text, retryAfter: null })
  return response.ok ? response.value : undefined
}

/** Reads a page as the app does, and the JSON in it as an answer; both have to say the same. */
function readBothWays(text: string, json: unknown): Answer | null {
  const page = readPage(text, 'search', EXCLUSIONS)
  const answer = parseAnswer(json, EXCLUSIONS)
  if ((page === null) !== (answer === null || readLinks('search', json) === null)) throw new Error('Not the page it is')
  if (answer === null) return null
  expectPlain(answer)
  if (page === null) return answer
  if (page.table.unreadable !== answer.unreadableTickets) throw new Error('Unreadable tickets are not counted')
  expectStored(page.table, answer)
  return answer
}

function expectNothingLost(answer: Answer, page: Node, untouched: Untouched): void {
  for (const kind of KINDS) {
    let place = 0
    for (const alone of untouched.readAlone(page, kind)) {
      const read: readonly unknown[] = answer[kind]
      while (place < read.length && !isDeepStrictEqual(read[place], alone)) place++
      if (place++ >= read.length) throw new Error(`Of the ${kind} one is lost or changed: ${JSON.stringify(alone)}`)
    }
  }
  const { tickets, unreadableTickets, ratings, unreadableRatings } = answer
  const counts = [tickets.length + unreadableTickets, ratings.length + unreadableRatings]
  const records = [recordsIn(page, 'tickets').length, recordsIn(page, 'ratings').length]
  if (!isDeepStrictEqual(counts, records))
    throw new Error(`${counts.join(' and ')} of ${records.join(' and ')} are counted`)
}
