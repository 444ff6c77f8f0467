import { Button } from '@zendeskgarden/react-buttons'
import { useRef, useState } from 'react'
import { withDraft } from '../../../domain/draft.ts'
import type { Rulebook, RulebookVersion } from '../../../domain/rulebook.ts'
import type { SettingsProblem } from '../../../domain/settings.ts'
import type { RulebookDesk } from '../../../sync/rulebookDesk.ts'
import { useLanguage } from '../../Language.tsx'
import { Hidden } from '../../parts/Hidden.ts'
import { SettingsProblems } from '../../parts/SettingsProblems.tsx'
import { Subtle } from '../../parts/text.ts'
import { Buttons } from '../../parts/Buttons.ts'
import { download } from '../../download.ts'

interface ExportImportProps {
  readonly rulebook: Rulebook
  readonly draft: RulebookVersion
  readonly today: string
  readonly desk: RulebookDesk
  readonly onDraft: (draft: RulebookVersion) => void
}

/** The rulebook as a file, draft included, and the latest version of a file as the draft. */
export function ExportImport({ rulebook, draft, today, desk, onDraft }: ExportImportProps) {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState<readonly SettingsProblem[]>([])

  const keep = () => download('laurel-rulebook.json', 'application/json', desk.write(withDraft(rulebook, draft, today)))

  async function read(file: File) {
    const found = desk.read(await file.text())
    setProblems(found.problems)
    const last = found.versions.at(-1)
    // The day and number of the draft stay: the file's may be long past.
    if (last !== undefined) onDraft({ ...last, version: draft.version, effectiveFrom: draft.effectiveFrom })
  }

  return (
    <section>
      <Buttons>
        <Button size="small" isBasic onClick={keep}>
          {t('goals.file.export')}
        </Button>
        <Button size="small" isBasic onClick={() => input.current?.click()}>
          {t('goals.file.import')}
        </Button>
        <Hidden as="label">
          {t('goals.file.import')}
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            tabIndex={-1}
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file !== undefined) void read(file)
              target.value = ''
            }}
          />
        </Hidden>
        <Subtle>{t('goals.file.hint')}</Subtle>
      </Buttons>
      <SettingsProblems problems={problems} isAdmin />
    </section>
  )
}
