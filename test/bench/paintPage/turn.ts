/** What a frame noticed of itself. Milliseconds since its navigation began; what has not happened is not there. */
export interface Turn {
  /** The framework has registered the app. */
  registered?: number
  /** A place for numbers is in the page, without one. */
  skeleton?: number
  /** A number is in the page, be it the one of the last time, and a frame with it is drawn. */
  inserted: number
  painted: number
  /** The database is asked for; its last answer before the number computed from it. */
  asked?: number
  facts?: number
  /** The same of the number that nothing is busy with any more. */
  settledInserted: number
  settledPainted: number
  /** The first text of all. */
  firstPaint: number
  /** How long the thread was held up by tasks of more than 50 ms that began before the settled number was in the page. */
  longTasks: number
  files: readonly File[]
}

/** A file that came before the settled number was painted. */
export interface File {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly bytes: number
}

/** What is said on the console when the settled number is painted. */
export const PAINTED = 'painted'
