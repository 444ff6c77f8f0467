import type { Account, RoleConfiguration, User } from './shapes.ts'

const ROLE_ID = 361_000_000_990

/** The account with a person who differs: `{ ticket_restriction: 'groups' }`, `{ active: false }`. */
export const withPerson = (account: Account, id: number, differs: Partial<User>): Account => ({
  ...account,
  users: account.users.map((user) => (user.id === id ? { ...user, ...differs } : user)),
})

/** The account with a custom role, and that role given to a person. */
export function withRole(account: Account, id: number, configuration: Partial<RoleConfiguration>): Account {
  const roleId = ROLE_ID + account.customRoles.length
  const role = { id: roleId, name: `Role ${roleId}`, description: '', configuration }
  const given = withPerson(account, id, { custom_role_id: roleId, role_type: 0 })
  return { ...given, customRoles: [...account.customRoles, role] }
}

/** The account with a group that outsiders do not see into. */
export const withPrivateGroup = (account: Account, id: number): Account => ({
  ...account,
  groups: account.groups.map((group) => (group.id === id ? { ...group, is_public: false } : group)),
})
