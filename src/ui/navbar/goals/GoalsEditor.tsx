import { getColor } from '@zendeskgarden/react-theming'
import { useMemo, useState } from 'react'
import { styled } from 'styled-components'
import { baseline } from '../../../domain/baseline.ts'
import { faultsIn, isSameGoal, soundPart, startDraft } from '../../../domain/draft.ts'
import type { Goal, Marks } from '../../../domain/goal.ts'
import { lint } from '../../../domain/lint.ts'
import type { MeasuredPeriod } from '../../../domain/measuring.ts'
import type { MetricKey } from '../../../domain/metrics.ts'
import { nameOf } from '../../../domain/people.ts'
import type { Instant } from '../../../domain/period.ts'
import { ratedForOthers } from '../../../domain/ratings.ts'
import { replay } from '../../../domain/replay.ts'
import { type Rulebook, type RulebookVersion, versionOn } from '../../../domain/rulebook.ts'
import type { Settings } from '../../../domain/settings.ts'
import type { Facts } from '../../../sync/syncState.ts'
import { useLanguage } from '../../Language.tsx'
import type { ScreenStore } from '../../screen.ts'
import { BaselineAssistant } from './BaselineAssistant.tsx'
import { Checks } from './Checks.tsx'
import { ExportImport } from './ExportImport.tsx'
import { type GoalPlace, GoalTable } from './GoalTable.tsx'
import { PastRemark } from './PastRemark.tsx'
import { ReplayReport } from './ReplayReport.tsx'
import { SaveSection } from './SaveSection.tsx'
import { ScopeList } from './ScopeList.tsx'
import { TeamShareSection } from './TeamShareSection.tsx'
import { usePast } from './usePast.ts'
import { versionName } from './versionName.ts'
import { WeightsSection } from './WeightsSection.tsx'

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.md};
  align-items: start;
  @media (min-width: 1100px) {
    grid-template-columns: 150px minmax(0, 1fr) minmax(320px, 380px);
  }
`

const Column = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.space.md};
`

const Card = styled.section`
  border: ${({ theme }) => theme.borders.sm} ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: ${({ theme }) => theme.space.md};
`

interface GoalsEditorProps {
  readonly facts: Facts
  readonly settings: Settings
  readonly store: ScreenStore
  readonly now: Instant
  /** The local day. */
  readonly today: string
  readonly draft: RulebookVersion | null
  readonly onDraft: (draft: RulebookVersion | null) => void
}

/** Works at the next version: goals, weights, the team's share; what tends to go wrong with them, and what they would have done. */
export function GoalsEditor({ facts, settings, store, now, today, draft: kept, onDraft }: GoalsEditorProps) {
  const { t, timeZone } = useLanguage()
  /** The account's versions, which grow by what is saved here. */
  const [rulebook, setRulebook] = useState<Rulebook>(settings.rulebook)
  const [place, setPlace] = useState<GoalPlace>({ scope: 'account', of: null })
  const [metric, setMetric] = useState<MetricKey>('firstContactResolution')
  const draft = useMemo(
    () => kept ?? startDraft(rulebook, today, timeZone, settings),
    [kept, rulebook, today, timeZone, settings],
  )
  const present = versionOn(rulebook, today)
  const past = usePast(store, settings)
  const baselineOf = useMemo(
    () =>
      (of: MetricKey, { scope, of: id }: GoalPlace) =>
        baseline(of, past.measured, { scope, of: id }, settings.minimumSample, settings.cadence),
    [past.measured, settings],
  )
  const sound = useMemo(() => soundPart(draft), [draft])
  const replayed = useMemo(
    () => replay(past.measured, present, sound, settings.minimumSample),
    [past.measured, present, sound, settings.minimumSample],
  )
  const lints = useMemo(() => {
    const context = {
      baselineOf: (goal: Goal) => baselineOf(goal.metric, goal),
      ratedForOthers: past.facts === null ? { tickets: 0, rated: 0 } : ratedForOthers(past.facts.table),
    }
    return lint({ ...draft, goals: sound.goals }, context)
  }, [draft, sound, baselineOf, past.facts])
  const faults = useMemo(() => faultsIn(draft, rulebook, today), [draft, rulebook, today])
  const { people } = facts
  const name = (kind: 'agent' | 'group', id: number) =>
    nameOf(people, kind, id) ?? t(kind === 'agent' ? 'team.unnamedAgent' : 'team.unnamedGroup', { id: String(id) })
  const placeName = ({ scope, of }: GoalPlace) => (scope === 'account' ? t('goals.account') : name(scope, of!))
  const shown = baselineOf(metric, place)
  const current = draft.goals.find(
    (goal) => goal.metric === metric && goal.scope === place.scope && goal.of === place.of,
  )

  function put(goal: Goal) {
    onDraft({ ...draft, goals: [...draft.goals.filter((other) => !isSameGoal(other, goal)), goal] })
  }

  return (
    <>
      <PastRemark past={past} now={now} />
      <Columns>
        <ScopeList draft={draft} people={people} place={place} onPlace={setPlace} placeName={placeName} />
        <Column>
          <GoalTable
            draft={draft}
            present={present}
            place={place}
            placeName={placeName(place)}
            team={place.scope === 'agent' ? latestTeam(past.measured, place.of) : null}
            clock={settings.rules.clock}
            cadence={settings.cadence}
            onDraft={onDraft}
            onMetric={setMetric}
          />
          <WeightsSection draft={draft} present={present} onDraft={onDraft} />
          <TeamShareSection draft={draft} present={present} onDraft={onDraft} />
          <SaveSection
            draft={draft}
            isTouched={kept !== null}
            present={present}
            rulebook={rulebook}
            today={today}
            faults={faults}
            desk={store.rulebookDesk}
            clock={settings.rules.clock}
            placeName={placeName}
            onDraft={onDraft}
            onRulebook={(versions) => {
              setRulebook([settings.rulebook[0], ...versions])
              onDraft(null)
            }}
          />
          <ExportImport rulebook={rulebook} draft={draft} today={today} desk={store.rulebookDesk} onDraft={onDraft} />
        </Column>
        <Column>
          <Card>
            <Checks
              lints={lints}
              clock={settings.rules.clock}
              placeName={placeName}
              onGoal={(goal) => {
                setPlace({ scope: goal.scope, of: goal.of })
                setMetric(goal.metric)
              }}
            />
          </Card>
          <Card>
            <BaselineAssistant
              metric={metric}
              baseline={shown}
              current={current ?? null}
              clock={settings.rules.clock}
              onUse={(marks: Marks) => put({ ...goalAt(current, metric, place), ...marks })}
            />
          </Card>
        </Column>
      </Columns>
      <Card>
        <ReplayReport
          replay={replayed}
          present={versionName(present, t)}
          draft={versionName(draft, t)}
          nameOf={name}
          minimumSample={settings.minimumSample}
        />
      </Card>
    </>
  )
}

/** The team that a person last worked for. */
function latestTeam(measured: readonly MeasuredPeriod[], agent: number | null): number | null {
  const found = measured.flatMap(({ agents }) => agents.filter(({ subject }) => subject.id === agent))
  return found.at(-1)?.team ?? null
}

const goalAt = (current: Goal | undefined, metric: MetricKey, { scope, of }: GoalPlace): Goal =>
  current ?? { metric, scope, of, cadence: null, why: null, threshold: NaN, target: NaN, stretch: NaN }
