import { toCase } from '../../base/casing.ts'
import { InternalError } from '../../base/internal-error.ts'
import { inMongo, inPostgres, inS3 } from '../../model/lookup.ts'
import { tracedMaps } from '../../model/memory/traced-maps.ts'
import type { Model } from '../../model/model.ts'
import { NameTable } from './name-table.ts'
import { reservedNames } from './reserved-names.ts'

/** A declaration of the package: its name, and the file below `src/` that it stands in. */
export interface Named {
  readonly name: string
  readonly file: string
}

/** What stands where in the package: every exported name is unique in all of it, so that the root can export them all. */
export interface PackageNames {
  /** The array of an enum's values and the union of them. */
  enum(name: string): Named
  valueType(name: string): Named
  mixin(name: string): Named
  row(entity: string): Named
  lifecycle(entity: string): Named
  document(entity: string): Named
  documentSchema(entity: string): Named
  documentValidator(entity: string): Named
  /** The key of a document in `Models`. */
  modelKey(entity: string): string
  valueSchema(valueType: string): Named
  valueRules(valueType: string): Named
  object(entity: string, object: string): Named
  /** What an object's key is made of. */
  objectParameters(entity: string, object: string): Named
  bucketKey(bucket: string): string
}

const sharedFile = 'shared'

const traced = tracedMaps<Named>()

export function packageNames(model: Model): PackageNames {
  const exported = new NameTable(reservedNames)
  const byKind = new Map<string, Named>()
  const add = (key: string, name: string, file: string): void => {
    byKind.set(key, { name: exported.claim(name), file })
  }
  const folded = (name: string): string => name.toLowerCase()
  const files = {
    types: new NameTable(['index', 'json', 'lifecycle', 'mixins', 'row', sharedFile], folded),
    mongoose: new NameTable(['index', 'base-document', 'collection', 'changes', 'fixed', 'values'], folded),
    s3: new NameTable(['index', 'buckets', 'object', 'path', 'policy', 'segment'], folded),
  }
  const fileIn = (folder: keyof typeof files, name: string): string =>
    `${folder}/${files[folder].claim(toCase(name, 'kebab-case'))}.ts`

  const domains = new Map(model.domains.map(({ name, key }) => [name, fileIn('types', key)]))
  const typesFile = (domain: string | undefined): string =>
    (domain === undefined ? undefined : domains.get(domain)) ?? `types/${sharedFile}.ts`

  for (const { name, domain } of model.enums) add(`enum ${name}`, name, typesFile(domain))
  for (const { name, domain } of model.valueTypes) add(`valueType ${name}`, name, typesFile(domain))
  for (const { name } of model.mixins) add(`mixin ${name}`, toCase(name, 'PascalCase'), 'types/mixins.ts')

  const documents = inMongo(model)
  const documentFiles = new Map(documents.map(({ name, mongo }) => [name, fileIn('mongoose', mongo.document)]))
  const documentFile = (entity: string): string => found(documentFiles.get(entity), entity)
  for (const { name, mongo } of documents) add(`document ${name}`, mongo.document, documentFile(name))

  for (const { name, domain, postgres } of inPostgres(model)) {
    add(`row ${name}`, `${name}Row`, typesFile(domain))
    const lifecycle = `${toCase(name, 'camelCase')}Lifecycle`
    if (postgres.lifecycle !== undefined) add(`lifecycle ${name}`, lifecycle, typesFile(domain))
  }
  const modelKeys = new NameTable()
  for (const { name, mongo } of documents) {
    const stem = toCase(mongo.document, 'camelCase')
    add(`documentSchema ${name}`, `${stem}Schema`, documentFile(name))
    add(`documentValidator ${name}`, `${stem}Validator`, documentFile(name))
    byKind.set(`modelKey ${name}`, { name: modelKeys.claim(stem), file: '' })
  }
  for (const { name } of model.valueTypes) {
    const stem = toCase(name, 'camelCase')
    add(`valueSchema ${name}`, `${stem}Schema`, 'mongoose/values.ts')
    add(`valueRules ${name}`, `${stem}Rules`, 'mongoose/values.ts')
  }
  for (const { name, s3 } of inS3(model)) {
    const file = fileIn('s3', name)
    for (const object of s3.objects) {
      const stem = toCase(`${name}_${object.name}`, 'camelCase')
      add(`object ${name}.${object.name}`, stem, file)
      add(`objectParameters ${name}.${object.name}`, `${toCase(stem, 'PascalCase')}Parameters`, file)
    }
  }
  const bucketKeys = new NameTable()
  for (const { name } of model.project.stores.s3?.buckets ?? []) {
    byKind.set(`bucketKey ${name}`, { name: bucketKeys.claim(toCase(name, 'camelCase')), file: 's3/buckets.ts' })
  }

  const named = traced(model, byKind)
  const of = (kind: string) => (name: string) => found(named.get(`${kind} ${name}`), `${kind} ${name}`)
  const ofObject = (kind: string) => (entity: string, object: string) => of(kind)(`${entity}.${object}`)
  return {
    enum: of('enum'),
    valueType: of('valueType'),
    mixin: of('mixin'),
    row: of('row'),
    lifecycle: of('lifecycle'),
    document: of('document'),
    documentSchema: of('documentSchema'),
    documentValidator: of('documentValidator'),
    modelKey: (entity) => of('modelKey')(entity).name,
    valueSchema: of('valueSchema'),
    valueRules: of('valueRules'),
    object: ofObject('object'),
    objectParameters: ofObject('objectParameters'),
    bucketKey: (bucket) => of('bucketKey')(bucket).name,
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new InternalError(`the package has no name for ${what}`)
  return value
}
