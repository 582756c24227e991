import { assertNever } from '../../../base/internal-error.ts'
import type { Field } from '../../../model/field.ts'
import type { PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { Expression } from '../../../print/sql/expression.ts'
import type { Policy, Table } from '../../../print/sql/tree.ts'
import { columnTypeOf } from '../column-type.ts'
import { columnOf, idFieldOf, tenantFieldOf } from '../names.ts'
import { sharedByColumns } from '../shared-expression.ts'

const always: Expression = { kind: 'constant', value: true }

/** The policies of a table; nothing where every role that may read it reads all of it. */
export function rowSecurityOf(entity: PostgresEntity, { project }: Model): Pick<Table, 'rowSecurity'> {
  const { tenancy } = project
  if (tenancy === undefined || tenancy.enforce !== 'rls') return {}
  const policies = ofTenants(entity, tenancy.roles)
  if (policies.length === 0) return {}
  const system: Policy = {
    name: 'system_rows',
    about: 'Jobs for all tenants see and write every row.',
    command: 'all',
    roles: [tenancy.roles.system],
    using: always,
    check: always,
  }
  return { rowSecurity: { policies: [...policies, system] } }
}

type Roles = NonNullable<Model['project']['tenancy']>['roles']

/** What binds those that speak for one tenant: the application, and whoever loads what there was before it. */
function ofTenants(entity: PostgresEntity, { app, loader }: Roles): readonly Policy[] {
  const { mode } = entity.tenancy
  const roles = loader === undefined ? [app] : [app, loader]
  switch (mode) {
    case 'none':
      return []
    case 'self': {
      const own = isCurrent(idFieldOf(entity))
      return [
        { name: 'own_tenant', about: 'A tenant sees itself.', command: 'select', roles, using: own },
        {
          name: 'own_tenant_update',
          about: 'It changes itself.',
          command: 'update',
          roles: [app],
          using: own,
          check: own,
        },
        ...(loader === undefined
          ? []
          : [
              {
                name: 'own_tenant_insert',
                about: 'It is loaded as itself.',
                command: 'insert',
                roles: [loader],
                check: own,
              } as const,
            ]),
      ]
    }
    case 'required':
    case 'shared': {
      const tenant = tenantFieldOf(entity)
      if (tenant === undefined) return []
      return mode === 'required' ? ofRequired(isCurrent(tenant), roles) : ofShared(tenant, app, roles)
    }
    default:
      return assertNever(mode)
  }
}

function ofRequired(own: Expression, roles: readonly string[]): readonly Policy[] {
  const about = 'A tenant sees and writes its own rows.'
  return [{ name: 'own_rows', about, command: 'all', roles, using: own, check: own }]
}

/** One policy for all commands would let a tenant take over a row that is shared by all. */
function ofShared(tenant: Field, app: string, roles: readonly string[]): readonly Policy[] {
  const own = isCurrent(tenant)
  const shared: Expression = { kind: 'is_null', of: columnOf(tenant), not: false }
  return [
    {
      name: 'own_or_shared_rows',
      about: 'A tenant sees its own rows and those that are shared by all.',
      command: 'select',
      roles,
      using: { kind: 'or', of: [shared, own] },
    },
    { name: 'own_rows_insert', about: 'It adds rows of its own.', command: 'insert', roles, check: own },
    { name: 'own_rows_update', about: 'It changes its own.', command: 'update', roles: [app], using: own, check: own },
    { name: 'own_rows_delete', about: 'It removes its own.', command: 'delete', roles: [app], using: own },
  ]
}

/** Whether a column holds the tenant that the session speaks for. */
const isCurrent = sharedByColumns((field) => ({
  kind: 'compare',
  operator: '=',
  left: columnOf(field),
  right: { kind: 'current_tenant', type: columnTypeOf(field).base },
}))
