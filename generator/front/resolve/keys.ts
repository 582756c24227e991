import type { Field } from '../../model/field.ts'
import type { Index, IndexField, Unique } from '../../model/keys.ts'
import type { PhysicalName } from '../../model/name.ts'
import type { SpecNode } from '../node.ts'
import type { Context } from './context.ts'
import type { FieldDeclaration } from './field-declaration.ts'
import type { PartScope } from './part-scope.ts'
import { derivedName, physicalName } from './physical-name.ts'
import { resolveWhere } from './predicate.ts'
import { aboutOf, asMap, asScalar, child, items, spanWithin, textAt } from './read.ts'

/** How a store names what it derives: PostgreSQL by table and columns, MongoDB by fields. */
export type KeyNames = (kind: 'unique' | 'index', fields: readonly Field[], where: readonly string[]) => PhysicalName

export function postgresKeyNames(table: string): KeyNames {
  return (kind, fields, where) => {
    const narrowed = where.length === 0 ? [] : ['where', ...where]
    return derivedName(
      [table, ...fields.map((field) => field.physical.text), ...narrowed],
      kind === 'unique' ? 'key' : 'idx',
    )
  }
}

export function mongoKeyNames(): KeyNames {
  return (kind, fields, where) => {
    const named = fields
      .filter((field) => field.origin.kind !== 'tenant' || fields.length === 1)
      .map((field) => field.name)
    const narrowed = where.length === 0 ? [] : ['where', ...where]
    return { text: [kind === 'unique' ? 'one' : 'by', ...named, ...narrowed].join('_'), source: 'derived' }
  }
}

/** Reads one item of `unique:`, a list of field names or the long form. */
export function resolveUnique(
  node: SpecNode,
  scope: PartScope,
  softDelete: boolean,
  names: KeyNames,
  context: Context,
): Unique | undefined {
  const options = asMap(node)
  const listed = items(options === undefined ? node : child(options, 'fields')).flatMap((item) => asScalar(item) ?? [])
  const fields = listed.map((item) => scope.fieldAt(item))
  const where = resolveWhere(child(options, 'where'), scope, context)
  const known = fields.filter((field): field is Field => field !== undefined)
  if (where === undefined || known.length < fields.length) return undefined
  const scoped = textAt(options, 'scope') !== 'global' && scope.tenant !== undefined
  const all = withTenant(known, scoped ? scope.tenant : undefined)
  if (all.length === 0) {
    context.report({
      code: 'resolve/bad-key',
      severity: 'error',
      message: 'a unique without fields means one record for each tenant, and these records have none',
      span: node.span,
      help: 'name at least one field',
    })
    return undefined
  }
  for (const [index, field] of known.entries())
    refuseUnordered(field, listed[index]?.span ?? node.span, 'unique', context)
  const ignored = softDelete && textAt(options, 'deleted') !== 'counted'
  const derived = names(
    'unique',
    all,
    where.map((condition) => condition.field),
  )
  return {
    fields: all.map((field) => field.name),
    name: physicalName(options, 'name', derived),
    scope: scoped ? 'tenant' : 'global',
    deleted: ignored ? 'ignored' : 'counted',
    where,
    full: !ignored && where.length === 0,
    ...aboutOf(options),
    span: node.span,
  }
}

/** Whether a field says `unique:`. */
export function isUnique({ options }: FieldDeclaration): boolean {
  const node = child(options, 'unique')
  return node !== undefined && asScalar(node)?.value !== false
}

/** Reads `unique:` of a field: `true`, or its scope and whether deleted records count. */
export function fieldUnique(
  declaration: FieldDeclaration,
  field: Field,
  scope: PartScope,
  softDelete: boolean,
  names: KeyNames,
  context: Context,
): Unique {
  const node = child(declaration.options, 'unique')
  refuseUnordered(field, declaration.span, 'unique', context)
  const scoped = textAt(node, 'scope') !== 'global' && scope.tenant !== undefined
  const all = withTenant([field], scoped ? scope.tenant : undefined)
  const ignored = softDelete && textAt(node, 'deleted') !== 'counted'
  return {
    fields: all.map((one) => one.name),
    name: names('unique', all, []),
    scope: scoped ? 'tenant' : 'global',
    deleted: ignored ? 'ignored' : 'counted',
    where: [],
    full: !ignored,
    span: declaration.span,
  }
}

/** Reads one item of `indexes:`. Each field may be followed by `asc`, `desc` or (in MongoDB) `text`. */
export function resolveIndex(node: SpecNode, scope: PartScope, names: KeyNames, context: Context): Index | undefined {
  const options = asMap(node)
  const where = resolveWhere(child(options, 'where'), scope, context)
  const fields: IndexField[] = []
  const known: Field[] = []
  let sound = where !== undefined
  for (const item of items(options === undefined ? node : child(options, 'fields'))) {
    const scalar = asScalar(item)
    if (scalar === undefined || context.isBroken(item)) continue
    const [name = '', order = 'asc'] = String(scalar.value).trim().split(/\s+/)
    const span = spanWithin(scalar, 0, name.length)
    const field = scope.field(name, span)
    if (field === undefined) sound = false
    else {
      if (order !== 'text') refuseUnordered(field, span, 'indexed', context)
      known.push(field)
      fields.push({ field: name, order: order === 'desc' ? 'desc' : order === 'text' ? 'text' : 'asc', span })
    }
  }
  if (!sound || where === undefined || fields.length === 0) return undefined
  const { tenant } = scope
  const scoped = tenant !== undefined && textAt(options, 'scope') !== 'global' && !known.includes(tenant)
  const derived = names(
    'index',
    scoped ? [tenant, ...known] : known,
    where.map((condition) => condition.field),
  )
  return {
    fields: scoped ? [{ field: tenant.name, order: 'asc', span: node.span }, ...fields] : fields,
    name: physicalName(options, 'name', derived),
    where,
    ...aboutOf(options),
    span: node.span,
  }
}

function withTenant(fields: readonly Field[], tenant: Field | undefined): readonly Field[] {
  return tenant === undefined || fields.includes(tenant) ? fields : [tenant, ...fields]
}

/** A B-tree holds ordered values; documents and bytes have no useful order. */
function refuseUnordered(field: Field, span: Field['span'], what: string, context: Context): void {
  const scalar = field.type.kind === 'scalar' ? field.type.scalar : undefined
  const bad = field.list ? what === 'unique' : field.type.kind === 'value' || scalar === 'json' || scalar === 'bytes'
  if (!bad) return
  context.report({
    code: 'store/unsupported-option',
    severity: 'error',
    message: `\`${field.name}\` cannot be ${what}: its values have no order`,
    span,
    related: [{ span: field.typeSpan, label: 'its type is declared here' }],
    help: 'name a field with a simple value; take the one you search for out of the document',
  })
}
