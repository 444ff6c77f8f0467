import type { RulebookVersion } from '../domain/rulebook.ts'
import type { SettingsProblem } from '../domain/settings.ts'
import { type Installation, rulebookIn, type Saved, saveRulebook } from '../zendesk/installation.ts'
import { parseRulebook, rulebookText } from '../zendesk/rulebook.ts'

/** How saving went; `unreadable`: what would have been written could not be read back, so nothing was. */
export type SavedRules = Saved | { readonly kind: 'unreadable'; readonly problems: readonly SettingsProblem[] }

/** Where rulebooks are read from and written to. */
export interface RulebookDesk {
  /** Whether there is a place to write to; whether this person may is found out by writing. */
  readonly canWrite: boolean
  /** Writes all versions, unless somebody else has written since this copy of the app was loaded or has saved itself. */
  readonly save: (versions: readonly RulebookVersion[]) => Promise<SavedRules>
  /** The versions that the account has now, as after a conflict; later saves build on them. `null`: they cannot be read. */
  readonly reread: () => Promise<readonly RulebookVersion[] | null>
  /** As a file, and back. */
  readonly write: (versions: readonly RulebookVersion[]) => string
  readonly read: (text: string) => {
    readonly versions: readonly RulebookVersion[]
    readonly problems: readonly SettingsProblem[]
  }
}

/**
 * @param installation `null` where the account keeps no settings for the app
 * @param loaded the settings with which this copy was loaded
 */
export function rulebookDesk(installation: Installation | null, loaded: unknown): RulebookDesk {
  let basedOn = rulebookIn(loaded)
  return {
    canWrite: installation !== null,
    async save(versions) {
      if (installation === null) return { kind: 'failed', error: { kind: 'missing' } }
      const text = rulebookText(versions)
      const { problems } = parseRulebook(text)
      if (problems.length > 0) return { kind: 'unreadable', problems }
      const saved = await saveRulebook(installation, basedOn, text)
      if (saved.kind === 'saved') basedOn = text
      return saved
    },
    async reread() {
      const now = await installation?.read()
      if (now?.ok !== true) return null
      basedOn = rulebookIn(now.value)
      return basedOn === '' ? [] : parseRulebook(basedOn).versions
    },
    write: rulebookText,
    read: parseRulebook,
  }
}
