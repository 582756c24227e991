import { toCase } from '../../base/casing.ts'
import { plural } from '../../base/plural.ts'
import type { SoftDelete } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import type { Index, Unique } from '../../model/keys.ts'
import type { PhysicalName } from '../../model/name.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import { entryOf } from '../node.ts'
import type { Context } from './context.ts'
import type { EntityHeader } from './entity-header.ts'
import { fieldUnique, isUnique, type KeyNames, postgresKeyNames, resolveIndex, resolveUnique } from './keys.ts'
import { resolveLifecycle } from './lifecycle.ts'
import { resolvePartFields } from './part-fields.ts'
import { PartScope } from './part-scope.ts'
import { derivedIdentifier, inCase, physicalName } from './physical-name.ts'
import { asMap, asScalar, child, flagAt, innerSpan, items, keySpan, textAt } from './read.ts'
import type { ResolvedPart } from './resolved-part.ts'
import { volumeOf } from './volume.ts'

/** Resolves the rows of an entity. */
export function resolvePostgres(
  header: EntityHeader,
  softDelete: SoftDelete | undefined,
  context: Context,
): ResolvedPart<PostgresPart> | undefined {
  const node = asMap(child(header.declared.node, 'postgres'))
  if (node === undefined) return undefined
  const { conventions } = context.project
  const convention = conventions.postgres.table
  const base = toCase(header.name, 'snake_case')
  const table = physicalName(
    node,
    'table',
    derivedIdentifier(inCase(convention.number === 'singular' ? base : plural(base), convention)),
  )
  const part = resolvePartFields(header, 'postgres', child(node, 'fields'), table.text, context)
  const scope = new PartScope(`the PostgreSQL part of \`${header.name}\``, part, context)
  if (scope.primary === undefined && part.unknown.size === 0 && !header.open) reportNoPrimary(header, table, context)

  const partition = resolvePartition(child(node, 'partition'), scope, context)
  const names = postgresKeyNames(table.text)
  const soft = softDelete !== undefined
  const declared = items(child(node, 'unique')).flatMap(
    (item) => resolveUnique(item, scope, soft, names, context) ?? [],
  )
  const ofFields = scope.declarations.filter(isUnique).flatMap((declaration) => {
    const field = scope.get(declaration.name)
    return field === undefined || field.publicId ? [] : fieldUnique(declaration, field, scope, soft, names, context)
  })
  const indexes = items(child(node, 'indexes')).flatMap((item) => {
    const index = resolveIndex(item, scope, names, context)
    if (index?.fields.some((field) => field.order === 'text') !== true) return index ?? []
    context.report({
      code: 'store/unsupported-option',
      severity: 'error',
      message: 'a `text` index exists in MongoDB only',
      span: item.span,
      help: 'move the searched text to a `mongo` part, or index the field in the usual way',
    })
    return []
  })
  if (partition !== undefined) reportUnpartitioned([...ofFields, ...declared], partition, context)
  const lifecycle = resolveLifecycle(child(node, 'lifecycle'), scope, context)
  const uniques = [...idUniques(scope, partition !== undefined, names), ...ofFields, ...declared]
  const why = textAt(node, 'why')
  const resolved: PostgresPart = {
    store: 'postgres',
    table,
    span: spanOfBlock(header, 'postgres') ?? header.declared.span,
    ...(why === undefined ? {} : { why: why.trim() }),
    fields: part.fields,
    uniques: uniques.map((unique) => withSharedName(unique, scope)),
    indexes: [...idIndexes(scope, partition !== undefined, names), ...indexes],
    ...(lifecycle === undefined ? {} : { lifecycle }),
    appendOnly: flagAt(node, 'append_only') === true,
    ...(partition === undefined ? {} : { partition }),
    ...volumeOf(node),
    primaryKeyName: derivedIdentifier(table.text, 'pkey'),
    ...(soft ? { view: viewName(table, context) } : {}),
    functions: {
      checkReferences: derivedIdentifier(table.text, 'check_references'),
      softDelete: derivedIdentifier(table.text, 'soft_delete'),
    },
    primaryKey: [
      ...(scope.primary === undefined ? [] : [scope.primary.name]),
      ...(partition === undefined ? [] : [partition.by]),
    ],
  }
  return { part: resolved, unknown: part.unknown, scope }
}

/** Where the key of a store's block stands. */
export function spanOfBlock(header: EntityHeader, store: string): PostgresPart['span'] | undefined {
  const node = asMap(header.declared.node)
  const entry = node === undefined ? undefined : entryOf(node, store)
  return entry === undefined ? undefined : keySpan(entry)
}

/**
 * The keys that come with the ids: the public id is unique everywhere, and (tenant, id) is what composite foreign keys
 * point to. A unique of a partitioned table would have to hold the partition's column, so there they are left out.
 */
function idUniques(scope: PartScope, partitioned: boolean, names: KeyNames): readonly Unique[] {
  if (partitioned) return []
  const { publicId, primary, tenant } = scope
  const full = (fields: readonly Field[], holds: Unique['scope'], span: Field['span']): Unique => ({
    fields: fields.map((field) => field.name),
    name: names('unique', fields, []),
    scope: holds,
    deleted: 'counted',
    where: [],
    full: true,
    span,
  })
  return [
    ...(publicId === undefined ? [] : [full([publicId], 'global', publicId.span)]),
    ...(tenant === undefined || primary === undefined ? [] : [full([tenant, primary], 'tenant', primary.span)]),
  ]
}

/**
 * A full unique of records that may be shared by all tenants, with a field that may be empty: among the shared ones it is
 * held by an index of its own, since no single constraint takes two empty tenants for the same and two empty fields not.
 */
function withSharedName(unique: Unique, scope: PartScope): Unique {
  const { tenant } = scope
  if (!unique.full || tenant?.optional !== true || !unique.fields.includes(tenant.name)) return unique
  const others = unique.fields.filter((field) => field !== tenant.name)
  if (!others.some((field) => scope.get(field)?.optional === true)) return unique
  return { ...unique, sharedName: derivedIdentifier(unique.name.text, 'shared') }
}

/** The view of the live rows, named after the table. */
function viewName(table: PhysicalName, context: Context): PhysicalName {
  const { view } = context.project.conventions.postgres
  return derivedIdentifier(inCase(`${view.prefix ?? ''}${table.text}${view.suffix ?? ''}`, view))
}

function idIndexes(scope: PartScope, partitioned: boolean, names: KeyNames): readonly Index[] {
  const { publicId } = scope
  if (!partitioned || publicId === undefined) return []
  const fields = [{ field: publicId.name, order: 'asc' as const, span: publicId.span }]
  return [{ fields, name: names('index', [publicId], []), where: [], span: publicId.span }]
}

function resolvePartition(
  node: ReturnType<typeof child>,
  scope: PartScope,
  context: Context,
): PostgresPart['partition'] {
  const by = asScalar(child(node, 'by'))
  if (node === undefined || by === undefined) return undefined
  const field = scope.fieldAt(by)
  if (field === undefined) return undefined
  const { name, type, optional, list, onUpdate, immutable } = field
  const span = innerSpan(by)
  if (type.kind !== 'scalar' || type.scalar !== 'timestamp' || optional || list) {
    context.report({
      code: 'resolve/bad-option',
      severity: 'error',
      message: `a table is partitioned by a required timestamp, and \`${name}\` is none`,
      span,
      related: [{ span: field.typeSpan, label: 'its type is declared here' }],
      help: 'partition by the time of creation',
    })
    return undefined
  }
  // PostgreSQL moves a row to another partition by removing it here and adding it there, which triggers take for a new row.
  if (onUpdate !== undefined || !immutable) {
    const changes =
      onUpdate === undefined ? 'is not `immutable`' : `changes with every change (\`on_update: ${onUpdate}\`)`
    context.report({
      code: 'resolve/bad-option',
      severity: 'error',
      message: `a row stays in the partition of its month, and \`${name}\` ${changes}`,
      span,
      related: [{ span: field.span, label: 'declared here' }],
      help:
        onUpdate === undefined
          ? `say \`immutable: true\` of \`${name}\`, or partition by the time of creation`
          : 'partition by the time of creation, which is `immutable: true`',
    })
    return undefined
  }
  return { by: name, every: 'month', span: node.span }
}

/** PostgreSQL checks a unique within each partition only, so it demands the partition's column in every one. */
function reportUnpartitioned(
  uniques: readonly Unique[],
  { by, span }: NonNullable<PostgresPart['partition']>,
  context: Context,
): void {
  for (const unique of uniques) {
    if (unique.fields.includes(by)) continue
    context.report({
      code: 'store/unsupported-option',
      severity: 'error',
      message: `a unique of a partitioned table has to hold \`${by}\`: PostgreSQL checks each partition by itself`,
      span: unique.span,
      related: [{ span, label: 'partitioned here' }],
      help: `add \`${by}\` where that is meant, make it an index, or leave \`partition\` out`,
    })
  }
}

function reportNoPrimary(header: EntityHeader, table: PhysicalName, context: Context): void {
  context.report({
    code: 'resolve/bad-key',
    severity: 'error',
    message: `the rows of \`${header.name}\` (${table.text}) have no primary key`,
    span: header.declared.span,
    help: 'use a mixin with `id: { type: uuid, primary: true, default: uuid7 }`, or write that field here',
  })
}
