import { toCase } from '../../base/casing.ts'
import type { Field, OnDelete, Relation } from '../../model/field.ts'
import type { PhysicalName } from '../../model/name.ts'
import type { FieldType } from '../../model/type.ts'
import type { Context } from './context.ts'
import { resolveDefault } from './default-value.ts'
import type { FieldDeclaration } from './field-declaration.ts'
import { resolveOptions } from './field-options.ts'
import { type FieldPlace, resolveType } from './field-type.ts'
import { isNarrowed } from './narrowed-column.ts'
import { derived, derivedIdentifier, derivedName, inCase, physicalName } from './physical-name.ts'
import { flagAt, textAt, wordAt } from './read.ts'

/** A field before all is known of it. */
type Unfinished = { -readonly [Key in keyof Field]: Field[Key] }

/**
 * Resolves one field for one place. What a mixin's field is alike in all parts that carry it, is resolved once: only what is
 * named after the table is made anew, and where nothing is, they have the very same field.
 */
export function resolveField(
  field: FieldDeclaration,
  place: FieldPlace,
  table: string,
  context: Context,
): Field | undefined {
  const base = isShared(field)
    ? context.sharedField(field, place.store, () => baseOf(field, place, context))
    : baseOf(field, place, context)
  if (base === undefined) return undefined
  const { type, physical } = base
  const relation = type.kind === 'ref' ? relationOf(field, type, place, table, physical, context) : undefined
  const names = columnNames(base, relation, place, table)
  if (relation === undefined) return names === undefined ? base : { ...base, ...names }
  return names === undefined ? { ...base, relation } : { ...base, relation, ...names }
}

/** A pointer is to a part of the entity in which it stands: nothing of it can be known without that one. */
function isShared({ origin, type }: FieldDeclaration): boolean {
  return origin.kind === 'mixin' && type !== undefined && type.name.text !== 'key' && type.name.text !== 'part'
}

/** All of a field that does not depend on the table in which it stands. */
function baseOf(field: FieldDeclaration, place: FieldPlace, context: Context): Field | undefined {
  const type = resolveType(field, place, context)
  if (type === undefined || field.type === undefined) return undefined
  const { options } = field
  const value = resolveDefault(field, type, context)
  const stored = storedName(field.name, type, place, context)
  const { mongo, postgres } = context.project.conventions
  const physical = physicalName(
    options,
    'name',
    place.store === 'postgres'
      ? derivedIdentifier(inCase(stored, postgres.column))
      : derived(inCase(stored, mongo.field)),
  )
  const isRow = type.kind === 'ref' && type.mode === 'foreign_key'
  const user = isRow && isUser(type, context) && !isBookkeeping(field)
  const resolved: Unfinished = {
    name: field.name,
    span: field.span,
    typeSpan: field.typeNode?.span ?? field.span,
    type,
    list: field.type.list,
    optional: field.type.optional,
    physical,
    member: user ? `${toCase(field.name, 'camelCase')}Id` : toCase(stored, 'camelCase'),
    origin: field.origin,
    primary: flagAt(options, 'primary') === true,
    publicId: flagAt(options, 'public_id') === true,
    immutable: flagAt(options, 'immutable') === true,
  }
  const about = textAt(options, 'about')
  if (about !== undefined) resolved.about = about.trim()
  if (value !== undefined) resolved.default = value
  const said = resolveOptions(field, type, place.store, context)
  return said === undefined ? resolved : { ...resolved, ...said }
}

/** What PostgreSQL keeps beside a column has a name of its own, after the table and the column. */
function columnNames(
  field: Field,
  relation: Relation | undefined,
  place: FieldPlace,
  table: string,
): Pick<Field, 'check' | 'finder'> | undefined {
  if (place.store !== 'postgres' || place.entity === undefined) return undefined
  const column = field.physical.text
  const narrowed = isNarrowed(field, relation, place.entity.tenancy.mode === 'shared')
  if (!narrowed && field.lookup === undefined) return undefined
  return {
    ...(narrowed ? { check: derivedName([table, column], 'check') } : {}),
    ...(field.lookup === undefined ? {} : { finder: derivedIdentifier(`find_${table}_by_${column}`) }),
  }
}

/** The logical name with what its role adds: a reference is called by what it keeps. */
function storedName(name: string, type: FieldType, place: FieldPlace, context: Context): string {
  const { roles } = context.project.conventions.postgres
  const with_ = (convention: { readonly prefix?: string; readonly suffix?: string }): string =>
    `${convention.prefix ?? ''}${name}${convention.suffix ?? ''}`
  if (type.kind === 'part') return with_(roles.storeRef)
  if (type.kind !== 'ref') return name
  if (isUser(type, context)) return name
  if (place.store !== 'postgres') return with_(context.project.conventions.mongo.reference)
  return with_(type.mode === 'foreign_key' ? roles.foreignKey : roles.storeRef)
}

function isUser(type: FieldType, context: Context): boolean {
  return type.kind === 'ref' && type.entity === context.project.tenancy?.user
}

function isBookkeeping(field: FieldDeclaration): boolean {
  return field.origin.kind === 'tenant' || (field.origin.kind === 'mixin' && field.origin.role !== 'plain')
}

/** The inverse side is added when all entities are known. */
function relationOf(
  field: FieldDeclaration,
  type: FieldType & { readonly kind: 'ref' },
  place: FieldPlace,
  table: string,
  physical: PhysicalName,
  context: Context,
): Relation {
  const target = context.headers.get(type.entity)
  const withTenant =
    type.mode === 'foreign_key' &&
    field.origin.kind !== 'tenant' &&
    target?.tenancy.mode === 'required' &&
    place.entity !== undefined &&
    place.entity.tenancy.mode !== 'none'
  // In a row of the tenant itself, its own id is the tenant's part of the key.
  const named = withTenant && place.entity?.tenancy.mode !== 'self'
  const columns = named ? [tenantColumn(context), physical.text] : [physical.text]
  return {
    member: toCase(field.name, 'camelCase'),
    onDelete: wordAt<OnDelete>(field.options, 'on_delete', ['restrict', 'cascade', 'set_null']) ?? 'restrict',
    onSoftDelete: wordAt(field.options, 'on_soft_delete', ['restrict', 'cascade']) ?? 'restrict',
    bookkeeping: isBookkeeping(field),
    withTenant,
    constraint: derivedName([table, ...columns], 'fkey'),
  }
}

/** The column that every tenant's row carries. */
function tenantColumn(context: Context): string {
  const { project } = context
  const { foreignKey } = project.conventions.postgres.roles
  const name = `${foreignKey.prefix ?? ''}${project.tenancy?.field ?? 'tenant'}${foreignKey.suffix ?? ''}`
  return inCase(name, project.conventions.postgres.column)
}

/** The tenant's field of a record: `tenant_id` holds the row's UUID, `tenantId` in a document its public id. */
export function tenantField(place: FieldPlace, table: string, context: Context): Field | undefined {
  const { tenancy, conventions } = context.project
  const mode = place.entity?.tenancy.mode
  if (tenancy === undefined || (mode !== 'required' && mode !== 'shared')) return undefined
  const rows = place.store === 'postgres'
  const column = tenantColumn(context)
  const target = context.headers.get(tenancy.entity)
  const rowTarget = rows && target?.root === 'postgres'
  const field: Field = {
    name: tenancy.field,
    span: place.entity?.declared.span ?? tenancy.span,
    typeSpan: tenancy.span,
    about:
      mode === 'shared' ? 'The tenant it belongs to; none where it is shared by all.' : 'The tenant it belongs to.',
    type: {
      kind: 'ref',
      entity: tenancy.entity,
      mode: rowTarget ? 'foreign_key' : !rows && target?.root === 'mongo' ? 'document' : 'pointer',
      holds: rowTarget ? 'id' : 'ref_id',
    },
    list: false,
    optional: mode === 'shared',
    physical: { text: rows ? column : inCase(`${tenancy.field}_id`, conventions.mongo.field), source: 'derived' },
    member: toCase(`${tenancy.field}_id`, 'camelCase'),
    origin: { kind: 'tenant' },
    primary: false,
    publicId: false,
    immutable: true,
    relation: {
      member: toCase(tenancy.field, 'camelCase'),
      onDelete: 'restrict',
      onSoftDelete: 'restrict',
      bookkeeping: true,
      withTenant: false,
      constraint: derivedName([table, column], 'fkey'),
    },
  }
  return { ...field, ...columnNames(field, field.relation, place, table) }
}
