import { inS3, type S3Entity } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Model } from '../../model/model.ts'
import { asConst, identifier, object, property } from '../../print/typescript/index.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { Emitter, OutputFile } from '../emitter.ts'
import { sourceFile } from '../typescript/generated-file.ts'
import { Imports } from '../typescript/imports.ts'
import { namedExport, reportExport } from '../typescript/named-export.ts'
import { type PackageNames, packageNames } from '../typescript/package-names.ts'
import { bucketStatements } from './buckets.ts'
import { objectStatements } from './objects.ts'

/** Object keys that are built and read by one description, and the buckets they are in: one file an entity. */
export const s3Emitter: Emitter = {
  name: 's3',
  summary: 'S3 key builders and parsers, object and bucket descriptions',
  emit,
}

const bucketsFile = 's3/buckets.ts'
const supportFiles = ['object.ts', 'path.ts', 'policy.ts', 'segment.ts']

const recalled = recalling<OutputFile>()

function* emit(model: Model): Iterable<OutputFile> {
  if (model.project.stores.s3 === undefined) return
  const names = packageNames(model)
  const entities = inS3(model).filter(({ s3 }) => s3.objects.length > 0)
  const imports = new Imports(bucketsFile)
  const buckets = bucketStatements(model, imports, names)
  yield sourceFile(bucketsFile, [...imports.declarations(), ...buckets])
  for (const entity of entities) {
    yield recalled(model, entity.name, [entity], () => objectsFile(entity, model, names))
  }
  yield recalled(model, '', [...entities], () => sourceFile('s3/index.ts', indexStatements(entities, names)))
}

function objectsFile(entity: S3Entity, model: Model, names: PackageNames): OutputFile {
  const path = fileOf(entity, names)
  const imports = new Imports(path)
  const statements = objectStatements(entity, model, imports, names)
  return sourceFile(path, [...imports.declarations(), ...statements], [entity.name])
}

/** What an application sees of the files that speak to servers. */
const liveExports: readonly Statement[] = [
  reportExport,
  namedExport('../live/s3/bucket-name.ts', { values: ['BucketVariablesError', 'bucketName'] }),
  namedExport('../live/s3/description.ts', { types: ['BucketDescription'], values: ['noPublicAccess'] }),
  namedExport('../live/s3/policy.ts', { types: ['PolicyDocument', 'PolicyStatement'], values: ['transportPolicy'] }),
  namedExport('../live/s3/wanted.ts', { types: ['S3Options'] }),
]

function fileOf(entity: S3Entity, names: PackageNames): string {
  return names.object(entity, entity.s3.objects[0]?.name ?? '').file
}

function indexStatements(entities: readonly S3Entity[], names: PackageNames): readonly Statement[] {
  const imports = new Imports('s3/index.ts')
  const known = entities.flatMap((entity) =>
    entity.s3.objects.map((one) => {
      const declared = names.object(entity, one.name)
      return property(`${entity.name}.${one.name}`, identifier(imports.value(declared.name, declared.file)))
    }),
  )
  const modules = [
    ...supportFiles,
    'buckets.ts',
    ...entities.map((entity) => fileOf(entity, names).slice('s3/'.length)),
  ]
  return [
    ...imports.declarations(),
    ...modules.sort().map((file): Statement => ({ kind: 'export', moduleSpecifier: `./${file}` })),
    ...liveExports,
    {
      kind: 'variable',
      name: 'objects',
      isExported: true,
      doc: 'Every kind of object, by its name.',
      initializer: asConst(object(known, 'expanded')),
    },
  ]
}
