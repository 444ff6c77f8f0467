/** Someone who is or was an agent. */
export interface Agent {
  readonly id: number
  readonly name: string
  /** Active, with a full seat: neither deleted, nor downgraded, nor a light agent. Others are former agents to the standings. */
  readonly isCurrent: boolean
}

export interface Group {
  readonly id: number
  readonly name: string
  readonly isDeleted: boolean
}

export interface Membership {
  readonly agent: number
  readonly group: number
}

/** Who is in the account, as far as it was read. */
export interface People {
  readonly agents: ReadonlyMap<number, Agent>
  readonly groups: ReadonlyMap<number, Group>
  readonly memberships: readonly Membership[]
}

/** What the account calls an agent or a group, or `null` when it does not tell. */
export function nameOf(people: People, kind: 'agent' | 'group', id: number): string | null {
  const name = (kind === 'agent' ? people.agents : people.groups).get(id)?.name
  return name === undefined || name === '' ? null : name
}
