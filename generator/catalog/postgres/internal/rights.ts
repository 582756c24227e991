import type { Model } from '../../../model/model.ts'
import type { Expression } from '../../../print/sql/expression.ts'
import type { Grant, Policy, Privilege, Table } from '../../../print/sql/tree.ts'
import { isEmpty, named } from './column.ts'

/** What the roles may do with a table of Stowage's own. */
export interface Rights {
  readonly app: readonly Privilege[]
  readonly system: readonly Privilege[]
  readonly loader?: readonly Privilege[]
}

export function grantsFor(model: Model, { app, system, loader }: Rights): readonly Grant[] {
  const roles = model.project.tenancy?.roles
  if (roles === undefined) return []
  return [
    { role: roles.app, privileges: app },
    { role: roles.system, privileges: system },
    ...(loader === undefined || roles.loader === undefined ? [] : [{ role: roles.loader, privileges: loader }]),
    { role: roles.backup, privileges: ['select'] },
  ]
}

/** Who makes copies reads what a sequence has counted to: they could not be made otherwise. */
export function copiedBy(model: Model): readonly Grant[] {
  const roles = model.project.tenancy?.roles
  return roles === undefined ? [] : [{ role: roles.backup, privileges: ['select'] }]
}

export function ownerOf(model: Model): Pick<Table, 'owner'> {
  const owner = model.project.tenancy?.roles.owner
  return owner === undefined ? {} : { owner }
}

type Roles = NonNullable<Model['project']['tenancy']>['roles']

/** Row level security, where the project has it: what is given, and every row for jobs. */
export function guardedBy(model: Model, policiesFor: (roles: Roles) => readonly Policy[]): Pick<Table, 'rowSecurity'> {
  const { tenancy } = model.project
  if (tenancy === undefined || tenancy.enforce !== 'rls') return {}
  const { roles } = tenancy
  const system: Policy = {
    name: 'system_rows',
    about: 'Jobs for all tenants see and write every row.',
    command: 'all',
    roles: [roles.system],
    using: always,
    check: always,
  }
  return { rowSecurity: { policies: [...policiesFor(roles), system] } }
}

export const always: Expression = { kind: 'constant', value: true }

/** Whether a row is the session's tenant's. */
const isOwn: Expression = {
  kind: 'compare',
  operator: '=',
  left: named('tenant_id', 'uuid'),
  right: { kind: 'current_tenant', type: 'uuid' },
}

/** A tenant sees and writes its own rows. */
export function ownRows(...roles: readonly string[]): Policy {
  const about = 'A tenant sees and writes its own rows.'
  return { name: 'own_rows', about, command: 'all', roles, using: isOwn, check: isOwn }
}

/** A tenant sees what belongs to no tenant too; nothing lets it write that. */
export function commonRows(...roles: readonly string[]): Policy {
  const about = 'And sees those that belong to no tenant.'
  const using = isEmpty('tenant_id', 'uuid')
  return { name: 'common_rows', about, command: 'select', roles, using }
}
