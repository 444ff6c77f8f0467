import type { Facts } from '../../sync/syncState.ts'
import { useLanguage } from '../Language.tsx'
import { isWhole } from '../parts/isWhole.ts'
import { Remark } from '../parts/Remark.tsx'
import { Section } from '../parts/Section.tsx'
import type { OwnNumbers } from './useOwnNumbers.ts'

interface EmptyRemarksProps {
  readonly own: OwnNumbers
  readonly facts: Facts
}

/** Why there is little to see: no tickets yet, no goals yet, or somebody who has just begun. */
export function EmptyRemarks({ own: { isEmpty, hasGoals, newcomerSince, period, name }, facts }: EmptyRemarksProps) {
  const { t, format } = useLanguage()
  if (isEmpty) {
    if (!isWhole(period, facts)) return null
    return (
      <Section>
        <Remark type="info" title={t('empty.title', { period: name })}>
          <p>{t('empty.own')}</p>
        </Remark>
      </Section>
    )
  }
  return (
    <>
      {!hasGoals && (
        <Section>
          <Remark type="info" title={t('baseline.title')}>
            <p>{t('baseline.hint')}</p>
          </Remark>
        </Section>
      )}
      {newcomerSince !== null && (
        <Section>
          <Remark type="info" title={t('newcomer.title')}>
            <p>{t('newcomer.hint', { day: format.shortDay(newcomerSince) })}</p>
          </Remark>
        </Section>
      )}
    </>
  )
}
