import { isWrittenOnce } from '../../catalog/mongo/index.ts'
import type { Field } from '../../model/field.ts'
import { fieldNamed, type MongoEntity } from '../../model/lookup.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import { call, identifier, object, plain, property } from '../../print/typescript/index.ts'
import type { InterfaceDeclaration, PropertySignature, Statement } from '../../print/typescript/tree.ts'
import { duration } from '../typescript/duration.ts'
import type { Holding } from '../typescript/field-type.ts'
import { type Uses, unnoted } from '../typescript/imports.ts'
import { memberOf } from '../typescript/member.ts'
import type { SharedDocuments } from './base-document.ts'
import type { FileContext } from './context.ts'
import { isFixed, isReadonlyMember } from './fixed.ts'
import { indexStatements } from './indexes.ts'
import { schemaExpression } from './json-schema.ts'
import { schemaPath } from './schema-path.ts'

/** One collection's file: the document's type, its schema, its indexes, and what the server checks. */
export function documentStatements(
  entity: MongoEntity,
  shared: SharedDocuments,
  context: FileContext,
): readonly Statement[] {
  return [
    documentInterface(entity, shared, context),
    schemaStatement(entity, context),
    ...indexStatements(entity, context),
    ...changeStatements(entity, context),
    validatorStatement(entity, context),
  ]
}

function documentInterface(entity: MongoEntity, shared: SharedDocuments, context: FileContext): InterfaceDeclaration {
  const { about } = entity
  // What a base gives is not written here, so what its type needs is not imported here either.
  const member = (field: Field, imports: Uses): PropertySignature => {
    const holding: Holding = { ...context, imports, as: 'document', entity: stringLiteral(entity.name) }
    return memberOf(field, field.physical.text, isReadonlyMember(entity, field), holding)
  }
  const memberNamed = (key: string): PropertySignature | undefined => {
    const field = entity.mongo.fields.find(({ physical }) => physical.text === key)
    return field === undefined ? undefined : member(field, unnoted)
  }
  const bases = shared.basesOf(entity, memberNamed, context)
  const given = new Set(bases.flatMap((base) => base.gives.map(({ name }) => name)))
  const own = entity.mongo.fields.filter((field) => !given.has(field.physical.text))
  return {
    kind: 'interface',
    name: context.names.document(entity).name,
    isExported: true,
    doc: [...(about === undefined ? [] : [about]), ...guards(entity)].join(' '),
    extends: bases.map((base) => base.type),
    properties: own.map((field) => member(field, context.imports)),
  }
}

/** What a reader should know of the collection as a whole. */
function guards(entity: MongoEntity): readonly string[] {
  const { mongo } = entity
  const { collection, expire } = mongo
  const from = expire === undefined ? '' : fieldNamed(mongo, expire.from).physical.text
  return [
    `A document of \`${collection.text}\`${isWrittenOnce(entity) ? ', never changed once it is written' : ''}.`,
    ...(expire === undefined ? [] : [`It expires ${duration(expire.after)} after \`${from}\`.`]),
  ]
}

function schemaStatement(entity: MongoEntity, context: FileContext): Statement {
  const { mongo } = entity
  const paths = mongo.fields.map((field) => {
    const use = { isFixed: isFixed(entity, field), isGiven: field.publicId && entity.root !== 'mongo' }
    return property(field.physical.text, schemaPath(field, use, context))
  })
  const options = plain({
    collection: mongo.collection.text,
    autoIndex: false,
    autoCreate: false,
    versionKey: false,
    strict: 'throw',
    minimize: false,
    id: false,
  })
  const type = context.names.document(entity).name
  return {
    kind: 'variable',
    name: context.names.documentSchema(entity).name,
    isExported: true,
    type: `Schema<${type}>`,
    initializer: call(context.imports.value('Schema', 'mongoose'), [object(paths, 'expanded'), options], {
      isNew: true,
      typeArguments: [type],
    }),
  }
}

/** What the schema's hooks see to: that what is written once stays, and that changes are counted. */
function changeStatements(entity: MongoEntity, { imports, names }: FileContext): readonly Statement[] {
  const schema = identifier(names.documentSchema(entity).name)
  if (isWrittenOnce(entity)) {
    const callee = imports.value('refuseChanges', 'mongoose/fixed.ts')
    return [{ kind: 'expression', expression: call(callee, [schema, plain({ deletes: entity.mongo.appendOnly })]) }]
  }
  const paths = (update: 'now' | 'increment') =>
    entity.mongo.fields.filter(({ onUpdate }) => onUpdate === update).map(({ physical }) => physical.text)
  const now = paths('now')
  const increment = paths('increment')
  const kept: Statement = {
    kind: 'expression',
    expression: call(imports.value('keepFixed', 'mongoose/fixed.ts'), [schema]),
  }
  if (now.length + increment.length === 0) return [kept]
  const written = { ...(now.length === 0 ? {} : { now }), ...(increment.length === 0 ? {} : { increment }) }
  const counted = call(imports.value('countChanges', 'mongoose/changes.ts'), [schema, plain(written)])
  return [kept, { kind: 'expression', expression: counted, joined: true }]
}

function validatorStatement(entity: MongoEntity, context: FileContext): Statement {
  const { fields } = entity.mongo
  return {
    kind: 'variable',
    name: context.names.documentValidator(entity).name,
    isExported: true,
    type: context.imports.type('CollectionValidator', 'live/mongo/description.ts'),
    doc: 'What the server itself checks of every document.',
    initializer: object(
      { $jsonSchema: schemaExpression(context.schemas.document(fields), fields, context) },
      'expanded',
    ),
  }
}
