import type { FieldDescription } from '../../../runtime/src/description/field.ts'
import { incomingOf, outgoingOf } from '../../catalog/prisma/relations.ts'
import type { Entity } from '../../model/entity.ts'
import { entityNamed, hasTable } from '../../model/lookup.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import type { PropertySignature, Statement } from '../../print/typescript/tree.ts'
import { entityMember } from '../typescript/data-members.ts'
import type { Uses } from '../typescript/imports.ts'
import type { Named } from '../typescript/package-names.ts'
import { type EntityContext, ownType, support } from './context.ts'
import { hasObjects, isChanging, isComposable, isSplit, mayLackDocument } from './traits.ts'

/** What the generic types of the repositories are told of an entity. */
export function kindStatements(context: EntityContext): readonly Statement[] {
  const { entity, described } = context
  const related = relatedStatement(context)
  return [
    ...(related === undefined ? [] : [related]),
    {
      kind: 'interface',
      name: ownType(context, 'Types'),
      isExported: true,
      doc: `What the types of \`db.${entityMember(context.model, entity.name)}\` are made of.`,
      properties: [
        property('name', stringLiteral(entity.name)),
        ...(described.root === 'postgres' ? rowProperties(context, related !== undefined) : rootProperties(context)),
        property('create', ownType(context, 'Create')),
        ...(isChanging(described) ? [property('update', ownType(context, 'Update'))] : []),
        ...(isSplit(described) ? splitProperties(context) : composedProperties(context)),
      ],
    },
  ]
}

function property(name: string, type: string): PropertySignature {
  return { name, type, isReadonly: true }
}

function rowProperties(context: EntityContext, hasRelated: boolean): readonly PropertySignature[] {
  const { entity, described, names, imports } = context
  const { table } = described
  if (!hasTable(entity) || table === undefined) return []
  const row = names.row(entity)
  const prisma = imports.type('Prisma', 'prisma-client/client.ts')
  // Of these three alone, Prisma begins the second with a capital whatever the model is called.
  const capital = table.model.charAt(0).toUpperCase() + table.model.slice(1)
  const properties = [
    property('row', imports.type(row.name, row.file)),
    property('related', hasRelated ? ownType(context, 'Related') : imports.type('Unrelated', support.rows)),
    property('encrypted', encryptedMembers(table.fields)),
    property('find', `${prisma}.${table.model}FindManyArgs`),
    property('aggregate', `${prisma}.${capital}AggregateArgs`),
    property('groupBy', `${prisma}.${table.model}GroupByArgs`),
  ]
  if (table.lifecycle === undefined) return properties
  const lifecycle = names.lifecycle(entity)
  return [
    ...properties,
    property('state', stringLiteral(table.lifecycle.field)),
    property('lifecycle', `typeof ${imports.type(lifecycle.name, lifecycle.file)}`),
  ]
}

function encryptedMembers(fields: readonly FieldDescription[]): string {
  const names = fields.flatMap(({ name, encrypted }) => (encrypted === true ? [stringLiteral(name)] : []))
  return names.length === 0 ? 'never' : names.join(' | ')
}

function rootProperties({ entity, names, imports }: EntityContext): readonly PropertySignature[] {
  if (entity.mongo === undefined) return []
  const document = names.document({ ...entity, mongo: entity.mongo })
  return [property('root', plainDocument(document, imports))]
}

function splitProperties(context: EntityContext): readonly PropertySignature[] {
  const { entity, described, names, imports } = context
  const objects = hasObjects(described) ? [property('objects', ownType(context, 'Objects'))] : []
  if (described.root !== 'postgres' || entity.mongo === undefined) return objects
  const type = plainDocument(names.document({ ...entity, mongo: entity.mongo }), imports)
  return [property('document', mayLackDocument(described) ? `${type} | null` : type), ...objects]
}

/** The document as it is read. */
function plainDocument({ name, file }: Named, imports: Uses): string {
  return `${imports.type('PlainDocument', support.plain)}<${imports.type(name, file)}>`
}

interface Composed {
  /** What a caller may give it under. */
  readonly relation: string
  readonly target: Entity
  readonly optional: boolean
}

/** The records of MongoDB and S3 that a row may be made together with. */
export function composedOf({
  model,
  entity,
  described,
}: Pick<EntityContext, 'model' | 'entity' | 'described'>): readonly Composed[] {
  if (described.root !== 'postgres' || isSplit(described)) return []
  return (entity.postgres?.fields ?? []).flatMap(({ type, optional, list }, at) => {
    const one = described.table?.fields[at]
    if (type.kind !== 'ref' || type.holds === 'id' || list || one?.type.kind !== 'ref') return []
    const target = entityNamed(model, type.entity)
    return isComposable(target) ? [{ relation: one.type.relation, target, optional }] : []
  })
}

function composedProperties(context: EntityContext): readonly PropertySignature[] {
  const composed = composedOf(context)
  if (composed.length === 0) return []
  const members = composed.map(({ relation, target, optional }) => {
    const { name, file } = context.names.provider(target, 'Types')
    return `readonly ${relation}: ${context.imports.type(name, file)}${optional ? ' | null' : ''}`
  })
  return [property('composed', `{ ${members.join('; ')} }`)]
}

/** The kinds at the other ends of its relations, by the members of Prisma's client. */
function relatedStatement(context: EntityContext): Statement | undefined {
  const { entity, described, model, names, imports } = context
  const { table } = described
  if (table === undefined || !hasTable(entity) || Object.keys(table.relations).length === 0) return undefined
  // In the order of the description: those that it refers to, then those that refer to it.
  const targets = [
    ...outgoingOf(model, entity).map(({ to }) => to),
    ...incomingOf(model, entity).map(({ from }) => from),
  ]
  return {
    kind: 'interface',
    name: ownType(context, 'Related'),
    isExported: true,
    doc: `What leads from ${entity.name} and to it.`,
    properties: Object.entries(table.relations).flatMap(([name, { list, optional }], at) => {
      const target = targets[at]
      if (target === undefined) return []
      const kind = names.provider(target, 'Types')
      const type = imports.type(kind.name, kind.file)
      return [property(name, list ? `readonly ${type}[]` : optional ? `${type} | null` : type)]
    }),
  }
}
