import { assertNever } from '../../../base/internal-error.ts'
import type { PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { Grant, Privilege } from '../../../print/sql/tree.ts'

/** Every role that may read: those that work with rows, and the one that copies them. */
export function readersOf({ project }: Model): readonly string[] {
  if (project.tenancy === undefined) return []
  const { app, system, loader, backup } = project.tenancy.roles
  return [app, system, ...(loader === undefined ? [] : [loader]), backup]
}

/** For what Stowage keeps in tables of its own: read by all, written by the owner. */
export function readGrantsOf(model: Model): readonly Grant[] {
  return readersOf(model).map((role) => ({ role, privileges: ['select'] }))
}

/** Who may do what with a table. Never TRUNCATE, REFERENCES or TRIGGER, and nothing for PUBLIC. */
export function grantsOf(entity: PostgresEntity, { project }: Model): readonly Grant[] {
  if (project.tenancy === undefined) return []
  const { app, system, loader, backup } = project.tenancy.roles
  const allowed = (privileges: readonly Privilege[]): readonly Privilege[] =>
    entity.postgres.appendOnly ? privileges.filter((one) => one === 'select' || one === 'insert') : privileges
  return [
    { role: app, privileges: allowed(ofTheApplication(entity)) },
    { role: system, privileges: allowed(['select', 'insert', 'update', 'delete']) },
    ...(loader === undefined ? [] : [{ role: loader, privileges: ofTheLoader(entity) }]),
    { role: backup, privileges: ['select'] },
  ]
}

function ofTheApplication({ tenancy }: PostgresEntity): readonly Privilege[] {
  switch (tenancy.mode) {
    case 'required':
    case 'shared':
      return ['select', 'insert', 'update', 'delete']
    // A tenant changes itself, and neither makes nor removes tenants.
    case 'self':
      return ['select', 'update']
    // What belongs to no tenant is the same for all of them: none may change it for the others.
    case 'none':
      return ['select']
    default:
      return assertNever(tenancy.mode)
  }
}

/** Rows of the tenant that it speaks for are added, that tenant's own among them. */
function ofTheLoader({ tenancy }: PostgresEntity): readonly Privilege[] {
  return tenancy.mode === 'none' ? ['select'] : ['select', 'insert']
}

/** The view of the live rows is read; rows are written through their table. */
export function viewGrantsOf(model: Model): readonly Grant[] {
  return readGrantsOf(model)
}
