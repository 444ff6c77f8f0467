// Prints `N passed, N failed` from Vitest's results. A file that could not run counts as one failure, and so does
// anything else that failed (types, lint, build, package), which the exit status in the first argument tells.
import { existsSync, readFileSync } from 'node:fs'

const results = process.env.VITEST_JSON ?? 'tmp/vitest.json'
const files = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')).testResults : []
const tests = files.flatMap((file) => file.assertionResults)
const count = (status) => tests.filter((test) => test.status === status).length
const brokenFiles = files.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
)

const failed = count('failed') + brokenFiles.length
const somethingElse = failed === 0 && process.argv[2] !== '0' ? 1 : 0
console.log(`${count('passed')} passed, ${failed + somethingElse} failed`)
process.exitCode = failed + somethingElse > 0 ? 1 : 0
