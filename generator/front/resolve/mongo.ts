import { toCase } from '../../base/casing.ts'
import { plural, singular } from '../../base/plural.ts'
import type { SoftDelete } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import type { Index, Unique } from '../../model/keys.ts'
import type { MongoPart, TextWeight } from '../../model/mongo.ts'
import type { SpecNode } from '../node.ts'
import { parseQuantity } from '../quantity.ts'
import type { Context } from './context.ts'
import type { EntityHeader } from './entity-header.ts'
import { textual } from './field-options.ts'
import { fieldUnique, isUnique, mongoKeyNames, resolveIndex, resolveUnique } from './keys.ts'
import { resolvePartFields } from './part-fields.ts'
import { PartScope } from './part-scope.ts'
import { derived, inCase, physicalName } from './physical-name.ts'
import { spanOfBlock } from './postgres.ts'
import { asMap, asScalar, child, entries, flagAt, items, keySpan, textAt } from './read.ts'
import type { ResolvedPart } from './resolved-part.ts'
import { volumeOf } from './volume.ts'

/** Resolves the documents of an entity. */
export function resolveMongo(
  header: EntityHeader,
  softDelete: SoftDelete | undefined,
  context: Context,
): ResolvedPart<MongoPart> | undefined {
  const node = asMap(child(header.declared.node, 'mongo'))
  if (node === undefined) return undefined
  const convention = context.project.conventions.mongo.collection
  const base = toCase(header.name, 'snake_case')
  const collection = physicalName(
    node,
    'collection',
    derived(inCase(convention.number === 'singular' ? base : plural(base), convention)),
  )
  const part = resolvePartFields(header, 'mongo', child(node, 'fields'), collection.text, context)
  const scope = new PartScope(`the MongoDB part of \`${header.name}\``, part, context)
  const root = header.root === 'mongo'
  const soft = root && softDelete !== undefined
  const names = mongoKeyNames()
  const uniques = [
    ...scope.declarations.filter(isUnique).flatMap((declaration) => {
      const field = scope.get(declaration.name)
      return field === undefined || field.publicId ? [] : fieldUnique(declaration, field, scope, soft, names, context)
    }),
    ...items(child(node, 'unique')).flatMap((item) => resolveUnique(item, scope, soft, names, context) ?? []),
  ]
  const indexes = items(child(node, 'indexes')).flatMap((item) => resolveIndex(item, scope, names, context) ?? [])
  for (const field of part.fields) refuseReserved(field, context)
  const { publicId, tenant } = scope
  const why = textAt(node, 'why')
  const idName = publicId === undefined ? undefined : names('index', [publicId], [])
  const idUnique: readonly Unique[] =
    root && publicId !== undefined && idName !== undefined
      ? [
          {
            fields: [publicId.name],
            name: idName,
            scope: 'global',
            deleted: 'counted',
            where: [],
            full: true,
            span: publicId.span,
          },
        ]
      : []
  const idIndex: readonly Index[] =
    !root && publicId !== undefined && idName !== undefined
      ? [
          {
            fields: [...(tenant === undefined ? [] : [ascending(tenant)]), ascending(publicId)],
            name: idName,
            where: [],
            span: publicId.span,
          },
        ]
      : []
  const resolved: MongoPart = {
    store: 'mongo',
    collection,
    document: documentName(header, collection.text),
    span: spanOfBlock(header, 'mongo') ?? header.declared.span,
    ...(why === undefined ? {} : { why: why.trim() }),
    fields: part.fields,
    uniques: [...idUnique, ...uniques],
    indexes: [...idIndex, ...indexes],
    ...textIndexOf(child(node, 'text_index'), scope, context),
    appendOnly: flagAt(node, 'append_only') === true,
    ...expiryOf(child(node, 'expire'), scope, context),
    ...volumeOf(node),
  }
  return { part: resolved, unknown: part.unknown, scope }
}

function ascending(field: Field): Index['fields'][number] {
  return { field: field.name, order: 'asc', span: field.span }
}

/** The root's documents are called as the entity; those of a part by their collection: `tool_call_logs` -> `ToolCallLog`. */
function documentName(header: EntityHeader, collection: string): string {
  if (header.root === 'mongo') return header.name
  const name = toCase(singular(collection), 'PascalCase')
  return name === header.name ? `${name}Document` : name
}

function textIndexOf(node: SpecNode | undefined, scope: PartScope, context: Context): Pick<MongoPart, 'textIndex'> {
  if (node === undefined) return {}
  const weights = entries(node).flatMap((entry): TextWeight[] => {
    const span = keySpan(entry)
    const weight = asScalar(entry.value)?.value
    const field = scope.field(entry.key, span)
    if (field === undefined || typeof weight !== 'number') return []
    if (!isSearchable(field)) {
      context.report({
        code: 'resolve/bad-option',
        severity: 'error',
        message: `a search finds words of texts, and \`${entry.key}\` is none`,
        span,
        related: [{ span: field.typeSpan, label: 'its type is declared here' }],
        help: 'weigh fields of the types `string` and `text`; index the others under `indexes`',
      })
      return []
    }
    return [{ field: entry.key, weight, span }]
  })
  return weights.length === 0
    ? {}
    : { textIndex: { weights, name: { text: 'by_text', source: 'derived' }, span: node.span } }
}

function isSearchable({ type }: Field): boolean {
  return type.kind === 'enum' || (type.kind === 'scalar' && textual.has(type.scalar))
}

function expiryOf(node: SpecNode | undefined, scope: PartScope, context: Context): Pick<MongoPart, 'expire'> {
  if (node === undefined || context.isBroken(node)) return {}
  const after = asScalar(node)?.value ?? textAt(node, 'after')
  const afterSeconds = after === undefined || after === null ? undefined : parseQuantity(String(after), 'duration')
  if (after === undefined || afterSeconds === undefined) return {}
  const from = asScalar(child(node, 'from'))
  const field =
    from === undefined ? (scope.created ?? reportNoStart(node, String(after), scope, context)) : scope.fieldAt(from)
  if (field === undefined) return {}
  const { name } = field
  const index = `expire_after_${String(after)}_from_${name}`
  return {
    expire: {
      afterSeconds,
      after: String(after),
      from: name,
      name: { text: index, source: 'derived' },
      span: node.span,
    },
  }
}

function reportNoStart(node: SpecNode, after: string, scope: PartScope, context: Context): undefined {
  if (!scope.complete) return undefined
  context.report({
    code: 'resolve/unknown-field',
    severity: 'error',
    message: 'nothing says when these documents are made: no mixin of role `base` has a timestamp with `default: now`',
    span: node.span,
    help: `say from which timestamp it counts: \`expire: { after: ${after}, from: ... }\``,
  })
  return undefined
}

/** Names of methods and properties of a Mongoose document (Mongoose documentation, "Reserved names", Schema.reserved). */
const reservedKeys = new Set([
  'collection',
  'db',
  'emit',
  'errors',
  'get',
  'init',
  'isModified',
  'isNew',
  'listeners',
  'modelName',
  'on',
  'once',
  'populated',
  'remove',
  'removeListener',
  'save',
  'schema',
  'set',
  'toObject',
  'validate',
  '_id',
])

function refuseReserved(field: Field, context: Context): void {
  if (!reservedKeys.has(field.physical.text)) return
  context.report({
    code: 'resolve/bad-name',
    severity: 'error',
    message: `\`${field.physical.text}\` is a name of every document's own and cannot be a field of it`,
    span: field.physical.span ?? field.span,
    help: 'rename the field, or give it another name in the store by `name:`',
  })
}
