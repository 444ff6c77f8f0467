import type { Translate } from '../../i18n/translate.ts'
import type { Progress } from '../../sync/syncState.ts'

/** How far a reading has come, in words. */
export function progressText({ read, expected }: Progress, t: Translate): string {
  if (expected !== null && expected > 0) return t('loading.expected', { read, count: Math.max(read, expected) })
  return read === 0 ? t('loading.asking') : t('loading.counted', { count: read })
}

/** The same as parts of a hundred, as far as it is known. */
export const percentRead = ({ read, expected }: Progress): number =>
  expected === null || expected === 0 ? 0 : Math.min(100, Math.round((100 * read) / expected))
