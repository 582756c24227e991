import { toCase } from '../../base/casing.ts'
import { oncePer } from '../../base/once-per.ts'
import type { Entity } from '../../model/entity.ts'
import type { MongoPart } from '../../model/mongo.ts'
import type { S3Part } from '../../model/s3.ts'

/** What the declarations made of an entity are called, unless something else is called so already; files have no ending. */
export interface WishedNames {
  readonly row: string
  readonly lifecycle: string
  readonly document?: WishedDocument
  readonly objects?: WishedObjects
}

/** What the data layer declares for an entity. */
export const providerTypes = [
  'Create',
  'Update',
  'Repository',
  'Fields',
  'References',
  'Relations',
  'DocumentInput',
  'Objects',
  'Related',
  'Types',
] as const

export type ProviderType = (typeof providerTypes)[number]

interface WishedDocument {
  readonly file: string
  readonly type: string
  readonly schema: string
  readonly validator: string
  readonly modelKey: string
}

interface WishedObjects {
  readonly file: string
  /** By the object's name. */
  readonly byName: ReadonlyMap<string, { readonly value: string; readonly parameters: string }>
}

/** They depend on nothing but the entity. */
export const wishedNames: (entity: Entity) => WishedNames = oncePer(({ name, mongo, s3 }) => ({
  row: `${name}Row`,
  lifecycle: `${toCase(name, 'camelCase')}Lifecycle`,
  ...(mongo === undefined ? {} : { document: wishedDocument(mongo) }),
  ...(s3 === undefined ? {} : { objects: wishedObjects(name, s3) }),
}))

export function wishedType(entity: string, type: ProviderType): string {
  return `${entity}${type}`
}

function wishedDocument({ document }: MongoPart): WishedDocument {
  const stem = toCase(document, 'camelCase')
  const file = toCase(document, 'kebab-case')
  return { file, type: document, schema: `${stem}Schema`, validator: `${stem}Validator`, modelKey: stem }
}

function wishedObjects(entity: string, { objects }: S3Part): WishedObjects {
  const byName = objects.map(({ name }) => {
    const value = toCase(`${entity}_${name}`, 'camelCase')
    return [name, { value, parameters: `${toCase(value, 'PascalCase')}Parameters` }] as const
  })
  return { file: toCase(entity, 'kebab-case'), byName: new Map(byName) }
}
