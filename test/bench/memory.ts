import { rowOfTicket, type TicketTable } from '../../src/domain/ticketTable.ts'
import { ask, tableOf } from './engines/laurel.ts'
import { question } from './question.ts'
import { collectGarbage } from './timing.ts'

/** Bytes per ticket that stay in use for a table, its index of ids and whatever an answer leaves behind. */
export function retainedPerTicket(size: number): { readonly table: TicketTable; readonly bytes: number } {
  const before = bytesInUse()
  const table = tableOf(size)
  rowOfTicket(table, 1)
  ask(table, question())
  return { table, bytes: (bytesInUse() - before) / size }
}

function bytesInUse(): number {
  collectGarbage()
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
