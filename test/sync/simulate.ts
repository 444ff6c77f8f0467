import 'temporal-polyfill/global'
import { parseArgs } from 'node:util'
import { simulate } from './simulation.ts'

/*
 * npm run simulate -- [--seeds 10000] [--first 1]
 * Many afternoons, each drawn from its seed. A seed that ends in other numbers says so and can be run again alone.
 */
const { values } = parseArgs({ options: { seeds: { type: 'string' }, first: { type: 'string' } } })
const seeds = Number(values.seeds ?? 500)
const first = Number(values.first ?? 1)
if (!(seeds >= 1 && Number.isInteger(seeds) && Number.isInteger(first))) {
  console.error('--seeds and --first are whole numbers, --seeds at least 1')
  process.exit(2)
}

let same = 0
for (let seed = first; seed < first + seeds; seed++) {
  const { isSame, what, difference, last } = await simulate(seed)
  if (isSame) same++
  else
    console.log(
      `seed ${seed}: ${what}; last ${last}\n${difference}\nagain: npm run simulate -- --seeds 1 --first ${seed}`,
    )
  if (process.stderr.isTTY) process.stderr.write(`\r${seed - first + 1} of ${seeds}`)
}
if (process.stderr.isTTY) process.stderr.write('\n')
console.log(`${same} of ${seeds} seeds end in the same numbers`)
process.exitCode = same === seeds ? 0 : 1
