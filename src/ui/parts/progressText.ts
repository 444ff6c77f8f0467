import type { Formats } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Progress } from '../../sync/syncState.ts'

/** How far a reading has come, in words, and how long the rest will take. */
export function progressText({ read, expected, secondsLeft }: Progress, t: Translate, format: Formats): string {
  if (expected === null || expected <= 0)
    return read === 0 ? t('loading.asking') : t('loading.counted', { count: read })
  // What is left are rating records, of which nobody knows how many there are.
  if (read >= expected) return t('loading.rest', { count: read })
  const progress = t('loading.expected', { read, count: expected })
  return secondsLeft === undefined || secondsLeft < WORTH_TELLING_SECONDS
    ? progress
    : t('loading.timeLeft', { progress, wait: format.wait(secondsLeft) })
}

/** A rest shorter than this is over before it is read. */
const WORTH_TELLING_SECONDS = 10

/** The same as parts of a hundred, as far as it is known. */
export const percentRead = ({ read, expected }: Progress): number =>
  expected === null || expected === 0 ? 0 : Math.min(100, Math.round((100 * read) / expected))
