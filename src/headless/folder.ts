import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Exclusions } from '../domain/settings.ts'
import type { Gathering } from '../sync/gathering.ts'
import { parseAnswer } from '../zendesk/answer.ts'
import { UsageError } from './arguments.ts'

/**
 * Reads every `*.json` file (an answer as the API gives it) and every `*.ndjson` file (a ticket a line) in a folder and the
 * folders in it. What cannot be read is counted as unreadable and named in the notes.
 * @throws UsageError when the folder is not there
 */
export async function readFolder(folder: string, exclusions: Exclusions, into: Gathering): Promise<readonly string[]> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new UsageError(`--from ${folder}: no such folder`)
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const notes: string[] = []
  for (const file of files) {
    if (file.endsWith('.ndjson')) await readLines(file, exclusions, into, notes)
    else if (file.endsWith('.json')) await readAnswerFile(file, exclusions, into, notes)
  }
  return notes
}

async function readAnswerFile(file: string, exclusions: Exclusions, into: Gathering, notes: string[]): Promise<void> {
  const json = tryJson(await readFile(file, 'utf8'))
  if (json === undefined) {
    into.table.unreadable++
    notes.push(`${file}: not JSON, left out`)
    return
  }
  add(file, json, exclusions, into, notes)
}

async function readLines(file: string, exclusions: Exclusions, into: Gathering, notes: string[]): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const ticket = tryJson(line)
    if (ticket === undefined) {
      into.table.unreadable++
      notes.push(`${file}:${number}: not JSON, left out`)
    } else add(`${file}:${number}`, { tickets: [ticket] }, exclusions, into, notes)
  }
}

function add(place: string, json: unknown, exclusions: Exclusions, into: Gathering, notes: string[]): void {
  const answer = parseAnswer(unwrapped(json), exclusions)
  if (answer === null) {
    notes.push(`${place}: no answer of the API, left out`)
    return
  }
  into.add(answer)
  if (answer.unreadableTickets > 0) notes.push(`${place}: ${answer.unreadableTickets} unreadable ticket(s), left out`)
  if (answer.unreadableRatings > 0) notes.push(`${place}: ${answer.unreadableRatings} unreadable rating(s), left out`)
}

/** Recorded answers stand in an envelope, `{_recorded, body}`; some recordings hold a bare ticket. */
function unwrapped(json: unknown): unknown {
  const isEnvelope = typeof json === 'object' && json !== null && '_recorded' in json && 'body' in json
  const body = isEnvelope ? json.body : json
  const isTicket =
    typeof body === 'object' && body !== null && 'via' in body && 'status' in body && 'created_at' in body
  return isTicket ? { ticket: body } : body
}

/** `undefined` for text that is not JSON; JSON itself has no such value. */
function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
