import type { Call, Endpoint } from './call.ts'
import type { CustomObject } from './customObjects.ts'
import { jobEndpoints } from './jobs.ts'
import { cursorPage } from './paging.ts'
import { createRecord, mayDo, recordNamed, recordsOf, removeRecord, updateRecord, upsertRecord } from './records.ts'
import { forbidden, invalid, notFound, Reply, sentUnder } from './request.ts'
import { iso } from './schedule.ts'

const KEY = '([a-z0-9_]+)'
const at = (rest: string) => new RegExp(`^custom_objects/${KEY}${rest}$`)

/** Custom objects and their records: an object is an admin's, a record everybody's who may write. */
export const CUSTOM_OBJECT_ENDPOINTS: readonly Endpoint[] = (
  [
    {
      path: /^custom_objects$/,
      allowed: 'agents',
      answer: ({ desk }) => ({ custom_objects: [...desk.customObjects.objects.values()] }),
    },
    { path: /^custom_objects$/, method: 'POST', allowed: 'admins', answer: createObject },
    { path: at(''), allowed: 'agents', answer: (call) => ({ custom_object: objectOf(call) }) },
    { path: at('/records'), allowed: 'agents', answer: list },
    { path: at('/records'), method: 'POST', allowed: 'agents', answer: create },
    { path: at('/records'), method: 'PATCH', allowed: 'agents', answer: upsert },
    { path: at('/records/count'), allowed: 'agents', answer: count },
    { path: at('/records/search'), allowed: 'agents', answer: search },
    { path: at('/records/([0-9A-Z]+)'), allowed: 'agents', answer: show },
    { path: at('/records/([0-9A-Z]+)'), method: 'PATCH', allowed: 'agents', answer: update },
    { path: at('/records/([0-9A-Z]+)'), method: 'DELETE', allowed: 'agents', answer: remove },
    ...jobEndpoints(at('/jobs'), objectOf),
  ] satisfies Endpoint[]
).map((endpoint) => ({ ...endpoint, answer: byPlan(endpoint.answer) }))

/** Refuses everything where the plan has no custom objects. */
function byPlan(answer: Endpoint['answer']): Endpoint['answer'] {
  return (call) => {
    if (call.desk.plan.customObjects === 403) throw forbidden()
    if (call.desk.plan.customObjects === 404) throw notFound()
    return answer(call)
  }
}

function objectOf({ desk, names: [key = ''] }: Call): CustomObject {
  const object = desk.customObjects.objects.get(key)
  if (object === undefined) throw notFound()
  return object
}

function createObject({ desk, request, user }: Call) {
  const { key, title, title_pluralized: plural } = sentUnder(request, 'custom_object')
  if (typeof key !== 'string' || !/^[a-z0-9_]+$/.test(key) || typeof title !== 'string')
    throw invalid(422, 'key and title are required', 'RecordInvalid')
  if (desk.customObjects.objects.has(key)) throw invalid(422, `${key} is taken`, 'RecordInvalid')
  const now = iso(Math.floor(desk.now() / 1000))
  const object: CustomObject = {
    key,
    title,
    title_pluralized: typeof plural === 'string' ? plural : title,
    created_at: now,
    updated_at: now,
    created_by_user_id: String(user!.id),
  }
  desk.customObjects.objects.set(key, object)
  return new Reply(201, { custom_object: object })
}

/** Records by cursor only; a page by number is refused. */
function list(call: Call) {
  const { desk, request } = call
  objectOf(call)
  mayDo(call, 'read')
  if (request.query.has('page') || request.query.has('per_page'))
    throw invalid(400, 'Only cursor pagination is supported', 'InvalidPaginationParameter')
  const asked = (name: string) => request.query.get(name)?.split(',')
  const ids = asked('filter[ids]')
  const externalIds = asked('filter[external_ids]')
  const some = recordsOf(call).filter(
    ({ id, external_id: external }) =>
      (ids?.includes(id) ?? true) && (externalIds === undefined || externalIds.includes(external ?? '')),
  )
  const sort = request.query.get('sort') ?? 'id'
  const placed = some.map((record, index) => ({ record, place: placeOf(record.updated_at, index, sort) }))
  const inOrder = placed.toSorted((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
  const { items, around } = cursorPage(inOrder, ({ place }) => place, request, { now: desk.now(), largest: 100 })
  return { custom_object_records: items.map(({ record }) => record), ...around }
}

function placeOf(updated: string, index: number, sort: string): readonly [number, number] {
  const time = sort.endsWith('updated_at') ? Date.parse(updated) : 0
  return sort.startsWith('-') ? [-time, 1e9 - index] : [time, index]
}

function count(call: Call) {
  objectOf(call)
  mayDo(call, 'read')
  return { count: { value: recordsOf(call).length, refreshed_at: iso(Math.floor(call.desk.now() / 1000)) } }
}

/** Finds by a part of the name or of the external id. */
function search(call: Call) {
  const { desk, request } = call
  objectOf(call)
  mayDo(call, 'read')
  const query = (request.query.get('query') ?? '').toLowerCase()
  const fits = (text: string | null) => (text ?? '').toLowerCase().includes(query)
  const some = recordsOf(call).filter(({ name, external_id: external }) => fits(name) || fits(external))
  const placed = some.map((record, index) => ({ record, index }))
  const limits = { now: desk.now(), largest: 100 }
  const { items, around } = cursorPage(placed, ({ index }) => [0, index], request, limits)
  return { custom_object_records: items.map(({ record }) => record), count: some.length, ...around }
}

function create(call: Call) {
  objectOf(call)
  mayDo(call, 'write')
  return new Reply(201, { custom_object_record: createRecord(call, sentUnder(call.request, 'custom_object_record')) })
}

function upsert(call: Call) {
  objectOf(call)
  mayDo(call, 'write')
  const external = call.request.query.get('external_id')
  if (external === null || external === '') throw invalid(400, 'Parameter external_id is required', 'MissingParameter')
  const { record, isNew } = upsertRecord(call, external, sentUnder(call.request, 'custom_object_record'))
  return new Reply(isNew ? 201 : 200, { custom_object_record: record })
}

function show(call: Call) {
  objectOf(call)
  mayDo(call, 'read')
  return { custom_object_record: recordNamed(call, call.names[1] ?? '') }
}

function update(call: Call) {
  objectOf(call)
  mayDo(call, 'write')
  const record = recordNamed(call, call.names[1] ?? '')
  return { custom_object_record: updateRecord(call, record, sentUnder(call.request, 'custom_object_record')) }
}

function remove(call: Call) {
  objectOf(call)
  mayDo(call, 'delete')
  removeRecord(call, recordNamed(call, call.names[1] ?? ''))
  return new Reply(204, null)
}
