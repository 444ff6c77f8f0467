import { aggregate, type Question } from '../../../src/domain/aggregate.ts'
import type { Cells } from '../../../src/domain/cells.ts'
import { compactTable, emptyTable, putTicket, type TicketTable } from '../../../src/domain/ticketTable.ts'
import type { Answer, Cell } from '../answer.ts'
import { agentId, drawTickets, groupId } from '../facts.ts'
import { question } from '../question.ts'
import { type Engine, sumOf } from './engine.ts'

/** The product's own core, asked as the product asks it. */
export const laurel: Engine = {
  name: 'laurel',
  load(size) {
    const table = tableOf(size)
    const asked = question()
    return { run: () => ask(table, asked) }
  },
}

export function tableOf(size: number): TicketTable {
  const table = emptyTable()
  for (const ticket of drawTickets(size)) putTicket(table, ticket)
  return compactTable(table)
}

export function ask(table: TicketTable, asked: Question): Answer {
  const answers = aggregate(table, asked)
  for (const cells of answers) readAll(cells)
  return answers.map((cells) => [cellsOf(table, cells)])
}

/** Reads every number once, as the others have to in order to hand theirs over. */
function readAll({ measured, durations }: Cells): void {
  for (const { n, hits, provisional } of measured.values()) {
    for (const counts of [n, hits, provisional]) if (counts !== null) sumOf(counts)
  }
  for (const { median, p90, low, high } of durations.values())
    for (const minutes of [median, p90, low, high]) sumOf(minutes)
}

function* cellsOf(table: TicketTable, cells: Cells): Generator<Cell> {
  const { common, measured, durations } = cells
  const reply = durations.get('firstReplyTime')!
  const resolution = durations.get('fullResolutionTime')!
  const contact = measured.get('firstContactResolution')!
  const csat = measured.get('csat')!
  const reopen = measured.get('reopenRate')!
  for (let cell = 0; cell < cells.count; cell++) {
    yield {
      ...(common.agent && { agent: table.agents[common.agent[cell]!]! - agentId(0) }),
      ...(common.period && { week: common.period[cell]! }),
      ...(common.group && { group: table.groups[common.group[cell]!]! - groupId(0) }),
      replied: measured.get('firstReplyTime')!.n[cell]!,
      replyMedian: reply.median[cell]!,
      replyP90: reply.p90[cell]!,
      resolved: measured.get('fullResolutionTime')!.n[cell]!,
      resolutionMedian: resolution.median[cell]!,
      resolutionP90: resolution.p90[cell]!,
      contacts: contact.n[cell]!,
      firstContacts: contact.hits![cell]!,
      rated: csat.n[cell]!,
      good: csat.hits![cell]!,
      solved: reopen.n[cell]!,
      reopened: reopen.hits![cell]!,
    }
  }
}
