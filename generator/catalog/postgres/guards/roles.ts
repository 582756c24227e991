import type { Model } from '../../../model/model.ts'
import type { Role } from '../../../print/sql/tree.ts'

/** The roles of a project: none where no record has a tenant, for then there is nothing to keep apart. */
export function rolesOf({ project }: Model): readonly Role[] {
  const { tenancy } = project
  if (tenancy === undefined) return []
  const { owner, app, system, loader, backup } = tenancy.roles
  const seen = tenancy.enforce === 'rls' ? 'the rows of one tenant at a time' : 'the rows of every tenant'
  return [
    { name: owner, about: 'Owns every table and function; nobody signs in as it.', bypassRowSecurity: false },
    { name: app, about: `What the application works as: it sees ${seen}.`, bypassRowSecurity: false },
    { name: system, about: 'What jobs for all tenants take on: it sees every row.', bypassRowSecurity: false },
    ...(loader === undefined
      ? []
      : [
          {
            name: loader,
            about: `What loads historic rows: it adds ${seen}, with the states and times they had.`,
            bypassRowSecurity: false,
          },
        ]),
    { name: backup, about: 'What pg_dump works as: it reads every row and writes none.', bypassRowSecurity: true },
  ]
}
