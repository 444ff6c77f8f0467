import type { SettingsProblem } from '../../domain/settings.ts'
import { useLanguage } from '../Language.tsx'
import { Remark } from './Remark.tsx'
import { Subtle } from './text.ts'

interface SettingsProblemsProps {
  readonly problems: readonly SettingsProblem[]
  /** Only an admin can mend a setting, so only an admin is shown which one. */
  readonly isAdmin: boolean
}

/** Settings that could not be read: named to admins with what stood there, one calm line for everybody else. */
export function SettingsProblems({ problems, isAdmin }: SettingsProblemsProps) {
  const { t } = useLanguage()
  if (problems.length === 0) return null
  if (!isAdmin) return <Subtle as="p">{t('settings.forAgents', { count: problems.length })}</Subtle>
  return (
    <Remark type="warning" title={t('settings.title', { count: problems.length })}>
      <ul>
        {problems.map(({ field, found, expected }) => (
          <li key={field}>
            <code>{field}</code>
            <p>{t('settings.problem', { found, expected: t(`settings.expected.${expected}`) })}</p>
          </li>
        ))}
      </ul>
      <p>{t('settings.meanwhile')}</p>
    </Remark>
  )
}
