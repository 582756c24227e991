import type { GrantDescription } from '../description.ts'

/** One right of one role, as the queries give it. */
export interface GrantRow {
  readonly role: string
  readonly privilege: string
}

/** Rights by role, both in one order. */
export function groupGrants(rows: readonly GrantRow[] = []): readonly GrantDescription[] {
  const byRole = Map.groupBy(rows, ({ role }) => role)
  return [...byRole]
    .map(([role, own]) => ({ role, privileges: [...new Set(own.map(({ privilege }) => privilege))].sort() }))
    .sort((a, b) => (a.role < b.role ? -1 : 1))
}
