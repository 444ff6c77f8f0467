import { texts } from '../../translations/scorecard/en.json'
import { completing, type TextFiles } from './completing.ts'
import type { Texts } from './translate.ts'

/** Translations of `SCORECARD_TEXTS`. */
export const SCORECARD_FILES: TextFiles = import.meta.glob<Texts>(
  ['../../translations/scorecard/*.json', '!../../translations/scorecard/en.json'],
  { import: 'texts' },
)

/** Texts around numbers, which the first paint of the sidebar does without. */
export const SCORECARD_TEXTS = texts

/** The tongues with the texts around numbers as well. */
export const withScorecard = completing(SCORECARD_TEXTS, SCORECARD_FILES)
