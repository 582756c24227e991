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
import { valuesInMongo, valueUse } from '../typescript/value-use.ts'
import { baseDocumentFile, sharedDocuments } from './base-document.ts'
import { collectionStatements } from './collections.ts'
import type { FileContext } from './context.ts'
import { documentStatements } from './document.ts'
import { type IndexEntry, indexEntry } from './index-entry.ts'
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
const recalledEntry = recalling<IndexEntry>()

function* emit(model: Model): Iterable<OutputFile> {
  const entities = inMongo(model)
  if (entities.length === 0) return
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
  yield sourceFile(baseDocumentFile, bases.statements)
  const values = valuesInMongo(model)
  if (values.length > 0) yield file(valuesFile, [], (context) => valueStatements(values, context))
  const common = JSON.stringify(bases.statements)
  for (const entity of entities) {
    yield recalled(model, entity.name, [entity, common, model.valueTypes, model.mixins], () =>
      file(shared.names.document(entity).file, [entity.name], (context) => documentStatements(entity, bases, context)),
    )
  }
  const entries = entities.map((entity) =>
    recalledEntry(model, entity.name, [entity], () => indexEntry(entity, shared.names)),
  )
  const everything = [
    ...entries.map((entry) => entry.file),
    baseDocumentFile,
    'mongoose/changes.ts',
    'mongoose/collection.ts',
    'mongoose/fixed.ts',
    ...(values.length === 0 ? [] : [valuesFile]),
  ].sort()
  const imports = new Imports('mongoose/index.ts')
  const collections = collectionStatements(model, entries, imports)
  yield sourceFile('mongoose/index.ts', [
    ...imports.declarations(),
    ...everything.map(
      (path): Statement => ({ kind: 'export', moduleSpecifier: `./${path.slice('mongoose/'.length)}` }),
    ),
    ...liveExports,
    ...collections,
  ])
}
