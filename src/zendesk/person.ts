/** The person who is signed in. */
export interface Person {
  readonly id: number
  readonly name: string
  /** What Zendesk's API says: `admin`, or `agent` for every other role, team leads included. */
  readonly isAdmin: boolean
}
