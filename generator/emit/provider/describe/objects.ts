import type { ObjectDescription, PathPiece } from '../../../../runtime/src/description/entity.ts'
import { scalarName } from '../../../catalog/prisma/member-names.ts'
import type { Entity } from '../../../model/entity.ts'
import { enumNamed, fieldNamed, fieldOf, hasObjects, hasTable } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import { type ObjectPointer, objectPointers } from '../../../model/pointers.ts'
import type { PathVariable, S3Object } from '../../../model/s3.ts'
import { objectMember } from '../../typescript/data-members.ts'

export function describeObjects(entity: Entity, model: Model): Readonly<Record<string, ObjectDescription>> {
  if (!hasObjects(entity)) return {}
  const pointers = objectPointers(entity)
  return Object.fromEntries(
    entity.s3.objects.map((object) => [
      object.name,
      describeObject(object, entity, model, pointers.get(object.name)?.[0]),
    ]),
  )
}

function describeObject(
  object: S3Object,
  entity: Entity,
  model: Model,
  pointer: ObjectPointer | undefined,
): ObjectDescription {
  const sharedPath = pathWithoutTenant(object, entity, model)
  return {
    name: `${entity.name}.${object.name}`,
    member: objectMember(entity, object.name),
    bucket: object.bucket,
    contentType: object.contentType,
    maxBytes: object.maxBytes,
    write: object.write,
    path: describePath(object.path, entity, model),
    ...(sharedPath === undefined ? {} : { sharedPath }),
    ...(pointer === undefined ? {} : { pointer: describePointer(pointer, entity) }),
    keeps: describeKept(object, pointer, entity),
  }
}

function describePointer({ part, field }: ObjectPointer, entity: Entity): NonNullable<ObjectDescription['pointer']> {
  const inTable = part === 'postgres' && hasTable(entity)
  return {
    part: inTable ? 'table' : 'documents',
    field: inTable ? scalarName(entity, field) : field.physical.text,
    optional: field.optional,
  }
}

/** The fields beside the pointer. */
function describeKept(
  { keep }: S3Object,
  pointer: ObjectPointer | undefined,
  entity: Entity,
): ObjectDescription['keeps'] {
  const part = pointer && entity[pointer.part]
  if (keep === undefined || part === undefined) return {}
  const member = (name: string): string => {
    const field = fieldNamed(part, name)
    return part.store === 'postgres' && hasTable(entity) ? scalarName(entity, field) : field.physical.text
  }
  return {
    ...(keep.sha256 === undefined ? {} : { sha256: member(keep.sha256) }),
    ...(keep.size === undefined ? {} : { size: member(keep.size) }),
  }
}

function pathWithoutTenant({ path }: S3Object, entity: Entity, model: Model): readonly PathPiece[] | undefined {
  const { tenancy } = model.project
  if (entity.tenancy.mode !== 'shared' || tenancy === undefined) return undefined
  const prefixed = tenancy.prefix.split('/').filter((segment) => segment !== '').length
  return joined(['shared/', ...describePath(path.slice(prefixed), entity, model)])
}

function describePath(path: S3Object['path'], entity: Entity, model: Model): readonly PathPiece[] {
  return joined(
    path.flatMap((segment, index) => [
      ...(index === 0 ? [] : ['/']),
      ...segment.map((piece) =>
        piece.kind === 'literal' ? piece.text : describeVariable(piece.variable, entity, model),
      ),
    ]),
  )
}

/** Texts that stand side by side as one. */
function joined(pieces: readonly PathPiece[]): readonly PathPiece[] {
  const found: PathPiece[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') found[found.length - 1] = last + piece
    else found.push(piece)
  }
  return found
}

function describeVariable(variable: PathVariable, entity: Entity, model: Model): PathPiece {
  const { member: name, form, enum: enumName } = variable
  const root = entity.postgres ?? entity.mongo
  const field = root === undefined ? undefined : fieldOf(root, variable.name)
  const isBig = field?.type.kind === 'scalar' && field.type.scalar === 'bigint'
  return {
    name,
    form: form === 'int' && isBig ? 'bigint' : form,
    ...(enumName === undefined ? {} : { values: enumNamed(model, enumName).values.map((value) => value.name) }),
    ...(form === 'slug' && field?.pattern !== undefined ? { pattern: field.pattern } : {}),
  }
}
