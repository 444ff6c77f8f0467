import type { RulebookVersion } from '../../../domain/rulebook.ts'
import type { Translate } from '../../../i18n/translate.ts'

/** What a version of the rulebook is called. */
export const versionName = ({ version }: Pick<RulebookVersion, 'version'>, t: Translate): string =>
  version === 0 ? t('goals.versionOfSettings') : t('goals.version', { version: String(version) })
