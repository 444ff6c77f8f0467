import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readAccountFolder } from './folderAccount.ts'
import { personFor, ROLES } from './permissions.ts'
import type { StandIn, StandInOptions } from './server.ts'
import { startStandIn } from './server.ts'
import type { Account } from './shapes.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const USAGE = 'npm start -- [--port 4570] [--account <folder>] [--seed 1] [--tickets 12000] [--weeks 47]'

/** Ends the program with one line that says what is wrong and what would be right. */
function refuse(line: string): never {
  console.error(line)
  process.exit(2)
}

function options(): { port: number; generated: StandInOptions; folder: string | undefined } {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4570' },
        account: { type: 'string' },
        seed: { type: 'string', default: '1' },
        tickets: { type: 'string', default: '12000' },
        // Three quarters and the present one, so that there is a past to try rules on.
        weeks: { type: 'string', default: '47' },
      },
    })
    const [port, seed, tickets, weeks] = [values.port, values.seed, values.tickets, values.weeks].map((value) =>
      /^\d+$/.test(value) ? Number(value) : refuse(`"${value}" is not a whole number. Usage: ${USAGE}`),
    ) as [number, number, number, number]
    return { port, generated: { seed, tickets, weeks }, folder: values.account }
  } catch (reason) {
    return refuse(`${reason instanceof Error ? reason.message : String(reason)} Usage: ${USAGE}`)
  }
}

function accountIn(folder: string): Account {
  if (!existsSync(folder)) refuse(`There is no folder ${folder}. --account takes a folder with recorded API answers.`)
  try {
    const names = readdirSync(folder)
    if (!names.some((name) => name.endsWith('.json') || name === 'tickets.ndjson'))
      refuse(`${folder} holds no *.json and no tickets.ndjson: there is nothing to show.`)
    return readAccountFolder(folder)
  } catch (reason) {
    return refuse(
      `${folder} cannot be read as an account: ${reason instanceof Error ? reason.message : String(reason)}`,
    )
  }
}

/** Builds the app as it ships; its own process, so that the build's settings stay out of this one. */
function buildApp(): void {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' })
  if (built.status !== 0) refuse('The app does not build (see above), so there is nothing to show.')
}

function welcome({ hostUrl, account }: StandIn): string {
  const people = ROLES.flatMap((role) => {
    const person = personFor(account, role)
    return person === undefined ? [] : [`  ${role.padEnd(6)} ${hostUrl}/?as=${role}   ${person.name}`]
  })
  return [
    '',
    `The stand-in Zendesk is at ${hostUrl}`,
    `${String(account.tickets.length)} tickets, ${account.timeZone}. Sign in as:`,
    ...people,
    `  anyone ${hostUrl}/?as=<user id>`,
    `Every state of every screen is at ${hostUrl}/states/`,
    `The API is at ${hostUrl}/api/v2/, for example: curl -u admin: ${hostUrl}/api/v2/users/me.json`,
    'Ctrl-C ends it.',
  ].join('\n')
}

const { port, generated, folder } = options()
const account = folder === undefined ? {} : { account: accountIn(folder) }
const inUse = (reason: unknown) => reason instanceof Error && 'code' in reason && reason.code === 'EADDRINUSE'
const standIn = await startStandIn({ ...generated, ...account, port }).catch((reason: unknown) =>
  refuse(
    inUse(reason)
      ? `Port ${String(port)} or ${String(port + 1)} is in use. Choose another: npm start -- --port ${String(port + 10)}`
      : `The stand-in did not start: ${String(reason)}`,
  ),
)
buildApp()
console.log(welcome(standIn))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void standIn.close().then(() => process.exit(0)))
