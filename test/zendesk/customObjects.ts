/** A record as the API shows it. */
export interface CustomObjectRecord {
  readonly id: string
  readonly url: string
  readonly custom_object_key: string
  readonly name: string
  readonly external_id: string | null
  readonly custom_object_fields: Readonly<Record<string, unknown>>
  readonly created_at: string
  readonly updated_at: string
  readonly created_by_user_id: string
  readonly updated_by_user_id: string
}

export interface CustomObject {
  readonly key: string
  readonly title: string
  readonly title_pluralized: string
  readonly created_at: string
  readonly updated_at: string
  readonly created_by_user_id: string
}

export interface JobStatus {
  readonly id: string
  readonly url: string
  readonly total: number
  readonly progress: number
  readonly status: 'queued' | 'completed'
  readonly message: string | null
  readonly results: readonly object[] | null
}

/** A job is done when it is started; it says so a little later. */
export interface Job {
  readonly id: string
  /** Epoch milliseconds. */
  readonly doneAt: number
  readonly results: readonly object[]
}

/** What an account keeps of its custom objects. */
export interface CustomObjects {
  readonly objects: Map<string, CustomObject>
  /** By the object's key, then by the record's id, oldest first. */
  readonly records: Map<string, Map<string, CustomObjectRecord>>
  readonly jobs: Map<string, Job>
  /** Ids ascend, as those of Zendesk do. */
  readonly nextId: () => string
}

export function customObjects(): CustomObjects {
  let last = 0
  const nextId = () => `01JD${(++last).toString(32).toUpperCase().padStart(22, '0')}`
  return { objects: new Map(), records: new Map(), jobs: new Map(), nextId }
}
