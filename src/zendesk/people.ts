import * as z from 'zod/mini'
import type { Agent, Group, Membership } from '../domain/people.ts'
import type { Instant } from '../domain/period.ts'
import { parseInstant } from './instant.ts'
import type { Person } from './person.ts'

/** Role types are null or a number; 1 is the light agent. */
const LIGHT_AGENT = 1

const userSchema = z.object({
  id: z.int(),
  name: z.catch(z.string(), ''),
  role: z.catch(z.nullish(z.string()), null),
  active: z.catch(z.nullish(z.boolean()), null),
  role_type: z.catch(z.nullish(z.number()), null),
  only_private_comments: z.catch(z.nullish(z.boolean()), null),
  updated_at: z.optional(z.unknown()),
})

const groupSchema = z.object({
  id: z.int(),
  name: z.catch(z.string(), ''),
  deleted: z.catch(z.nullish(z.boolean()), null),
  updated_at: z.optional(z.unknown()),
})

const membershipSchema = z.object({ user_id: z.int(), group_id: z.int() })

const signedInSchema = z.object({
  user: z.object({
    id: z.nullish(z.int()),
    name: z.catch(z.string(), ''),
    role: z.catch(z.nullish(z.string()), null),
  }),
})

/** A person or a group as one answer told it: of two copies the one updated later is right. */
export interface Told<Known> {
  readonly known: Known
  /** 0 when the answer does not say. */
  readonly updated: Instant
}

/** A user as an agent, or `null` when it cannot be told who. Light agents, deleted and downgraded people are not current. */
export function parseAgent(raw: unknown): Told<Agent> | null {
  const parsed = z.safeParse(userSchema, raw)
  if (!parsed.success) return null
  const { id, name, role, active, role_type, only_private_comments, updated_at } = parsed.data
  const hasSeat = role === 'agent' || role === 'admin'
  const isLight = role_type === LIGHT_AGENT || only_private_comments === true
  return {
    known: { id, name, isCurrent: hasSeat && active !== false && !isLight },
    updated: parseInstant(updated_at) ?? 0,
  }
}

export function parseGroup(raw: unknown): Told<Group> | null {
  const parsed = z.safeParse(groupSchema, raw)
  if (!parsed.success) return null
  const { id, name, deleted, updated_at } = parsed.data
  return { known: { id, name, isDeleted: deleted === true }, updated: parseInstant(updated_at) ?? 0 }
}

export function parseMembership(raw: unknown): Membership | null {
  const parsed = z.safeParse(membershipSchema, raw)
  return parsed.success ? { agent: parsed.data.user_id, group: parsed.data.group_id } : null
}

/**
 * The signed-in person from `users/me`; `'anonymous'` when nobody is (Zendesk then answers 200 with a user who has no id),
 * `null` when the answer is something else.
 */
export function parseSignedIn(answer: unknown): Person | 'anonymous' | null {
  const parsed = z.safeParse(signedInSchema, answer)
  if (!parsed.success) return null
  const { id, name, role } = parsed.data.user
  return id === null || id === undefined ? 'anonymous' : { id, name, isAdmin: role === 'admin' }
}
