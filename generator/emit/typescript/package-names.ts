import { toCase } from '../../base/casing.ts'
import { InternalError } from '../../base/internal-error.ts'
import { oncePer } from '../../base/once-per.ts'
import type { Entity } from '../../model/entity.ts'
import { hasTable, type MongoEntity, type PostgresEntity, type S3Entity } from '../../model/lookup.ts'
import { indexing } from '../../model/memory/traced-maps.ts'
import type { Model } from '../../model/model.ts'
import { NameTable } from './name-table.ts'
import { reservedNames } from './reserved-names.ts'
import { type ProviderType, providerTypes, wishedNames, wishedType } from './wished-names.ts'

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
  row(entity: PostgresEntity): Named
  lifecycle(entity: PostgresEntity): Named
  document(entity: MongoEntity): Named
  documentSchema(entity: MongoEntity): Named
  documentValidator(entity: MongoEntity): Named
  /** The key of a document in `Models`. */
  modelKey(entity: MongoEntity): string
  valueSchema(valueType: string): Named
  valueRules(valueType: string): Named
  object(entity: S3Entity, object: string): Named
  /** What an object's key is made of. */
  objectParameters(entity: S3Entity, object: string): Named
  bucketKey(bucket: string): string
  /** A type of the data layer. */
  provider(entity: Entity, type: ProviderType): Named
  /** The file below `types/` of a domain's declarations: `types/identity.ts`. */
  domainFile(domain: string): string
}

export function packageNames(model: Model): PackageNames {
  const declared = declaredNames(model)
  const renamed = renamedNames(model)
  const known = (kind: string, name: string): Named => found(declared.get(`${kind} ${name}`), `${kind} ${name}`)
  const called = (kind: string, key: string, wish: string): string =>
    renamed.size === 0 ? wish : (renamed.get(`${kind} ${key}`) ?? wish)
  const domainFile = (domain: string): string => declared.get(`domain ${domain}`)?.file ?? sharedFile
  const inRows = (kind: 'row' | 'lifecycle', entity: PostgresEntity): Named => ({
    name: called(kind, entity.name, wishedNames(entity)[kind]),
    file: domainFile(entity.domain),
  })
  const inDocument = (kind: 'type' | 'schema' | 'validator', entity: MongoEntity): Named => {
    const wish = found(wishedNames(entity).document, entity.name)
    const file = `mongoose/${called('mongoose', entity.name, wish.file)}.ts`
    return { name: called(kind, entity.name, wish[kind]), file }
  }
  const inObject = (kind: 'value' | 'parameters', entity: S3Entity, object: string): Named => {
    const { file, byName } = found(wishedNames(entity).objects, entity.name)
    const key = `${entity.name}.${object}`
    const name = called(kind, key, found(byName.get(object), key)[kind])
    return { name, file: `s3/${called('s3', entity.name, file)}.ts` }
  }
  return {
    enum: (name) => known('enum', name),
    valueType: (name) => known('valueType', name),
    mixin: (name) => known('mixin', name),
    row: (entity) => inRows('row', entity),
    lifecycle: (entity) => inRows('lifecycle', entity),
    document: (entity) => inDocument('type', entity),
    documentSchema: (entity) => inDocument('schema', entity),
    documentValidator: (entity) => inDocument('validator', entity),
    modelKey: (entity) => called('modelKey', entity.name, found(wishedNames(entity).document, entity.name).modelKey),
    valueSchema: (valueType) => known('valueSchema', valueType),
    valueRules: (valueType) => known('valueRules', valueType),
    object: (entity, object) => inObject('value', entity, object),
    objectParameters: (entity, object) => inObject('parameters', entity, object),
    bucketKey: (bucket) => known('bucket', bucket).name,
    provider: (entity, type) => ({
      name: called(type, entity.name, wishedType(entity.name, type)),
      file: `provider/entities/${domainFile(entity.domain).slice('types/'.length)}`,
    }),
    domainFile,
  }
}

const sharedFile = 'types/shared.ts'

/** What is not made of an entity, and the files of the domains. */
const declaredNames = indexing((model) => claims(model).declared)

/** What of the entities is not called as it wishes, since something else is. */
const renamedNames = indexing((model) => claims(model).renamed)

/** Every name of the package in turn, each claimed once: enums, value types and mixins before what is made of entities. */
const claims = oncePer((model: Model) => {
  const exported = new NameTable(reservedNames)
  const folded = (name: string): string => name.toLowerCase()
  const files = {
    types: new NameTable(['index', 'json', 'lifecycle', 'mixins', 'row', 'shared'], folded),
    mongoose: new NameTable(['index', 'base-document', 'collection', 'changes', 'fixed', 'values'], folded),
    s3: new NameTable(['index', 'buckets', 'object', 'path', 'policy', 'segment'], folded),
  }
  const declared = new Map<string, Named>()
  const declare = (kind: string, key: string, wish: string, file: string): void => {
    declared.set(`${kind} ${key}`, { name: exported.claim(wish), file })
  }
  const renamed = new Map<string, string>()
  const claim = (names: NameTable, kind: string, key: string, wish: string): void => {
    const name = names.claim(wish)
    if (name !== wish) renamed.set(`${kind} ${key}`, name)
  }

  for (const { name, key } of model.domains) {
    declared.set(`domain ${name}`, { name, file: `types/${files.types.claim(toCase(key, 'kebab-case'))}.ts` })
  }
  const typesFile = (domain: string | undefined): string => declared.get(`domain ${domain}`)?.file ?? sharedFile
  for (const { name, domain } of model.enums) declare('enum', name, name, typesFile(domain))
  for (const { name, domain } of model.valueTypes) declare('valueType', name, name, typesFile(domain))
  for (const { name } of model.mixins) declare('mixin', name, toCase(name, 'PascalCase'), 'types/mixins.ts')

  const wishes = model.entities.map((entity) => ({ entity, wish: wishedNames(entity) }))
  for (const { entity, wish } of wishes) {
    if (wish.document === undefined) continue
    claim(files.mongoose, 'mongoose', entity.name, wish.document.file)
    claim(exported, 'type', entity.name, wish.document.type)
  }
  for (const { entity, wish } of wishes) {
    if (!hasTable(entity)) continue
    claim(exported, 'row', entity.name, wish.row)
    if (entity.postgres.lifecycle !== undefined) claim(exported, 'lifecycle', entity.name, wish.lifecycle)
  }
  const modelKeys = new NameTable()
  for (const { entity, wish } of wishes) {
    if (wish.document === undefined) continue
    claim(exported, 'schema', entity.name, wish.document.schema)
    claim(exported, 'validator', entity.name, wish.document.validator)
    claim(modelKeys, 'modelKey', entity.name, wish.document.modelKey)
  }
  for (const { name } of model.valueTypes) {
    const stem = toCase(name, 'camelCase')
    declare('valueSchema', name, `${stem}Schema`, 'mongoose/values.ts')
    declare('valueRules', name, `${stem}Rules`, 'mongoose/values.ts')
  }
  for (const { entity, wish } of wishes) {
    if (wish.objects === undefined) continue
    claim(files.s3, 's3', entity.name, wish.objects.file)
    for (const [object, { value, parameters }] of wish.objects.byName) {
      claim(exported, 'value', `${entity.name}.${object}`, value)
      claim(exported, 'parameters', `${entity.name}.${object}`, parameters)
    }
  }
  if (model.entities.some(hasTable)) {
    for (const { name } of model.entities) {
      for (const type of providerTypes) claim(exported, type, name, wishedType(name, type))
    }
  }
  const bucketKeys = new NameTable()
  for (const { name } of model.project.stores.s3?.buckets ?? []) {
    declared.set(`bucket ${name}`, { name: bucketKeys.claim(toCase(name, 'camelCase')), file: 's3/buckets.ts' })
  }
  return { declared, renamed }
})

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new InternalError(`the package has no name for ${what}`)
  return value
}
