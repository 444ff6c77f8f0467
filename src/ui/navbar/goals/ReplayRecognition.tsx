import type { Recognition, Replay } from '../../../domain/replay.ts'
import { useLanguage } from '../../Language.tsx'
import { ReplayComparison } from './ReplayComparison.tsx'
import { ReplayPart } from './ReplayPart.tsx'

const THIRDS = ['fewest', 'middle', 'most'] as const

interface ReplayRecognitionProps extends Pick<Replay, 'present' | 'draft'> {
  readonly nameOf: (kind: 'agent' | 'group', id: number) => string
}

/** How many would have been recognised, by group and by how much work there was. */
export function ReplayRecognition({ present, draft, nameOf }: ReplayRecognitionProps) {
  const { t, format } = useLanguage()
  const share = (found: Recognition | undefined) =>
    found === undefined
      ? null
      : t('replay.recognition.share', {
          share: format.text('ratio', found.share),
          n: found.recognised,
          count: found.agentPeriods,
        })
  const rows = (by: 'byGroup' | 'byVolume', nameIn: (key: number) => string) =>
    [...new Set([...present[by], ...draft[by]].map(({ key }) => key))].map((key) => {
      const [one, other] = [present, draft].map((outlook) => share(outlook[by].find((each) => each.key === key)))
      return { key, name: nameIn(key), present: one, draft: other }
    })
  const groups = rows('byGroup', (id) => nameOf('group', id)).sort((a, b) => format.compare(a.name, b.name))
  const thirds = rows('byVolume', (third) => t(`replay.third.${THIRDS[third]!}`)).sort((a, b) => a.key - b.key)
  return (
    <ReplayPart title={t('replay.recognition.title')} hint={t('replay.recognition.hint')}>
      {groups.length > 0 && (
        <ReplayComparison caption={t('replay.recognition.byGroup')} of={t('replay.recognition.group')} rows={groups} />
      )}
      <ReplayComparison caption={t('replay.recognition.byVolume')} of={t('replay.recognition.volume')} rows={thirds} />
    </ReplayPart>
  )
}
