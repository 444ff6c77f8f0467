import type { Period } from '../domain/period.ts'
import { Z_95 } from '../domain/statistics.ts'
import { SCORE_BAD, SCORE_GOOD } from '../domain/ticket.ts'

/** Tickets that are not left out, each with the rating that counts: its latest good or bad record, its own score without any record. */
export const FACTS_SQL = `said AS (
  SELECT * FROM ratings WHERE "score" IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY "ticket" ORDER BY "created" DESC, "id" DESC) = 1
),
facts AS (
  SELECT tickets.*,
    CASE WHEN "isKnown" THEN said."created" WHEN tickets."score" IS NOT NULL THEN tickets."solved" END AS "rated",
    CASE WHEN "isKnown" THEN said."agent" ELSE tickets."agent" END AS "ratedAgent",
    CASE WHEN "isKnown" THEN said."group" ELSE tickets."group" END AS "ratedGroup",
    CASE CASE WHEN "isKnown" THEN said."score" ELSE tickets."score" END
      WHEN 'good' THEN ${SCORE_GOOD} WHEN 'bad' THEN ${SCORE_BAD} END AS "rating"
  FROM tickets
  LEFT JOIN (SELECT DISTINCT "ticket", TRUE AS "isKnown" FROM ratings) AS known ON known."ticket" = tickets."id"
  LEFT JOIN said ON said."ticket" = tickets."id"
  WHERE tickets."leftOut" IS NULL
)`

/** For each n the greatest rank whose binomial tail is at most 2.5 %: where the interval of a median of n values begins, from 0. */
export const RANKS_SQL = `sizes AS (SELECT DISTINCT "n" FROM cells WHERE "minutes" IS NOT NULL),
ranks AS (
  SELECT "n", list_max(list_filter(
    range(greatest(0, floor("n" / 2 - sqrt("n"))::BIGINT - 3), floor("n" / 2 - 0.95 * sqrt("n"))::BIGINT + 3),
    lambda r: list_sum(list_transform(range(greatest(0, r - floor(5 * sqrt("n"))::BIGINT), r + 1),
      lambda k: exp(lgamma("n" + 1) - lgamma(k + 1) - lgamma("n" - k + 1) - "n" * ln(2)))) <= 0.025)) AS "rank"
  FROM sizes
)`

/** One end of Wilson's interval of a share. */
export function wilsonSql(side: '-' | '+'): string {
  const z2 = Z_95 * Z_95
  const share = '("hits" / "n")'
  const half = `${Z_95} * sqrt(${share} * (1 - ${share}) / "n" + ${z2} / (4 * "n" * "n"))`
  return `least(1, greatest(0, (${share} + ${z2} / (2 * "n") ${side} ${half}) / (1 + ${z2} / "n")))`
}

/** The periods as rows: place in the list, start and end. */
export function periodsSql(periods: readonly Period[]): string {
  // A list without a period is a table without a row.
  const none = 'SELECT 0 AS "place", 0 AS "start", 0 AS "end" WHERE FALSE'
  const rows = periods.map(({ start, end }, place) => `SELECT ${place}, ${start}, ${end}`)
  return [none, ...rows].join(' UNION ALL ')
}
