import { describe, expect, it } from 'vitest'
import { ticketAtHand } from '../../src/zendesk/ticketAtHand.ts'
import { generateAccount } from './account.ts'
import { openDesk } from './desk.ts'
import { propertiesOf, valueAt } from './host/properties.ts'
import type { HostState } from './host/state.ts'
import { workspaceOf } from './workspace.ts'

const desk = openDesk(generateAccount({ seed: 1, now: Date.UTC(2026, 10, 20, 15, 30), tickets: 600 }))
const asked = desk.account.tickets.map(({ id }) => id)
const workspace = workspaceOf(desk, 'agent', asked, {} as Parameters<typeof workspaceOf>[3])
const state = { scheme: 'light', locale: 'en', timeZone: 'Europe/Rome' } as HostState

/** What the host page answers beside that ticket. */
const clientBeside = (ticket: (typeof workspace.tickets)[number]) => ({
  get(paths: readonly string[]) {
    const properties = propertiesOf(workspace, state, ticket)
    const found = paths.map((path) => [path, valueAt(properties, path)] as const)
    const errors = found.flatMap(([path, each]) => ('error' in each ? [[path, each.error] as const] : []))
    const values = found.flatMap(([path, each]) => ('value' in each ? [[path, each.value] as const] : []))
    return Promise.resolve({ errors: Object.fromEntries(errors), ...Object.fromEntries(values) })
  },
})

describe('the conversation of a ticket in the workspace', () => {
  it('has a public reply exactly where the account’s metrics have one', async () => {
    const seen = new Set<boolean | null>()
    for (const ticket of workspace.tickets) {
      // Whoever is no agent any more reads like a customer.
      if (desk.userById.get(ticket.assignee.user?.id ?? 0)?.role === 'end-user') continue
      const minutes = desk.account.metricSets.get(ticket.id)?.reply_time_in_minutes.calendar ?? null
      const read = await ticketAtHand(clientBeside(ticket))
      expect([ticket.id, read?.hasAgentReply]).toEqual([ticket.id, minutes !== null])
      seen.add(read!.hasAgentReply)
    }
    expect(seen).toEqual(new Set([true, false]))
  })

  it('begins with what the requester wrote, and goes on in the order of time', () => {
    for (const { conversation, description, createdAt } of workspace.tickets) {
      expect(conversation[0]).toMatchObject({ message: { content: description }, timestamp: createdAt })
      const times = conversation.map(({ timestamp }) => timestamp)
      expect(times).toEqual(times.toSorted())
    }
  })

  it('belongs to a ticket with an assignee or with none, as the account has it', async () => {
    for (const ticket of workspace.tickets) {
      const read = await ticketAtHand(clientBeside(ticket))
      expect(read?.assignee).toBe(desk.ticketById.get(ticket.id)?.assignee_id)
    }
  })
})
