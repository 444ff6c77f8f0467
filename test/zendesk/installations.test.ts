import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { ask } from './connection.ts'
import { openDesk } from './desk.ts'

const account = generateAccount({ seed: 7, now: Date.parse('2026-11-20T15:30:00Z'), tickets: 10, weeks: 1 })
const open = () =>
  openDesk(account, { installation: { id: 42, appId: 9, settings: { title: 'App', target: 90, secret: 'kept' } } })
const put = (settings: unknown, method = 'PUT') => ({ method, body: { settings } })
const read = (body: string) => JSON.parse(body) as { settings: object; settings_objects: object[] }

describe('an installation', () => {
  it.each(['agent', 'lead', 'admin'])('is read by an %s, alone and in the list', (who) => {
    const desk = open()
    const alone = read(ask(desk, who, 'apps/installations/42').body)
    expect(alone.settings).toEqual({ title: 'App', target: 90, secret: 'kept' })
    expect(alone.settings_objects).toContainEqual({ name: 'target', value: 90 })
    const list = JSON.parse(ask(desk, who, 'apps/installations').body) as { installations: object[] }
    expect(list.installations).toEqual([alone])
  })

  it('is changed by an admin, in part: what is not sent stays', () => {
    const desk = open()
    const { status, body } = ask(desk, 'admin', 'apps/installations/42', put({ target: 80 }))
    expect([status, read(body).settings]).toEqual([200, { title: 'App', target: 80, secret: 'kept' }])
    expect(read(ask(desk, 'agent', 'apps/installations/42').body).settings).toMatchObject({ target: 80 })
  })

  it.each([
    ['agent', '42', { target: 1 }, 403],
    ['lead', '42', { target: 1 }, 403],
    ['admin', '43', { target: 1 }, 404],
    ['admin', '42', undefined, 400],
    ['admin', '42', 'x', 400],
    [null, '42', { target: 1 }, 401],
  ])('asked by %s to change %s to %o answers %i and changes nothing', (who, id, settings, status) => {
    const desk = open()
    expect(ask(desk, who, `apps/installations/${id}`, put(settings)).status).toBe(status)
    expect(desk.installation.settings).toMatchObject({ target: 90 })
  })

  it('refuses a body that is not JSON', () => {
    expect(ask(open(), 'admin', 'apps/installations/42', { method: 'PUT' }).status).toBe(422)
  })
})
