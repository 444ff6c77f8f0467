import type { Hours, Week } from './schedule.ts'
import { weekdays } from './schedule.ts'

/** The working life of a person who answers tickets, as the generator needs it. */
export interface Worker {
  readonly name: string
  /** Group names; the first is the default one. */
  readonly groups: readonly string[]
  /** Share of tickets, 1 is a full-time agent. */
  readonly load: number
  /** Factor on the time to the first reply and to the solve. */
  readonly pace: number
  /** Chance that one reply settles a ticket. */
  readonly firstContact: number
  /** Chance that a rating is good. */
  readonly liked: number
  readonly shift: Week
  /** Days before the end of the data; absent: the whole time. */
  readonly joinedDaysAgo?: number
  readonly leftDaysAgo?: number
  readonly fate?: 'deleted' | 'downgraded' | 'light'
  readonly lead?: boolean
}

export const OFFICE_HOURS: Hours = { from: 9, to: 18 }
const office = weekdays(OFFICE_HOURS)
const early = weekdays({ from: 8, to: 16 })
const late = weekdays({ from: 13, to: 21 })
const weekend = weekdays({ from: 9, to: 18 }, [3, 4, 5, 6, 7])

export const BILLING = 'Billing'
export const TECHNICAL = 'Technical'
export const ORDERS = 'Orders & Returns'
export const GROUP_NAMES = [BILLING, TECHNICAL, ORDERS] as const

type Traits = Partial<Omit<Worker, 'name' | 'groups'>>

const worker = (name: string, groups: readonly string[], traits: Traits = {}): Worker => ({
  name,
  groups,
  load: 1,
  pace: 1,
  firstContact: 0.76,
  liked: 0.925,
  shift: office,
  ...traits,
})

/** 24 agents, a team lead, and three people who are not agents any more or not full ones. All names are invented. */
export const STAFF: readonly Worker[] = [
  worker('Nora Lindqvist', [BILLING], { pace: 0.9, firstContact: 0.79, liked: 0.93 }),
  worker('Tomás Herrera', [BILLING], { pace: 1.25, liked: 0.87 }),
  worker('Aisling Byrne', [BILLING, ORDERS], { load: 1.05 }),
  worker('ليلى المنصوري', [BILLING], { shift: early, pace: 0.85, liked: 0.94 }),
  worker('Giulia Ferraro', [BILLING], { load: 0.6 }),
  worker('Kwame Asante', [BILLING, TECHNICAL], { shift: late }),
  worker('Elif Kaya', [BILLING], { firstContact: 0.67, pace: 0.8 }),
  worker('Maximiliano Alexander von Hohenberg-Castellanos y Montenegro', [BILLING], { pace: 1.1 }),
  worker('佐藤 健太', [TECHNICAL], { firstContact: 0.8, pace: 1.15, liked: 0.95 }),
  worker('Priya Raman', [TECHNICAL], { load: 1.1, liked: 0.92 }),
  worker('Jonas Weber', [TECHNICAL], { shift: weekend, pace: 1.05 }),
  worker('Camille Fournier', [TECHNICAL, BILLING], { liked: 0.88 }),
  worker('Mateusz Zieliński', [TECHNICAL], { pace: 1.4, firstContact: 0.83 }),
  worker('Sofia Marques', [TECHNICAL], { shift: early }),
  worker('Owen Pritchard', [TECHNICAL], { load: 0.8, firstContact: 0.7 }),
  worker('Hana Novotná', [TECHNICAL], { shift: late, pace: 0.95 }),
  worker('Bruno Castellani', [ORDERS], { pace: 0.75, liked: 0.9 }),
  worker('Ines Ortega', [ORDERS], { liked: 0.95, firstContact: 0.78 }),
  worker('Lars Henriksen', [ORDERS], { shift: weekend, load: 1.1 }),
  worker('Amara Okafor', [ORDERS, BILLING]),
  worker('Yuki Tanaka', [ORDERS], { pace: 1.3, liked: 0.84 }),
  worker('Dimitra Pappas', [ORDERS], { load: 0.7, shift: late }),
  worker('Zoe Whitaker', [TECHNICAL], { load: 0.3, joinedDaysAgo: 10, pace: 1.3 }),
  worker('Radu Ionescu', [ORDERS], { load: 0 }),
  worker('Margit Sørensen', [BILLING, TECHNICAL, ORDERS], { load: 0.25, lead: true, firstContact: 0.7 }),
  worker('Colin Avery', [TECHNICAL], { leftDaysAgo: 70, fate: 'deleted' }),
  worker('Beatriz Nunes', [ORDERS], { leftDaysAgo: 45, fate: 'downgraded' }),
  worker('Viktor Hallgren', [TECHNICAL], { load: 0, fate: 'light' }),
]

export const ADMIN_NAME = 'Teodora Vance'
