import 'temporal-polyfill/global'
import { config } from 'zod/mini'
import { compactTable, emptyTable, putTicket, type TicketTable } from '../../src/domain/ticketTable.ts'
import { type Answer, parseAnswer } from '../../src/zendesk/answer.ts'
import { readPage } from '../../src/zendesk/page.ts'
import { TICKETS_A_PAGE } from './browserPage/measured.ts'
import { ingestPages } from './ingestPages.ts'
import { collectGarbage, median } from './timing.ts'

/*
 * npm run bench -- --part ingest
 *
 * What it costs to take a page of tickets in, beside what it costs to parse its JSON and keep nothing.
 */

const EXCLUSIONS = { tags: new Set(['spam']), channels: new Set(['api']) }
const WARM_UPS = 10
const ROUNDS = 21
const PAGES = 5

/** Milliseconds of the processor that each step takes for one page. */
interface Steps {
  readonly decode: number
  readonly parse: number
  readonly validate: number
  readonly encode: number
}

export interface IngestResults extends Steps {
  readonly rounds: number
  readonly bytesPerTicket: number
  /** Decode and everything that `readPage` does. */
  readonly whole: number
  /** Median over the rounds of validate and encode over parse. */
  readonly checkedOverParsed: number
  /** Median over the rounds of the whole over decode and parse. */
  readonly wholeOverParsed: number
}

/** Takes turns, so that all meet the same noise: the steps one by one, the whole, and again. */
export function ingestBench(): IngestResults {
  // As in the app, whose pages forbid code made from text.
  config({ jitless: true })
  const pages = ingestPages(PAGES)
  const round = (number: number) => {
    const page = pages[number % PAGES]!
    return { ...stepByStep(page), whole: processorMilliseconds(() => ingest(page)) }
  }
  for (let warmUp = 0; warmUp < WARM_UPS; warmUp++) round(warmUp)
  collectGarbage()
  const rounds = Array.from({ length: ROUNDS }, (_, number) => round(number))
  const middle = (value: (round: (typeof rounds)[number]) => number) => median(rounds.map(value))
  return {
    rounds: ROUNDS,
    bytesPerTicket: pages[0]!.length / TICKETS_A_PAGE,
    decode: middle(({ decode }) => decode),
    parse: middle(({ parse }) => parse),
    validate: middle(({ validate }) => validate),
    encode: middle(({ encode }) => encode),
    whole: middle(({ whole }) => whole),
    checkedOverParsed: middle(({ validate, encode, parse }) => (validate + encode) / parse),
    wholeOverParsed: middle(({ whole, decode, parse }) => whole / (decode + parse)),
  }
}

/** The table of `ingestBench` for people. */
export function printIngest(results: IngestResults): void {
  const { rounds, bytesPerTicket, parse, checkedOverParsed, wholeOverParsed } = results
  console.log(`${TICKETS_A_PAGE} tickets of ${bytesPerTicket.toFixed(0)} B a page, median of ${rounds} rounds`)
  console.log('step            ms   × parse')
  for (const step of ['decode', 'parse', 'validate', 'encode', 'whole'] as const) {
    const time = results[step]
    console.log(`${step.padEnd(10)} ${time.toFixed(2).padStart(7)} ${(time / parse).toFixed(2).padStart(9)}`)
  }
  console.log(`validate + encode over parse   ${(checkedOverParsed * 100).toFixed(0)} %`)
  console.log(`whole over decode + parse      ${wholeOverParsed.toFixed(2)} ×`)
}

function stepByStep(page: Uint8Array): Steps {
  let text = ''
  let json: unknown
  let answer: Answer | null = null
  const decode = processorMilliseconds(() => (text = new TextDecoder().decode(page)))
  const parse = processorMilliseconds(() => (json = JSON.parse(text)))
  const validate = processorMilliseconds(() => (answer = parseAnswer(json, EXCLUSIONS)))
  const encode = processorMilliseconds(() => tableOf(answer!))
  return { decode, parse, validate, encode }
}

function tableOf(answer: Answer): TicketTable {
  const table = emptyTable()
  for (const ticket of answer.tickets) putTicket(table, ticket)
  if (table.tickets.length !== TICKETS_A_PAGE)
    throw new Error(`${TICKETS_A_PAGE - table.tickets.length} tickets are lost`)
  return compactTable(table)
}

function ingest(page: Uint8Array): void {
  if (readPage(new TextDecoder().decode(page), 'changes', EXCLUSIONS) === null)
    throw new Error('The page is unreadable')
}

/**
 * What the whole process spends meanwhile, its garbage collector's threads included. Unlike the time on a clock it says
 * nearly the same when other processes want the processor too.
 */
function processorMilliseconds(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
