import type { MongoEntity } from '../../model/lookup.ts'
import {
  type Code,
  call,
  elementText,
  identifier,
  importText,
  literal,
  memberText,
  object,
  property,
  propertyText,
} from '../../print/typescript/index.ts'
import { namedImport } from '../typescript/imports.ts'
import type { PackageNames } from '../typescript/package-names.ts'

/** What one collection adds to the file of them all, as it is printed there. */
export interface IndexEntry {
  readonly file: string
  /** What is imported of the collection's own file. */
  readonly imported: Code
  /** In the list of collections. */
  readonly described: Code
  /** In the interface of a connection's models. */
  readonly signature: Code
  /** In the object of a connection's models. */
  readonly bound: Code
}

/** It depends on nothing but the names of the collection. */
export function indexEntry(entity: MongoEntity, names: PackageNames): IndexEntry {
  const { collection, document } = entity.mongo
  const { name: type, file } = names.document(entity)
  const { name: schema } = names.documentSchema(entity)
  const { name: validator } = names.documentValidator(entity)
  const key = names.modelKey(entity)
  const used = [[type, 'type'] as const, [schema, 'value'] as const, [validator, 'value'] as const]
  const given = [identifier('connection'), identifier('known'), literal(document), identifier(schema)]
  const described = object({
    name: literal(collection.text),
    validator: identifier(validator),
    indexes: call('indexesOf', [identifier(schema)]),
  })
  return {
    file,
    imported: importText(namedImport(`./${file.slice('mongoose/'.length)}`, new Map(used))),
    described: elementText(described, 1),
    signature: propertyText({ name: key, type: `Model<${type}>`, isReadonly: true }),
    bound: memberText(property(key, call('modelOf', given)), 2),
  }
}
