import type { Call, Endpoint } from './call.ts'
import type { Job, JobStatus } from './customObjects.ts'
import {
  createRecord,
  mayDo,
  recordByExternalId,
  recordNamed,
  removeRecord,
  updateRecord,
  upsertRecord,
} from './records.ts'
import { admit } from './permissions.ts'
import { invalid, notFound, Refusal, sentUnder } from './request.ts'

const MOST_ITEMS = 100
const MOST_JOBS = 30
const WORKING_MS = 1000

type Item = Readonly<Record<string, unknown>>

/** What each action does with an item; gives what the job reports of it. */
const ACTIONS: Readonly<Record<string, (call: Call, item: Item) => object>> = {
  create: (call, item) => ({ id: createRecord(call, item).id, status: 'Created' }),
  update: (call, item) => ({
    id: updateRecord(call, recordNamed(call, textOf(item['id'])), item).id,
    status: 'Updated',
  }),
  delete: (call, item) => {
    const record = recordNamed(call, typeof item === 'string' ? item : textOf(item['id']))
    removeRecord(call, record)
    return { id: record.id, status: 'Deleted' }
  },
  delete_by_external_id: (call, item) => {
    const external = typeof item === 'string' ? item : textOf(item['external_id'])
    const record = recordByExternalId(call, external)
    if (record === undefined) throw notFound()
    removeRecord(call, record)
    return { id: record.id, external_id: external, status: 'Deleted' }
  },
  create_or_update_by_external_id: (call, item) => {
    const external = textOf(item['external_id'])
    if (external === '') throw invalid(422, 'external_id is missing', 'RecordInvalid')
    const { record, isNew } = upsertRecord(call, external, item)
    return { id: record.id, external_id: external, status: isNew ? 'Created' : 'Updated' }
  },
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** Jobs over many records. They are done at once and say so a second later. */
export const jobEndpoints = (path: RegExp, objectOf: (call: Call) => object): readonly Endpoint[] => [
  {
    path,
    method: 'POST',
    allowed: 'agents',
    answer: (call) => {
      objectOf(call)
      return start(call)
    },
  },
  { path: /^job_statuses\/([0-9A-Z]+)$/, allowed: 'agents', answer: show },
]

function start(call: Call) {
  const { desk, request } = call
  const { action, items } = sentUnder(request, 'job')
  const act = typeof action === 'string' ? ACTIONS[action] : undefined
  if (act === undefined || !Array.isArray(items)) throw invalid(422, 'job needs an action and items', 'RecordInvalid')
  mayDo(call, String(action).startsWith('delete') ? 'delete' : 'write')
  if (items.length > MOST_ITEMS)
    throw new Refusal(400, {
      error: 'TooManyValues',
      description: `Parameter items cannot specify more than ${MOST_ITEMS} values`,
      max_count: MOST_ITEMS,
    })
  const running = [...desk.customObjects.jobs.values()].filter(({ doneAt }) => doneAt > desk.now())
  if (running.length >= MOST_JOBS) throw invalid(429, 'Too many jobs are queued', 'TooManyJobs')
  const results = (items as Item[]).map((item, index) => ({ index, ...outcome(() => act(call, item)) }))
  const job: Job = { id: desk.customObjects.nextId(), doneAt: desk.now() + WORKING_MS, results }
  desk.customObjects.jobs.set(job.id, job)
  return { job_status: shown(call, job) }
}

/** An item that fails is reported; the others go on. */
function outcome(act: () => object): object {
  try {
    return { success: true, ...act() }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const { error, description } = JSON.parse(thrown.answer.body) as { error: unknown; description?: unknown }
    return { success: false, error, details: description }
  }
}

function show(call: Call) {
  const { desk, user, names } = call
  admit(user, desk.plan.jobStatuses)
  const job = desk.customObjects.jobs.get(names[0] ?? '')
  if (job === undefined) throw notFound()
  return { job_status: shown(call, job) }
}

function shown({ desk, request }: Call, { id, doneAt, results }: Job): JobStatus {
  const isDone = doneAt <= desk.now()
  return {
    id,
    url: `${request.origin}/api/v2/job_statuses/${id}.json`,
    total: results.length,
    progress: isDone ? results.length : 0,
    status: isDone ? 'completed' : 'queued',
    message: isDone ? `Completed at ${new Date(doneAt).toISOString()}` : null,
    results: isDone ? results : null,
  }
}
