import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAccountFolder } from './folderAccount.ts'
import { personFor } from './permissions.ts'

describe('an account folder', () => {
  let folder = ''
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'account-'))))
  afterEach(() => rmSync(folder, { recursive: true }))
  const put = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  const ticket = {
    id: 8,
    via: { channel: 'web' },
    subject: 'Hello',
    created_at: '2020-01-02T00:00:00Z',
    updated_at: '2020-01-03T00:00:00Z',
  }

  it('takes tickets with embedded metric sets and with metric sets beside them', () => {
    put('embedded.json', { tickets: [{ ...ticket, metric_set: { id: 1, ticket_id: 8, replies: 1 } }] })
    put('beside.json', { tickets: [{ ...ticket, id: 9 }], metric_sets: [{ id: 2, ticket_id: 9, replies: 2 }] })
    const account = readAccountFolder(folder)
    expect(account.tickets.map(({ id }) => id)).toEqual([8, 9])
    expect([...account.metricSets.values()].map(({ replies }) => replies).toSorted()).toEqual([1, 2])
    expect(account.tickets[0]).not.toHaveProperty('metric_set')
  })

  it('unwraps recordings, and takes single answers, bare tickets and a ticket a line', () => {
    put('recorded.json', { _recorded: { status: 200 }, body: { ticket } })
    put('bare.json', { ...ticket, id: 9 })
    put('tickets.ndjson', `${JSON.stringify({ ...ticket, id: 10 })}\n${JSON.stringify({ ...ticket, id: 11 })}\n`)
    put('user.json', { user: { id: 5, name: 'Someone', role: 'agent' } })
    const account = readAccountFolder(folder)
    expect(account.tickets.map(({ id }) => id)).toEqual([8, 9, 10, 11])
    expect(personFor(account, 'agent')?.name).toBe('Someone')
  })

  it('counts the later one of two copies of a ticket', () => {
    put('a.json', { tickets: [{ ...ticket, subject: 'new', updated_at: '2020-02-01T00:00:00Z' }] })
    put('b.json', { tickets: [ticket] })
    expect(readAccountFolder(folder).tickets).toMatchObject([{ subject: 'new' }])
  })

  it('makes up an admin, the assignees and their groups, so that someone can sign in', () => {
    put('tickets.json', { tickets: [{ ...ticket, assignee_id: 3, group_id: 4 }] })
    const account = readAccountFolder(folder)
    expect(personFor(account, 'admin')).toBeDefined()
    expect(personFor(account, 'agent')?.id).toBe(3)
    expect(account.groups).toMatchObject([{ id: 4 }])
    expect(account.groupMemberships).toMatchObject([{ user_id: 3, group_id: 4 }])
  })

  it('says which file is broken', () => {
    put('broken.json', '{')
    expect(() => readAccountFolder(folder)).toThrow('broken.json is not JSON')
  })
})
