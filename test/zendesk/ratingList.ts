import type { Call } from './call.ts'
import { byCreation, listPage } from './paging.ts'
import { forbidden, notFound } from './request.ts'
import type { SatisfactionRating } from './shapes.ts'

/** The records of ratings, kept to a score and a time of creation. Where surveys are the new ones there are none. */
export function satisfactionRatings({ desk, request }: Call) {
  const { ratings } = desk.plan
  if (ratings === 403) throw forbidden()
  if (ratings === 404) throw notFound()
  const time = (name: string, otherwise: number) => Number(request.query.get(name) ?? otherwise) * 1000
  const from = time('start_time', 0)
  const to = time('end_time', Infinity)
  const score = request.query.get('score')
  const fits = (rating: SatisfactionRating) =>
    score === null || rating.score === score || (score === 'received' && ['good', 'bad'].includes(rating.score))
  const all = ratings === 'empty' ? [] : desk.account.satisfactionRatings
  const some = all.filter((rating) => {
    const created = Date.parse(rating.created_at)
    return created >= from && created < to && fits(rating)
  })
  return listPage('satisfaction_ratings', some, byCreation, request, desk.now())
}
