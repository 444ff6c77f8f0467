import { texts } from '../../translations/pages/en.json'
import { completing } from './completing.ts'
import { SCORECARD_FILES, SCORECARD_TEXTS } from './scorecardTexts.ts'
import type { Texts } from './translate.ts'

const FILES = import.meta.glob<Texts>(['../../translations/pages/*.json', '!../../translations/pages/en.json'], {
  import: 'texts',
})

/** The tongues with the texts around numbers, and those of the nav bar's pages, which the sidebar does without. */
export const withPages = completing({ ...SCORECARD_TEXTS, ...texts }, { ...SCORECARD_FILES, ...FILES })
