import { documentSchemas } from '../../catalog/mongo/index.ts'
import { inMongo } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Model } from '../../model/model.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { Emitter, OutputFile } from '../emitter.ts'
import { sourceFile } from '../typescript/generated-file.ts'
import { Imports } from '../typescript/imports.ts'
import { namedExport, reportExport } from '../typescript/named-export.ts'
import { packageNames } from '../typescript/package-names.ts'
import { valueUse } from '../typescript/value-use.ts'
import { baseDocumentFile, sharedDocuments } from './base-document.ts'
import { collectionStatements } from './collections.ts'
import type { FileContext } from './context.ts'
import { documentStatements } from './document.ts'
import { valueStatements, valuesFile } from './values.ts'

/** Mongoose schemas and models: one file a collection, with its indexes and what the server checks of its documents. */
export const mongooseEmitter: Emitter = {
  name: 'mongoose',
  summary: 'Mongoose schemas, indexes, validators and models bound to a connection',
  emit,
}

/** What an application sees of the files that speak to servers. */
const liveExports: readonly Statement[] = [
  namedExport('../live/mongo/description.ts', {
    types: [
      'BsonType',
      'CollectionDescription',
      'CollectionValidator',
      'IndexDescription',
      'JsonSchema',
      'RoleDescription',
    ],
  }),
  namedExport('../live/mongo/connection.ts', { types: ['MongoOptions'] }),
  reportExport,
]

const recalled = recalling<OutputFile>()

function emit(model: Model): readonly OutputFile[] {
  const entities = inMongo(model)
  if (entities.length === 0) return []
  const shared = { names: packageNames(model), values: valueUse(model), schemas: documentSchemas(model) }
  const bases = sharedDocuments(model, shared)
  const file = (
    path: string,
    sources: readonly string[],
    lower: (context: FileContext) => readonly Statement[],
  ): OutputFile => {
    const imports = new Imports(path)
    const statements = lower({ ...shared, imports })
    return sourceFile(path, [...imports.declarations(), ...statements], sources)
  }
  const common = JSON.stringify([bases.statements, shared.values.inMongo.map(({ name }) => name)])
  const documents = entities.map((entity) =>
    recalled(model, entity.name, [entity, common, model.valueTypes, model.mixins], () =>
      file(shared.names.document(entity.name).file, [entity.name], (context) =>
        documentStatements(entity, bases, context),
      ),
    ),
  )
  const hasValues = shared.values.inMongo.length > 0
  const everything = [
    ...entities.map(({ name }) => shared.names.document(name).file),
    baseDocumentFile,
    'mongoose/changes.ts',
    'mongoose/collection.ts',
    'mongoose/fixed.ts',
    ...(hasValues ? [valuesFile] : []),
  ].sort()
  return [
    sourceFile(baseDocumentFile, bases.statements),
    ...(hasValues ? [file(valuesFile, [], valueStatements)] : []),
    ...documents,
    file('mongoose/index.ts', [], (context) => [
      ...everything.map(
        (path): Statement => ({ kind: 'export', moduleSpecifier: `./${path.slice('mongoose/'.length)}` }),
      ),
      ...liveExports,
      ...collectionStatements(model, context),
    ]),
  ]
}
