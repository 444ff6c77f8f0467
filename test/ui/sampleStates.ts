import type { Settings, SettingsProblem } from '../../src/domain/settings.ts'
import type { SyncState } from '../../src/sync/syncState.ts'
import {
  AMARAS_MONTH,
  BILLING,
  emptyFacts,
  FEW_RATINGS,
  GOALS,
  NIGHT_SHIFT,
  NO_GOALS,
  ownFacts,
  PROBLEMS,
  settingsWith,
  teamFacts,
} from './sampleFacts.ts'

/** A state that a screen can be in, by name. */
export interface Sample {
  readonly state: SyncState
  readonly settings: Settings
  readonly problems: readonly SettingsProblem[]
}

type Failure = Extract<SyncState, { kind: 'failed' }>['error']

export const FAILURES: Readonly<Record<Failure['kind'], Failure>> = {
  forbidden: { kind: 'forbidden' },
  missing: { kind: 'missing' },
  signedOut: { kind: 'signedOut' },
  limited: { kind: 'limited', retryAfterSeconds: 93 },
  offline: { kind: 'offline' },
  server: { kind: 'server', status: 503 },
  unexpectedAnswer: { kind: 'unexpectedAnswer' },
}

const failures = Object.values(FAILURES)
const progress = { read: 300, expected: 960 }

const sample = (state: SyncState, settings = GOALS, problems: readonly SettingsProblem[] = []): Sample => ({
  state,
  settings,
  problems,
})

const named = (prefix: string, make: (error: Failure) => Sample): Readonly<Record<string, Sample>> =>
  Object.fromEntries(failures.map((error) => [`${prefix}-${error.kind}`, make(error)]))

const own = ownFacts()
const billing = teamFacts()

export const SIDEBAR_SAMPLES: Readonly<Record<string, Sample>> = {
  ready: sample({ kind: 'ready', facts: own }),
  loading: sample({ kind: 'loading', progress }),
  asking: sample({ kind: 'loading', progress: { read: 0, expected: null } }),
  refreshing: sample({ kind: 'refreshing', facts: own, progress }),
  ...named('stale', (error) => sample({ kind: 'stale', facts: own, error })),
  ...named('failed', (error) => sample({ kind: 'failed', error })),
  'not-enough': sample({ kind: 'ready', facts: ownFacts(FEW_RATINGS) }),
  baseline: sample({ kind: 'ready', facts: own }, NO_GOALS),
  mixed: sample({ kind: 'ready', facts: own }, settingsWith({ firstReplyTime: 90, csat: 90 })),
  'below-threshold': sample(
    { kind: 'ready', facts: ownFacts({ ...AMARAS_MONTH, replyMinutes: 75, good: 22, bad: 18 }) },
    settingsWith({ firstReplyTime: 30, fullResolutionTime: 90, firstContactResolution: 99.5, csat: 97.5 }),
  ),
  'all-met': sample({
    kind: 'ready',
    facts: ownFacts({ ...AMARAS_MONTH, replyMinutes: 18, resolutionMinutes: 500, firstContact: 120 }),
  }),
  empty: sample({ kind: 'ready', facts: emptyFacts() }),
  'settings-agent': sample({ kind: 'ready', facts: own }, GOALS, PROBLEMS),
  'settings-admin': sample({ kind: 'ready', facts: ownFacts(AMARAS_MONTH, true) }, GOALS, PROBLEMS),
}

export const NAV_BAR_SAMPLES: Readonly<Record<string, Sample>> = {
  ready: sample({ kind: 'ready', facts: billing }),
  account: sample({ kind: 'ready', facts: teamFacts({ kind: 'account' }, true) }),
  loading: sample({ kind: 'loading', progress }),
  refreshing: sample({ kind: 'refreshing', facts: billing, progress }),
  ...named('stale', (error) => sample({ kind: 'stale', facts: billing, error })),
  ...named('failed', (error) => sample({ kind: 'failed', error })),
  baseline: sample({ kind: 'ready', facts: billing }, NO_GOALS),
  empty: sample({ kind: 'ready', facts: emptyFacts({ kind: 'group', group: BILLING }) }),
  nobody: sample({ kind: 'ready', facts: emptyFacts({ kind: 'group', group: NIGHT_SHIFT }) }),
  'choose-group': sample({ kind: 'ready', facts: emptyFacts() }),
  'settings-admin': sample({ kind: 'ready', facts: teamFacts({ kind: 'account' }, true) }, GOALS, PROBLEMS),
}
