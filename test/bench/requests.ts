import { accountOf, coldReading, type ColdReading, workingDay, type WorkingDay } from '../sync/arithmetic.ts'

export interface RequestResults {
  readonly cold: readonly ColdReading[]
  readonly day: WorkingDay
}

/** Simulated on a virtual clock, against the stand-in's limits: how long first readings take, and what a working day asks for. */
export async function requestsBench(): Promise<RequestResults> {
  const cold: ColdReading[] = []
  for (const tickets of [1000, 12_000, 100_000]) cold.push(await coldReading(accountOf(tickets)))
  return { cold, day: await workingDay(accountOf(3000), 200) }
}

export function printRequests({ cold, day }: RequestResults): void {
  console.log('First reading by an admin, simulated')
  console.log('tickets  requests  exports  429  this month after  all after  limits alone  ratio')
  for (const { tickets, requests, exports, refused, soonSeconds, seconds, boundSeconds } of cold) {
    const ratio = boundSeconds === 0 ? '–' : (seconds / boundSeconds).toFixed(3)
    console.log(
      [
        String(tickets).padEnd(7),
        String(requests).padStart(9),
        String(exports).padStart(8),
        String(refused).padStart(4),
        `${soonSeconds.toFixed(0)} s`.padStart(17),
        `${seconds.toFixed(0)} s`.padStart(10),
        `${boundSeconds.toFixed(0)} s`.padStart(13),
        ratio.padStart(6),
      ].join(' '),
    )
  }
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`
  console.log(
    `${day.agents} agents, 10 hours, ${day.opens} sidebars opened: ${day.requests} requests, ${percent(day.share)} of 700 a minute ` +
      `(goal ≤ 2 %); asking five counts at every opening: ${day.searchPerOpenRequests}, ${percent(day.searchPerOpenShare)}`,
  )
}
