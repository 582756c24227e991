import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Reads the Prisma schema as Prisma does: its own engine parses and checks the files, and tells what they mean.

export interface ReadField {
  readonly name: string
  readonly dbName?: string
  readonly kind: 'scalar' | 'object' | 'enum' | 'unsupported'
  readonly type: string
  readonly nativeType: readonly [string, readonly string[]] | null
  readonly isList: boolean
  readonly isRequired: boolean
  readonly isId: boolean
  readonly isUpdatedAt: boolean
  readonly default?: unknown
  readonly relationName?: string
  readonly relationFromFields?: readonly string[]
  readonly relationToFields?: readonly string[]
  readonly relationOnDelete?: string
  readonly relationOnUpdate?: string
}

export interface ReadModel {
  readonly name: string
  readonly dbName: string | null
  readonly fields: readonly ReadField[]
}

export interface ReadIndex {
  readonly model: string
  readonly type: 'id' | 'normal' | 'unique' | 'fulltext'
  readonly dbName?: string
  readonly algorithm?: string
  readonly fields: readonly { readonly name: string; readonly sortOrder?: 'asc' | 'desc' }[]
}

export interface ReadSchema {
  readonly models: readonly ReadModel[]
  readonly indexes: readonly ReadIndex[]
  readonly enums: readonly { readonly name: string }[]
  readonly types: readonly { readonly name: string }[]
}

interface Engine {
  get_dmmf(params: string): string
  get_config(params: string): string
}

const engine: Engine = createRequire(import.meta.url)('@prisma/prisma-schema-wasm')

/** The names and texts of the `.prisma` files in a folder, sorted. Throws where there is none. */
export function schemaFiles(folder: URL): readonly (readonly [string, string])[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.prisma'))
    .sort()
  if (names.length === 0) throw new Error(`no .prisma file in ${folder.pathname}`)
  return names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])
}

/** What the schema means. Throws with the engine's own report where it is not valid. */
export function readSchema(files: readonly (readonly [string, string])[]): ReadSchema {
  const params = JSON.stringify({ prismaSchema: files, noColor: true })
  let text: string
  try {
    text = engine.get_dmmf(params)
  } catch (error) {
    throw new Error(`Prisma's engine refuses the schema:\n${reportOf(error)}`)
  }
  const { datamodel } = JSON.parse(text) as { datamodel: ReadSchema }
  return datamodel
}

function reportOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  try {
    return (JSON.parse(text) as { message: string }).message
  } catch {
    return text
  }
}
