import type { EntityDescription } from '../description/entity.ts'
import { Forbidden, InvalidInput } from '../errors/errors.ts'
import { isUlid } from '../ids/ulid.ts'
import { isUuid } from '../ids/uuid.ts'
import type { Scope } from '../stores/scope.ts'
import { isPlain } from './plain.ts'

/** Whose a new record is: null for one that all share; undefined where the entity knows no tenant. */
export type OwnTenant = { readonly id?: string; readonly refId?: string } | null | undefined

/**
 * Takes the tenant off an input. In a tenant's scope it may be left out; in a system scope it must be named, by its public id
 * or its UUID, unless the record is to be shared.
 *
 * @throws Forbidden where another tenant is named: it is never overwritten
 */
export function withoutTenant(
  entity: EntityDescription,
  scope: Scope,
  input: unknown,
): { readonly input: unknown; readonly tenant: OwnTenant } {
  const field = (entity.table ?? entity.documents)?.fields.find(({ kept }) => kept === 'tenant')
  if (field === undefined) return { input, tenant: undefined }
  const names = [field.name, ...(field.type.kind === 'ref' ? [field.type.relation] : [])]
  const given = isPlain(input) ? names.flatMap((name) => (input[name] === undefined ? [] : [input[name]])) : []
  const [first] = given
  const tenant = given.length === 0 ? leftOut(entity, field.name, scope) : named(entity, field.name, scope, first)
  if (given.some((one) => one !== first)) throw foreign(entity, field.name)
  if (!isPlain(input) || given.length === 0) return { input, tenant }
  return { input: Object.fromEntries(Object.entries(input).filter(([key]) => !names.includes(key))), tenant }
}

function leftOut(entity: EntityDescription, field: string, scope: Scope): OwnTenant {
  switch (scope.kind) {
    case 'tenant':
      return scope.tenant
    case 'plain':
      return undefined
    case 'system':
      if (entity.tenancy === 'shared') return null
      throw new InvalidInput(entity.name, [{ path: [field], message: 'is required in a system scope' }])
  }
}

function named(entity: EntityDescription, field: string, scope: Scope, given: unknown): OwnTenant {
  if (scope.kind === 'tenant') {
    if (given === scope.tenant.id || given === scope.tenant.refId) return scope.tenant
    throw foreign(entity, field)
  }
  if (given === null && entity.tenancy === 'shared') return null
  if (isUlid(given)) return { refId: given }
  if (isUuid(given)) return { id: given }
  throw new InvalidInput(entity.name, [{ path: [field], message: 'must be the public id of a tenant' }])
}

function foreign({ name }: EntityDescription, field: string): Forbidden {
  return new Forbidden(`${name}.${field} names another tenant`, { entity: name, field })
}
