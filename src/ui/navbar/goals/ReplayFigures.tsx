import type { Outlook, Replay } from '../../../domain/replay.ts'
import { useLanguage } from '../../Language.tsx'
import { ReplayComparison } from './ReplayComparison.tsx'
import { ReplayPart } from './ReplayPart.tsx'
import { pointsText, scoreText } from './replayPoints.ts'

interface ReplayFiguresProps {
  readonly replay: Replay
  readonly nameOf: (kind: 'agent' | 'group', id: number) => string
}

/** The scores of both versions in a few figures. */
export function ReplayFigures({ replay: { present, draft, people }, nameOf }: ReplayFiguresProps) {
  const { t } = useLanguage()
  const score = (value: number | null) => (value === null ? null : scoreText(value, t))
  const figures = ['median', 'hundred', 'range', 'volatility'] as const
  const rows = figures.map((figure) => ({
    key: figure,
    name: t(`replay.figures.name.${figure}`),
    present: said(figure, present),
    draft: said(figure, draft),
  }))
  const [most] = people
  const largest =
    most === undefined || most.difference === null
      ? null
      : t('replay.figures.by', { name: nameOf('agent', most.subject.id), points: pointsText(most.difference, t) })
  return (
    <ReplayPart title={t('replay.figures.title')}>
      <ReplayComparison
        caption={t('replay.figures.caption')}
        of={t('replay.figures.figure')}
        rows={[...rows, { key: 'largest', name: t('replay.figures.largest'), present: '', draft: largest }]}
      />
    </ReplayPart>
  )

  function said(figure: (typeof figures)[number], { overall, volatility }: Outlook): string | null {
    const { medianScore, atHundred, people: count, lowest, highest } = overall
    switch (figure) {
      case 'median':
        return score(medianScore)
      case 'hundred':
        return t('replay.part', { n: atHundred, count })
      case 'range':
        return lowest === null || highest === null
          ? null
          : t('replay.range', { low: scoreText(lowest, t), high: scoreText(highest, t) })
      case 'volatility':
        return score(volatility)
    }
  }
}
