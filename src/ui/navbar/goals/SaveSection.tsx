import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input, Textarea } from '@zendeskgarden/react-forms'
import { LG } from '@zendeskgarden/react-typography'
import { useId, useState } from 'react'
import { styled } from 'styled-components'
import { differences, type DraftFault, withDraft } from '../../../domain/draft.ts'
import type { Clock } from '../../../domain/metrics.ts'
import type { Rulebook, RulebookVersion } from '../../../domain/rulebook.ts'
import type { RulebookDesk, SavedRules } from '../../../sync/rulebookDesk.ts'
import { useLanguage } from '../../Language.tsx'
import { Remark } from '../../parts/Remark.tsx'
import { SettingsProblems } from '../../parts/SettingsProblems.tsx'
import { Subtle } from '../../parts/text.ts'
import { Buttons } from '../../parts/Buttons.ts'
import { differenceText } from './differenceText.ts'
import { faultText } from './faultText.ts'
import type { GoalPlace } from './GoalTable.tsx'
import { versionName } from './versionName.ts'

const Parts = styled.section`
  display: grid;
  gap: ${({ theme }) => theme.space.sm};
  max-width: 640px;
`

const Lines = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.space.xxs};
  padding-inline-start: ${({ theme }) => theme.space.md};
  list-style: disc;
`

interface SaveSectionProps {
  readonly draft: RulebookVersion
  /** Whether anything has been typed that would be lost. */
  readonly isTouched: boolean
  readonly present: RulebookVersion
  readonly rulebook: Rulebook
  readonly today: string
  readonly faults: readonly DraftFault[]
  readonly desk: RulebookDesk
  readonly clock: Clock
  readonly placeName: (place: GoalPlace) => string
  readonly onDraft: (draft: RulebookVersion | null) => void
  /** Is told the versions that the account has now. */
  readonly onRulebook: (versions: readonly RulebookVersion[]) => void
}

/** From when on and why, what changes in words, and the way to put it into force. */
export function SaveSection(props: SaveSectionProps) {
  const { draft, isTouched, present, rulebook, today, faults, desk, clock, placeName, onDraft, onRulebook } = props
  const { t, format } = useLanguage()
  const heading = useId()
  const [saving, setSaving] = useState<'idle' | 'busy' | SavedRules>('idle')
  const changes = differences(present, draft)

  async function save() {
    setSaving('busy')
    const versions = withDraft(rulebook, draft, today)
    const saved = await desk.save(versions)
    setSaving(saved)
    if (saved.kind === 'saved') onRulebook(versions)
  }

  /** Keeps what was typed, and puts it after what somebody else has saved. */
  async function takeOver() {
    setSaving('busy')
    const versions = await desk.reread()
    setSaving(versions === null ? { kind: 'failed', error: { kind: 'unexpectedAnswer' } } : 'idle')
    if (versions === null) return
    onRulebook(versions)
    const last = versions.at(-1)?.version ?? 0
    onDraft({ ...draft, version: last + 1 })
  }

  return (
    <Parts aria-labelledby={heading}>
      <LG tag="h2" isBold id={heading}>
        {t('goals.save.title')}
      </LG>
      <Field>
        <Field.Label>{t('goals.save.from')}</Field.Label>
        <Field.Hint>{t('goals.save.fromHint')}</Field.Hint>
        <Input
          isCompact
          type="date"
          min={today}
          value={draft.effectiveFrom ?? ''}
          onChange={({ target }) => onDraft({ ...draft, effectiveFrom: target.value })}
        />
      </Field>
      <Field>
        <Field.Label>{t('goals.save.reason')}</Field.Label>
        <Field.Hint>{t('goals.save.reasonHint')}</Field.Hint>
        <Textarea
          isCompact
          minRows={2}
          value={draft.reason}
          onChange={({ target }) => onDraft({ ...draft, reason: target.value })}
        />
      </Field>
      <div>
        <h3>{t('goals.save.changes', { version: versionName(present, t) })}</h3>
        {changes.length === 0 ? (
          <Subtle as="p">{t('goals.save.noChange')}</Subtle>
        ) : (
          <Lines>
            {changes.map((change, at) => (
              <li key={at}>{differenceText(change, clock, placeName, t, format)}</li>
            ))}
          </Lines>
        )}
      </div>
      {isTouched && faults.length > 0 && (
        <Remark type="warning" title={t('goals.save.faults', { count: faults.length })}>
          <Lines>
            {faults.map((fault, at) => (
              <li key={at}>{faultText(fault, placeName, t, format)}</li>
            ))}
          </Lines>
        </Remark>
      )}
      <Buttons>
        <Button
          isPrimary
          size="small"
          disabled={!isTouched || !desk.canWrite || faults.length > 0 || changes.length === 0 || saving === 'busy'}
          onClick={() => void save()}
        >
          {t('goals.save.button')}
        </Button>
        {isTouched && (
          <Button size="small" isBasic onClick={() => onDraft(null)}>
            {t('goals.save.discard')}
          </Button>
        )}
      </Buttons>
      {!desk.canWrite && <Subtle as="p">{t('goals.save.nowhere')}</Subtle>}
      <div aria-live="polite">
        {typeof saving === 'object' && saving.kind === 'saved' && !isTouched && (
          <Remark type="info" title={t('goals.save.saved')} role="status">
            <p>{t('goals.save.reload')}</p>
          </Remark>
        )}
        {typeof saving === 'object' && saving.kind === 'conflict' && (
          <Remark type="warning" title={t('goals.save.conflict')} role="alert">
            <p>{t('goals.save.conflictHint')}</p>
            <Button size="small" onClick={() => void takeOver()}>
              {t('goals.save.takeOver')}
            </Button>
          </Remark>
        )}
        {typeof saving === 'object' && saving.kind === 'unreadable' && (
          <SettingsProblems problems={saving.problems} isAdmin />
        )}
        {typeof saving === 'object' && saving.kind === 'failed' && (
          <Remark type="error" title={t('goals.save.failed')} role="alert">
            <p>
              {saving.error.kind === 'forbidden' ? t('goals.save.forbidden') : t(`error.${saving.error.kind}.title`)}
            </p>
            <p>{t('goals.save.nothingLost')}</p>
          </Remark>
        )}
      </div>
    </Parts>
  )
}
