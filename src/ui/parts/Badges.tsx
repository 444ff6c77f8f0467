import { styled } from 'styled-components'
import type { Award } from '../../domain/badge.ts'
import { useLanguage } from '../Language.tsx'
import { BadgeMark } from './BadgeMark.tsx'
import { Ends, SmallHeading, Stack, Subtle } from './text.ts'

const List = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 124px), 1fr));
  gap: ${({ theme }) => theme.space.sm} ${({ theme }) => theme.space.xs};
`

const Item = styled.li`
  display: grid;
  grid-template-columns: auto 1fr;
  gap: ${({ theme }) => theme.space.xs};
  align-items: center;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
`

interface BadgesProps {
  readonly awards: readonly Award[]
  readonly period: string
}

/** What was earned so far. Nothing yet is one friendly line, not an empty shelf. */
export function Badges({ awards, period }: BadgesProps) {
  const { t } = useLanguage()
  return (
    <Stack>
      <Ends>
        <SmallHeading>{t('badge.title')}</SmallHeading>
        {awards.length > 0 && <Subtle>{t('badge.soFar', { period })}</Subtle>}
      </Ends>
      {awards.length === 0 ? (
        <Subtle as="p">{t('badge.none', { period })}</Subtle>
      ) : (
        <List>
          {awards.map((award) => (
            <Item key={`${award.badge} ${award.metric}`}>
              <BadgeMark award={award} size={32} />
              <span>
                {t(`badge.name.${award.badge}`)}
                <Subtle as="div">
                  {award.metric === null ? t('badge.everyMetric') : t(`metric.${award.metric}.name`)}
                </Subtle>
              </span>
            </Item>
          ))}
        </List>
      )}
    </Stack>
  )
}
