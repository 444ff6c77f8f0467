import type { Call } from './call.ts'
import type { CustomObjectRecord } from './customObjects.ts'
import { forbidden, invalid, notFound } from './request.ts'
import { iso } from './schedule.ts'
import { configurationOf } from './visibility.ts'

const LARGEST_BYTES = 32 * 1024

type Sent = Readonly<Record<string, unknown>>

/**
 * Refuses a person who may not do this with records. A custom role that lists objects decides by that list; otherwise
 * admins and agents may do everything and light agents may read.
 */
export function mayDo({ desk, user, names: [key = ''] }: Call, what: 'read' | 'write' | 'delete'): void {
  if (user!.role === 'admin') return
  const granted = configurationOf(desk.account, user!).custom_objects
  const isAllowed =
    granted === undefined
      ? what === 'read' || !user!.only_private_comments
      : (granted[key]?.scopes.includes(what) ?? false)
  if (!isAllowed) throw forbidden()
}

function tableOf({ desk, names: [key = ''] }: Call): Map<string, CustomObjectRecord> {
  const known = desk.customObjects.records.get(key) ?? new Map<string, CustomObjectRecord>()
  desk.customObjects.records.set(key, known)
  return known
}

export const recordsOf = (call: Call): readonly CustomObjectRecord[] => [...tableOf(call).values()]

export const recordByExternalId = (call: Call, external: string): CustomObjectRecord | undefined =>
  recordsOf(call).find(({ external_id: id }) => id === external)

export function recordNamed(call: Call, id: string): CustomObjectRecord {
  const record = tableOf(call).get(id)
  if (record === undefined) throw notFound()
  return record
}

export function createRecord(call: Call, sent: Sent): CustomObjectRecord {
  const { desk, user, names } = call
  const [key = ''] = names
  const external = textIn(sent, 'external_id')
  if (external !== null && recordByExternalId(call, external) !== undefined)
    throw invalid(422, `external_id ${external} is taken`, 'RecordInvalid')
  const id = desk.customObjects.nextId()
  const now = iso(Math.floor(desk.now() / 1000))
  return kept(call, {
    id,
    url: `https://${desk.account.subdomain}.zendesk.com/api/v2/custom_objects/${key}/records/${id}.json`,
    custom_object_key: key,
    name: textIn(sent, 'name') ?? id,
    external_id: external,
    custom_object_fields: fieldsIn(sent),
    created_at: now,
    updated_at: now,
    created_by_user_id: String(user!.id),
    updated_by_user_id: String(user!.id),
  })
}

/** Fields that are not sent stay as they are. */
export function updateRecord(call: Call, record: CustomObjectRecord, sent: Sent): CustomObjectRecord {
  return kept(call, {
    ...record,
    name: textIn(sent, 'name') ?? record.name,
    external_id: 'external_id' in sent ? textIn(sent, 'external_id') : record.external_id,
    custom_object_fields: { ...record.custom_object_fields, ...fieldsIn(sent) },
    updated_at: iso(Math.floor(call.desk.now() / 1000)),
    updated_by_user_id: String(call.user!.id),
  })
}

export function upsertRecord(call: Call, external: string, sent: Sent) {
  const known = recordByExternalId(call, external)
  const whole = { ...sent, external_id: external }
  const record = known === undefined ? createRecord(call, whole) : updateRecord(call, known, whole)
  return { record, isNew: known === undefined }
}

export function removeRecord(call: Call, { id }: CustomObjectRecord): void {
  tableOf(call).delete(id)
}

function kept(call: Call, record: CustomObjectRecord): CustomObjectRecord {
  if (Buffer.byteLength(JSON.stringify(record.custom_object_fields)) > LARGEST_BYTES)
    throw invalid(422, 'A record cannot be larger than 32 KB', 'RecordInvalid')
  tableOf(call).set(record.id, record)
  return record
}

const textIn = (sent: Sent, name: string): string | null => (typeof sent[name] === 'string' ? sent[name] : null)

function fieldsIn({ custom_object_fields: fields }: Sent): Sent {
  return typeof fields === 'object' && fields !== null ? (fields as Sent) : {}
}
