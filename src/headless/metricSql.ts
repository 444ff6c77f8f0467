import type { Dimension, Grouping } from '../domain/grouping.ts'
import { type Condition, type Metric, METRIC_KEYS, METRICS, type MetricRules, settledUntil } from '../domain/metrics.ts'
import type { Instant, Period } from '../domain/period.ts'
import { FACTS_SQL, periodsSql, RANKS_SQL, wilsonSql } from './sqlTables.ts'

/** What is asked of a warehouse: the same as of `aggregate`. */
export interface SqlQuestion {
  readonly rules: MetricRules
  readonly now: Instant
  /** Apart from each other. */
  readonly periods: readonly Period[]
  readonly grouping: Grouping
}

/**
 * Every metric as one SQL statement (DuckDB's dialect), made from the same declarations as the numbers on screen. It reads two
 * tables: `tickets`, a row per ticket with the fields of `Ticket` as columns, and `ratings`, a row per rating record with those of
 * `Rating`. A row of the answer: metric, a column per dimension of the grouping (`period` is the place in the list), n,
 * hits, provisional, value, p90, low, high. A cell without a ticket has no row.
 */
export function metricSql(question: SqlQuestion): string {
  const { grouping, periods, rules } = question
  const selects = METRIC_KEYS.flatMap((key) => {
    const metric = METRICS[key]
    const measures = measuresOf(metric, question)
    if (measures === null) return []
    const says = [
      '"at" >= "start"',
      '"at" < "end"',
      ...columnsAsked(metric, rules).map((name) => `"${name}" IS NOT NULL`),
    ]
    return `SELECT '${key}' AS "metric", ${[...dimensions(grouping, metric), ...measures].join(', ')}
  FROM (SELECT *, "${metric.dated}" AS "at" FROM facts), periods
  WHERE ${says.join(' AND ')}
  GROUP BY ALL HAVING count(*) > 0`
  })
  return `WITH ${FACTS_SQL},
periods AS (${periodsSql(periods)}),
cells AS (
  ${selects.join('\n  UNION ALL\n  ')}
),
${RANKS_SQL}
SELECT "metric", ${grouping.map((dimension) => `"${dimension}", `).join('')}"n", "hits", "provisional",
  CASE WHEN "minutes" IS NOT NULL THEN "median" WHEN "hits" IS NULL THEN "n" WHEN "n" > 0 THEN "hits" / "n" END AS "value",
  "p90",
  CASE WHEN "hits" IS NULL THEN "minutes"[1 + "rank"] WHEN "n" > 0 THEN ${wilsonSql('-')} END AS "low",
  CASE WHEN "hits" IS NULL THEN "minutes"["n" - "rank"] WHEN "n" > 0 THEN ${wilsonSql('+')} END AS "high"
FROM cells LEFT JOIN ranks USING ("n")`
}

/** The columns of the grouping; a rating is to the credit of whoever was rated. */
function dimensions(grouping: Grouping, { dated }: Metric): string[] {
  const rated: Partial<Record<Dimension, string>> =
    dated === 'rated' ? { agent: 'ratedAgent', group: 'ratedGroup' } : {}
  return grouping.map(
    (dimension) => `"${rated[dimension] ?? (dimension === 'period' ? 'place' : dimension)}" AS "${dimension}"`,
  )
}

/** The columns without which a ticket has no say. */
function columnsAsked(metric: Metric, rules: MetricRules): readonly string[] {
  if (metric.kind === 'duration') return [metric.value(rules)]
  return metric.kind === 'share' ? (metric.conditions(rules) ?? []).map(({ column }) => column) : []
}

/** n, hits, provisional, median, p90 and all minutes in order; `null` where the rules leave the metric undefined. */
function measuresOf(metric: Metric, { rules, now }: SqlQuestion): readonly string[] | null {
  if (metric.kind !== 'share') {
    const counts = ['count(*) AS "n"', 'NULL::BIGINT AS "hits"', '0 AS "provisional"']
    return [...counts, ...(metric.kind === 'duration' ? quantiles(`"${metric.value(rules)}"`) : NO_QUANTILES)]
  }
  const conditions = metric.conditions(rules)
  if (conditions === null) return null
  const until = settledUntil(metric, rules, now)
  const settled = until === Infinity ? 'TRUE' : `"solved" <= ${until}`
  const hit = [settled, ...conditions.flatMap(bounds)].join(' AND ')
  const countOf = (condition: string, name: string) => `count(*) FILTER (WHERE ${condition}) AS "${name}"`
  return [countOf(settled, 'n'), countOf(hit, 'hits'), countOf(`NOT (${settled})`, 'provisional'), ...NO_QUANTILES]
}

const quantiles = (column: string) => [
  `quantile_cont(${column}, 0.5) AS "median"`,
  `quantile_cont(${column}, 0.9) AS "p90"`,
  `list(${column} ORDER BY ${column}) AS "minutes"`,
]

const NO_QUANTILES = ['NULL::DOUBLE AS "median"', 'NULL::DOUBLE AS "p90"', 'NULL::BIGINT[] AS "minutes"']

function bounds({ column, min, max }: Condition): string[] {
  return [
    ...(min === undefined ? [] : [`"${column}" >= ${min}`]),
    ...(max === undefined ? [] : [`"${column}" <= ${max}`]),
  ]
}
