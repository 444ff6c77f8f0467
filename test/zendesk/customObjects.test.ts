import { describe, expect, it } from 'vitest'
import { generateAccount } from './account.ts'
import { virtualClock } from './clock.ts'
import { ask } from './connection.ts'
import type { CustomObjectRecord, JobStatus } from './customObjects.ts'
import type { DeskOptions } from './desk.ts'
import { openDesk } from './desk.ts'
import { withRole } from './policy.ts'
import type { Account } from './shapes.ts'

const NOW = Date.parse('2026-11-20T15:30:00Z')
const account = generateAccount({ seed: 7, now: NOW, tickets: 10, weeks: 1 })
const LIGHT = String(account.users.find(({ only_private_comments: light }) => light)!.id)
const RECORDS = 'custom_objects/card/records'
const object = { custom_object: { key: 'card', title: 'Card', title_pluralized: 'Cards' } }

interface Body {
  custom_object_record: CustomObjectRecord
  custom_object_records: CustomObjectRecord[]
  custom_objects: { key: string }[]
  job_status: JobStatus
  count: { value: number }
  meta: { has_more: boolean; after_cursor: string }
  error: unknown
}

function open(options: DeskOptions = {}, at: Account = account) {
  const clock = virtualClock(NOW)
  const desk = openDesk(at, { now: clock.now, ...options })
  const call = (who: string, method: string, path: string, body?: unknown) => {
    const given = ask(desk, who, path, { method, body })
    return { status: given.status, body: (given.body === '' ? {} : JSON.parse(given.body)) as Body }
  }
  call('admin', 'POST', 'custom_objects', object)
  const upsert = (external: string, fields: object, who = 'agent') =>
    call(who, 'PATCH', `${RECORDS}?external_id=${external}`, {
      custom_object_record: { name: external, custom_object_fields: fields },
    })
  const job = (action: string, items: unknown, who = 'agent') =>
    call(who, 'POST', 'custom_objects/card/jobs', { job: { action, items } })
  return { clock, call, upsert, job }
}

describe('a custom object', () => {
  it.each([
    ['agent', 403],
    ['lead', 403],
    ['admin', 201],
  ])('is created by an admin only: %s, %i', (who, status) => {
    const { call } = open()
    expect(call(who, 'POST', 'custom_objects', { custom_object: { key: 'other', title: 'Other' } }).status).toBe(status)
    expect(call('agent', 'GET', 'custom_objects').body.custom_objects).toHaveLength(status === 201 ? 2 : 1)
  })

  it.each([[{ key: 'card', title: 'Again' }], [{ key: 'No Key', title: 'x' }], [{ key: 'x' }]])(
    'is refused as %o',
    (wrong) => expect(open().call('admin', 'POST', 'custom_objects', { custom_object: wrong }).status).toBe(422),
  )

  it.each([403, 404] as const)('is nowhere on a plan without custom objects: %i', (customObjects) => {
    const { call, upsert } = open({ plan: { customObjects } })
    for (const who of ['agent', 'admin'])
      for (const path of ['custom_objects', RECORDS, `${RECORDS}/count`])
        expect(call(who, 'GET', path).status).toBe(customObjects)
    expect(upsert('a', {}).status).toBe(customObjects)
  })

  it('that was never created has no records', () => {
    expect(open().call('agent', 'GET', 'custom_objects/nothing/records').status).toBe(404)
  })
})

describe('a record', () => {
  it('is created by its external id, then changed by it, field by field', async () => {
    const { clock, call, upsert } = open()
    const created = upsert('week-1', { total: 1, best: 2 })
    await clock.advance(5000)
    const changed = upsert('week-1', { total: 3 })
    expect([created.status, changed.status]).toEqual([201, 200])
    const record = changed.body.custom_object_record
    expect(record).toMatchObject({ external_id: 'week-1', custom_object_fields: { total: 3, best: 2 } })
    expect([record.created_at, record.updated_at]).toEqual(['2026-11-20T15:30:00Z', '2026-11-20T15:30:05Z'])
    expect(call('agent', 'GET', `${RECORDS}/${record.id}`).body.custom_object_record).toEqual(record)
    expect(call('agent', 'GET', `${RECORDS}/count`).body.count.value).toBe(1)
  })

  it('is created, changed and deleted by its id', () => {
    const { call } = open()
    const { status, body } = call('agent', 'POST', RECORDS, { custom_object_record: { name: 'One' } })
    const path = `${RECORDS}/${body.custom_object_record.id}`
    expect(status).toBe(201)
    const renamed = call('lead', 'PATCH', path, { custom_object_record: { name: 'Two' } })
    expect(renamed.body.custom_object_record.name).toBe('Two')
    expect(call('agent', 'DELETE', path).status).toBe(204)
    expect(call('agent', 'GET', path).status).toBe(404)
  })

  it('has one external id for itself', () => {
    const { call, upsert } = open()
    upsert('a', {})
    expect(call('agent', 'POST', RECORDS, { custom_object_record: { external_id: 'a' } }).status).toBe(422)
  })

  it.each([
    [32 * 1024 - 11, 201],
    [32 * 1024, 422],
  ])('may hold 32 KB: text of %i bytes answers %i', (length, status) => {
    expect(open().upsert('big', { text: 'x'.repeat(length) }).status).toBe(status)
  })

  it.each([
    ['admin', 201, 200],
    ['agent', 201, 200],
    ['lead', 201, 200],
    [LIGHT, 403, 200],
  ])('is written by those who may: %s, write %i, read %i', (who, write, read) => {
    const { call, upsert } = open()
    expect(upsert('a', {}, who).status).toBe(write)
    expect(call(who, 'GET', RECORDS).status).toBe(read)
  })

  it.each<[string, Record<string, { scopes: ('read' | 'write' | 'delete')[] }>, number, number, number]>([
    ['none', {}, 403, 403, 403],
    ['reading', { card: { scopes: ['read'] } }, 200, 403, 403],
    ['reading and writing', { card: { scopes: ['read', 'write'] } }, 200, 201, 403],
    ['another object', { other: { scopes: ['read', 'write'] } }, 403, 403, 403],
  ])('under a role that gives %s: %o', (_name, custom_objects, read, write, remove) => {
    const agent = account.users.find(({ role, custom_role_id: custom }) => role === 'agent' && custom === null)!.id
    const { call, upsert } = open({}, withRole(account, agent, { custom_objects }))
    const { id } = upsert('known', {}, 'admin').body.custom_object_record
    expect(call(String(agent), 'GET', RECORDS).status).toBe(read)
    expect(upsert('a', {}, String(agent)).status).toBe(write)
    expect(call(String(agent), 'DELETE', `${RECORDS}/${id}`).status).toBe(remove)
  })
})

describe('records', () => {
  function filled() {
    const opened = open()
    for (let index = 0; index < 25; index++) opened.upsert(`agent-${String(index).padStart(2, '0')}`, { index })
    return opened
  }
  const externalIds = ({ custom_object_records: records }: Body) => records.map(({ external_id: id }) => id)

  it('come by cursor, never by number', () => {
    const { call } = filled()
    const first = call('agent', 'GET', `${RECORDS}?page[size]=20`).body
    expect([first.custom_object_records.length, first.meta.has_more]).toEqual([20, true])
    const rest = call('agent', 'GET', `${RECORDS}?page[size]=20&page[after]=${first.meta.after_cursor}`).body
    expect([rest.custom_object_records.length, rest.meta.has_more]).toEqual([5, false])
    for (const by of ['page=2', 'per_page=10', 'page[size]=101'])
      expect(call('agent', 'GET', `${RECORDS}?${by}`).status).toBe(400)
  })

  it('are kept to external ids, found by a part of them, and sorted', () => {
    const { call } = filled()
    expect(externalIds(call('agent', 'GET', `${RECORDS}?filter[external_ids]=agent-03,agent-07,none`).body)).toEqual([
      'agent-03',
      'agent-07',
    ])
    expect(externalIds(call('agent', 'GET', `${RECORDS}/search?query=AGENT-2`).body)).toHaveLength(5)
    expect(externalIds(call('agent', 'GET', `${RECORDS}?sort=-id`).body)[0]).toBe('agent-24')
  })
})

describe('a job', () => {
  const items = (count: number) => Array.from({ length: count }, (_, index) => ({ external_id: `a-${index}` }))

  it('changes up to a hundred records, and says later that it is done', async () => {
    const { clock, call, job } = open()
    const started = job('create_or_update_by_external_id', items(100))
    expect(started).toMatchObject({ status: 200, body: { job_status: { status: 'queued', total: 100, progress: 0 } } })
    await clock.advance(1000)
    const { body } = call('admin', 'GET', `job_statuses/${started.body.job_status.id}`)
    expect(body.job_status).toMatchObject({ status: 'completed', progress: 100 })
    expect(body.job_status.results?.[0]).toMatchObject({ index: 0, success: true, status: 'Created' })
    expect(call('agent', 'GET', `${RECORDS}/count`).body.count.value).toBe(100)
  })

  it.each([
    ['create_or_update_by_external_id', 101, 400],
    ['create', 1, 200],
    ['juggle', 1, 422],
  ])('%s of %i records answers %i', (action, count, status) => {
    expect(open().job(action, items(count)).status).toBe(status)
  })

  it('reports the items that fail and goes on with the others', async () => {
    const { clock, call, job } = open()
    const started = job('delete_by_external_id', [{ external_id: 'none' }])
    const mixed = job('create', [{ external_id: 'x' }, { external_id: 'x' }, { external_id: 'y' }])
    await clock.advance(1000)
    const resultsOf = (id: string) => call('admin', 'GET', `job_statuses/${id}`).body.job_status.results
    expect(resultsOf(started.body.job_status.id)).toMatchObject([{ success: false, error: 'RecordNotFound' }])
    expect(resultsOf(mixed.body.job_status.id)).toMatchObject([
      { success: true },
      { success: false },
      { success: true },
    ])
  })

  it('waits when thirty others do', async () => {
    const { clock, job } = open()
    for (let jobs = 0; jobs < 30; jobs++) expect(job('create', []).status).toBe(200)
    expect(job('create', []).status).toBe(429)
    await clock.advance(1000)
    expect(job('create', []).status).toBe(200)
  })

  it.each([
    ['admins', 403],
    ['agents', 200],
  ] as const)('tells its state to %s: an agent gets %i', (jobStatuses, status) => {
    const { call, job } = open({ plan: { jobStatuses } })
    const { id } = job('create', items(1)).body.job_status
    expect(call('agent', 'GET', `job_statuses/${id}`).status).toBe(status)
  })

  it('is not for light agents', () => {
    expect(open().job('create', items(1), LIGHT).status).toBe(403)
  })
})
