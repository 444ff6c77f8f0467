import type { Settings, SettingsProblem } from '../../src/domain/settings.ts'
import { type Insight, NO_INSIGHT } from '../../src/sync/insight.ts'
import type { Facts, SyncState } from '../../src/sync/syncState.ts'
import {
  AMARAS_MONTH,
  BILLING,
  emptyFacts,
  facts19November,
  FEW_RATINGS,
  GOALS,
  newcomersFacts,
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
  readonly insight: Insight
  /** What the person saw when they last looked; `null`: they have never looked. */
  readonly lastSeen: Facts | null
}

/** What a lead's copy has seen of an account that is open about itself, and an admin's of one that is not. */
const SEEN_BY_LEAD: Insight = {
  access: false,
  ratings: null,
  metricSetsInSearch: true,
  limitHeaders: true,
  isKept: true,
  requests: 97,
}
const SEEN_BY_ADMIN: Insight = {
  access: true,
  ratings: true,
  metricSetsInSearch: false,
  limitHeaders: false,
  isKept: false,
  requests: 1,
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
const progress = { read: 300, expected: 960, secondsLeft: 95 }
const cost = { group: BILLING, tickets: 9400, requests: 95, seconds: 114 }

/** A screen in this state, with goals and without trouble unless told otherwise. */
export const sample = (state: SyncState, given: Partial<Sample> = {}): Sample => ({
  state,
  settings: GOALS,
  problems: [],
  insight: NO_INSIGHT,
  lastSeen: null,
  ...given,
})

const named = (prefix: string, make: (error: Failure) => Sample): Readonly<Record<string, Sample>> =>
  Object.fromEntries(failures.map((error) => [`${prefix}-${error.kind}`, make(error)]))

const own = ownFacts()
const billing = teamFacts()
/** Only the last three days are there so far. */
const threeDays = (facts: Facts): Facts => ({ ...facts, wholeSince: facts.asOf - 3 * 86_400 })

export const SIDEBAR_SAMPLES: Readonly<Record<string, Sample>> = {
  ready: sample({ kind: 'ready', facts: own }),
  loading: sample({ kind: 'loading', progress }),
  asking: sample({ kind: 'loading', progress: { read: 0, expected: null } }),
  refreshing: sample({ kind: 'refreshing', facts: own, progress }),
  partial: sample({ kind: 'partial', facts: own, progress }),
  'partial-month': sample({ kind: 'partial', facts: threeDays(own), progress }),
  'partial-empty': sample({ kind: 'partial', facts: threeDays(emptyFacts()), progress }),
  offered: sample({ kind: 'offered', facts: emptyFacts(), cost }),
  ...named('stale', (error) => sample({ kind: 'stale', facts: own, error })),
  ...named('failed', (error) => sample({ kind: 'failed', error })),
  'not-enough': sample({ kind: 'ready', facts: ownFacts(FEW_RATINGS) }),
  baseline: sample({ kind: 'ready', facts: own }, { settings: NO_GOALS }),
  mixed: sample({ kind: 'ready', facts: own }, { settings: settingsWith({ firstReplyTime: 90, csat: 90 }) }),
  'below-threshold': sample(
    { kind: 'ready', facts: ownFacts({ ...AMARAS_MONTH, replyMinutes: 75, good: 22, bad: 18 }) },
    {
      settings: settingsWith({ firstReplyTime: 30, fullResolutionTime: 90, firstContactResolution: 99.5, csat: 97.5 }),
    },
  ),
  'all-met': sample({
    kind: 'ready',
    facts: ownFacts({ ...AMARAS_MONTH, replyMinutes: 18, resolutionMinutes: 500, firstContact: 120 }),
  }),
  empty: sample({ kind: 'ready', facts: emptyFacts() }),
  changed: sample({ kind: 'ready', facts: own }, { lastSeen: facts19November() }),
  unchanged: sample({ kind: 'ready', facts: own }, { lastSeen: { ...own, asOf: own.asOf - 86_400 } }),
  newcomer: sample({ kind: 'ready', facts: newcomersFacts() }),
  'with-team': sample(
    { kind: 'ready', facts: teamFacts({ kind: 'account' }) },
    { settings: { ...GOALS, privacy: 'team' } },
  ),
  '5000-tickets': sample({
    kind: 'ready',
    facts: ownFacts({
      ...AMARAS_MONTH,
      replied: 5000,
      solved: 5000,
      firstContact: 3000,
      reopened: 400,
      good: 1100,
      bad: 90,
    }),
  }),
  '1-ticket': sample({
    kind: 'ready',
    facts: ownFacts({
      ...AMARAS_MONTH,
      replied: 1,
      solved: 1,
      unsettled: 0,
      firstContact: 1,
      reopened: 0,
      good: 1,
      bad: 0,
    }),
  }),
  'settings-agent': sample({ kind: 'ready', facts: own }, { problems: PROBLEMS }),
  'settings-admin': sample({ kind: 'ready', facts: ownFacts(AMARAS_MONTH, true) }, { problems: PROBLEMS }),
}

export const NAV_BAR_SAMPLES: Readonly<Record<string, Sample>> = {
  ready: sample({ kind: 'ready', facts: billing }, { insight: SEEN_BY_LEAD }),
  account: sample({ kind: 'ready', facts: teamFacts({ kind: 'account' }, true) }, { insight: SEEN_BY_ADMIN }),
  loading: sample({ kind: 'loading', progress }),
  refreshing: sample({ kind: 'refreshing', facts: billing, progress }),
  partial: sample({ kind: 'partial', facts: billing, progress }),
  'partial-month': sample({ kind: 'partial', facts: threeDays(billing), progress }),
  'partial-empty': sample({ kind: 'partial', facts: threeDays(emptyFacts({ kind: 'account' })), progress }),
  offered: sample(
    { kind: 'offered', facts: emptyFacts(), cost },
    { insight: { ...NO_INSIGHT, access: false, requests: 5 } },
  ),
  ...named('stale', (error) => sample({ kind: 'stale', facts: billing, error })),
  ...named('failed', (error) => sample({ kind: 'failed', error })),
  baseline: sample({ kind: 'ready', facts: billing }, { settings: NO_GOALS }),
  empty: sample({ kind: 'ready', facts: emptyFacts({ kind: 'group', group: BILLING }) }),
  nobody: sample({ kind: 'ready', facts: emptyFacts({ kind: 'group', group: NIGHT_SHIFT }) }),
  'choose-group': sample({ kind: 'ready', facts: emptyFacts() }),
  'no-groups': sample({
    kind: 'ready',
    facts: { ...emptyFacts(), people: { agents: new Map(), groups: new Map(), memberships: [] } },
  }),
  'settings-admin': sample({ kind: 'ready', facts: teamFacts({ kind: 'account' }, true) }, { problems: PROBLEMS }),
}
