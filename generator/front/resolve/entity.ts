import type { Entity } from '../../model/entity.ts'
import type { Context } from './context.ts'
import type { EntityHeader } from './entity-header.ts'
import { readUses } from './mixins.ts'
import { resolveMongo } from './mongo.ts'
import { resolvePostgres } from './postgres.ts'
import { aboutOf, child, entries, keySpan, textAt } from './read.ts'
import { resolveS3 } from './s3.ts'
import { softDeleteOf } from './soft-delete.ts'

/** Resolves an entity but for the inverse sides of its relations, which need all the others. */
export function resolveEntity(header: EntityHeader, context: Context): Entity {
  const { declared, name, parts } = header
  // Fields point to objects, and fields come first: a declaration is the first of the uses of its name.
  for (const object of entries(child(child(declared.node, 's3'), 'objects')))
    context.uses.add(`object:${name}.${object.key}`, keySpan(object))
  const used = readUses(declared.node, context)
  const softDelete = softDeleteOf(header, context)
  const postgres = parts.includes('postgres') ? resolvePostgres(header, softDelete, context) : undefined
  const mongo = parts.includes('mongo') ? resolveMongo(header, softDelete, context) : undefined
  const records = { ...(postgres === undefined ? {} : { postgres }), ...(mongo === undefined ? {} : { mongo }) }
  const s3 = parts.includes('s3') ? resolveS3(header, records, context) : undefined
  const was = textAt(declared.node, 'was')
  requirePublicId(header, mongo?.part.fields.some((field) => field.publicId) ?? true, mongo?.unknown.size ?? 0, context)
  return {
    name,
    span: declared.span,
    extent: { file: declared.span.file, ...extentOf(header) },
    ...aboutOf(declared.node),
    domain: declared.domain ?? '',
    ...(was === undefined ? {} : { was }),
    tenancy: header.tenancy,
    mixins: used,
    root: header.root,
    split: parts.length > 1,
    ...(postgres === undefined ? {} : { postgres: postgres.part }),
    ...(mongo === undefined ? {} : { mongo: mongo.part }),
    ...(s3 === undefined ? {} : { s3 }),
    ...(softDelete === undefined ? {} : { softDelete }),
  }
}

/** Documents are referred to by their public id, from every store: one without it could not be found again. */
function requirePublicId(header: EntityHeader, has: boolean, unknown: number, context: Context): void {
  if (has || unknown > 0 || header.open || header.root !== 'mongo') return
  context.report({
    code: 'resolve/bad-key',
    severity: 'error',
    message: `the documents of \`${header.name}\` have no public id`,
    span: header.declared.span,
    help: 'use a mixin of role `base` with `ref_id: { type: ulid, public_id: true, default: ulid }`, or write that field here',
  })
}

/** Where an entity's declaration starts and ends, for whether a finding lies in it. */
export function extentOf(header: { readonly declared: EntityHeader['declared'] }): {
  readonly start: number
  readonly end: number
} {
  return { start: header.declared.span.start, end: header.declared.node.span.end }
}
