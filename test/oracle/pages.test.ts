import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { product } from './product.ts'
import { trapAccount } from './trapAccount.ts'

vi.setConfig({ testTimeout: 30_000 })

const RUNS = { numRuns: 100, seed: 3 }

type Page = Readonly<Record<string, unknown>>

const shuffled = <Value>(values: readonly Value[]) => fc.shuffledSubarray([...values], { minLength: values.length })

/** The page with its records in another order. */
const inAnotherOrder = (page: unknown): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      ...Object.entries(page as Page).map(([key, list]) =>
        fc.tuple(fc.constant(key), Array.isArray(list) ? shuffled(list) : fc.constant(list)),
      ),
    )
    .map((entries) => Object.fromEntries(entries) as Page)

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

describe.each(['agent', 'group'] as const)('the pages of an account, by %s', (by) => {
  it('give the same numbers in whatever order they and their records come', () => {
    const inTwoOrders = trapAccount.chain((account) =>
      fc
        .tuple(...account.pages.map(inAnotherOrder))
        .chain((pages) => shuffled(pages))
        .map((pages) => [account, { ...account, pages }] as const),
    )
    fc.assert(
      fc.property(inTwoOrders, ([account, other]) => {
        expect(product(other, by)).toEqual(product(account, by))
      }),
      RUNS,
    )
  })

  it('give the same scorecards when all come twice; only records that nobody can read are new each time', () => {
    fc.assert(
      fc.property(trapAccount, (account) => {
        const once = product(account, by)
        const twice = product({ ...account, pages: [...account.pages, ...account.pages] }, by)
        const { unreadable = 0, ...leftOut } = once.tickets.leftOut
        expect(twice.scorecards).toEqual(once.scorecards)
        expect(twice.tickets).toEqual({
          read: once.tickets.read + unreadable,
          counted: once.tickets.counted,
          leftOut: { ...leftOut, ...(unreadable > 0 && { unreadable: 2 * unreadable }) },
        })
      }),
      RUNS,
    )
  })

  it('stay as they came', () => {
    fc.assert(
      fc.property(trapAccount, (account) => {
        const { pages } = account
        expect(product({ ...account, pages: deepFreeze(structuredClone(pages)) }, by)).toEqual(product(account, by))
      }),
      { ...RUNS, numRuns: 30 },
    )
  })
})
