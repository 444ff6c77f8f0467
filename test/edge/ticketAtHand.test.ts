import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ticketAtHand, watchTicket } from '../../src/zendesk/ticketAtHand.ts'

const CREATED = Date.UTC(2026, 10, 20, 9, 42) / 1000

const message = (role: string, channel = 'web') => ({
  author: { id: 1, name: 'Somebody', role, avatar: '' },
  channel: { name: channel },
  message: { content: 'A private matter.', contentType: 'text/html' },
  timestamp: '2026-11-20T09:42:00Z',
  attachments: [],
})

/** The shape that the framework answers with: a value or an error for each path. */
const ANSWER = {
  errors: {},
  'ticket.id': 7001,
  'ticket.status': 'open',
  'ticket.createdAt': '2026-11-20T09:42:00Z',
  'ticket.assignee.user': { id: 11, name: 'Amara Okafor', email: 'amara@example.com' },
  'ticket.tags': ['billing'],
  'ticket.via.channel': 'email',
  'ticket.conversation': [message('end-user')],
}

const clientWith = (answer: unknown) => ({ get: () => Promise.resolve(answer) })
const read = (parts: Record<string, unknown> = {}) => ticketAtHand(clientWith({ ...ANSWER, ...parts }))
const replyIn = async (...conversation: unknown[]) =>
  (await read({ 'ticket.conversation': conversation }))!.hasAgentReply

describe('the ticket at hand', () => {
  it('is what the workspace shows, without a name, a subject or a word of anybody', async () => {
    expect(await read()).toEqual({
      id: 7001,
      status: 'open',
      created: CREATED,
      assignee: 11,
      hasAgentReply: false,
      tags: ['billing'],
      channel: 'email',
    })
  })

  it.each([
    ['an offset', '2026-11-20T10:42:00+01:00', CREATED],
    ['a fraction', '2026-11-20T09:42:00.123Z', CREATED],
    ['words', 'Fri Nov 20 2026', null],
    ['nothing', undefined, null],
  ])('was created at an instant with %s', async (_, text, created) => {
    expect((await read({ 'ticket.createdAt': text }))!.created).toBe(created)
  })

  it.each([null, undefined])('has nobody for an assignee where that is %s', async (user) => {
    expect((await read({ 'ticket.assignee.user': user }))!.assignee).toBeNull()
  })

  it('is not known when its assignee is not', async () => {
    const errors = { 'ticket.assignee.user': { name: 'APIUnavailableError', message: 'is not available' } }
    expect(await ticketAtHand(clientWith({ ...ANSWER, 'ticket.assignee.user': undefined, errors }))).toBeNull()
    expect(await read({ 'ticket.assignee.user': { name: 'Amara' } })).toBeNull()
    expect(await read({ 'ticket.assignee.user': 'Amara' })).toBeNull()
  })

  it('does without what is missing otherwise', async () => {
    const answer = { errors: { 'ticket.tags': {} }, 'ticket.id': 1, 'ticket.status': 'new' }
    expect(await ticketAtHand(clientWith(answer))).toEqual({
      id: 1,
      status: 'new',
      created: null,
      assignee: null,
      hasAgentReply: null,
      tags: [],
      channel: null,
    })
  })
})

describe('a public reply by an agent', () => {
  it.each<[what: string, conversation: unknown[], has: boolean | null]>([
    ['is there', [message('end-user'), message('agent', 'email')], true],
    ['may be an admin’s', [message('end-user'), message('admin')], true],
    ['is there in a chat', [message('end-user', 'chat'), message('agent', 'chat')], true],
    ['is there, whatever else cannot be read', [message('end-user'), message('robot'), null, message('agent')], true],
    ['is not a note', [message('end-user'), message('agent', 'internal')], false],
    ['is not a trigger’s', [message('end-user'), message('system', 'rule')], false],
    ['is not another message of the customer', [message('end-user'), message('end-user')], false],
    ['is not there', [message('end-user')], false],
    ['is the second message of a ticket that an agent opened', [message('agent'), message('agent')], true],
    ['cannot be told of a ticket that an agent opened', [message('agent'), message('end-user')], null],
    ['is not there when an agent opened the ticket with a note', [message('agent', 'internal')], false],
    ['cannot be told by a role that is new to us', [message('end-user'), message('360012')], null],
    ['cannot be told by a message without a channel', [message('end-user'), { author: { role: 'agent' } }], null],
    ['cannot be told by no message at all', [], null],
  ])('%s', async (_, conversation, has) => {
    expect(await replyIn(...conversation)).toBe(has)
  })

  it.each([
    ['a list', 'none'],
    ['there', undefined],
    ['allowed', null],
  ])('cannot be told when the conversation is not %s', async (_, conversation) => {
    expect((await read({ 'ticket.conversation': conversation }))!.hasAgentReply).toBeNull()
  })
})

describe('garbage', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'open'],
    ['a list', []],
    ['a timeout of the SDK, which resolves', { name: 'TimeoutError', message: 'Timeout when invoking "invoke"' }],
    ['an id that is none', { ...ANSWER, 'ticket.id': '7001' }],
    ['no status', { ...ANSWER, 'ticket.status': undefined }],
  ])('is no ticket: %s', async (_, answer) => {
    expect(await ticketAtHand(clientWith(answer))).toBeNull()
  })

  it('is no ticket when the framework refuses', async () => {
    expect(await ticketAtHand({ get: () => Promise.reject(new Error('Invocation request timeout')) })).toBeNull()
  })

  it('of any kind is a ticket or none, and never an exception', async () => {
    const part = fc.constantFrom(...Object.keys(ANSWER))
    await fc.assert(
      fc.asyncProperty(part, fc.anything(), fc.array(fc.anything()), async (name, value, conversation) => {
        await ticketAtHand(clientWith(value))
        await read({ [name]: value })
        await read({ 'ticket.conversation': conversation })
      }),
    )
  })
})

describe('watching', () => {
  it('hears of everything that may change the ticket, and is no hook that saving waits for', () => {
    const events: string[] = []
    let told = 0
    const on = (event: string, listener: (data: unknown) => void) => {
      events.push(event)
      listener('anything')
    }
    watchTicket({ on }, () => told++)
    expect(events).toEqual(expect.arrayContaining(['ticket.status.changed', 'ticket.conversation.changed']))
    expect(events).not.toContain('ticket.save')
    expect(told).toBe(events.length)
  })
})
