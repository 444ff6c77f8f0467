import { type ParsedSettings, parseParameters } from './parameters.ts'
import { parseRulebook } from './rulebook.ts'

export { SETTING_NAMES, type SettingName } from './parameters.ts'

/** Reads the app's settings, rulebook included. What cannot be read is named in `problems` and treated as not set; all else counts. */
export const parseSettings = (raw: unknown): ParsedSettings => parseParameters(raw, parseRulebook)
