import * as engine from '@prisma/prisma-schema-wasm'

/** The files of a schema: path and text. */
export type PrismaFiles = readonly (readonly [path: string, text: string])[]

export interface PrismaField {
  readonly name: string
  readonly dbName?: string
  readonly kind: 'scalar' | 'object' | 'enum' | 'unsupported'
  readonly type: string
  readonly isList: boolean
  readonly isRequired: boolean
  readonly isUnique: boolean
  readonly isId: boolean
  readonly nativeType?: readonly [name: string, args: readonly string[]] | null
  readonly default?: unknown
  readonly documentation?: string
  readonly relationName?: string
  readonly relationFromFields?: readonly string[]
  readonly relationToFields?: readonly string[]
  readonly relationOnDelete?: string
}

export interface PrismaModel {
  readonly name: string
  readonly dbName: string | null
  readonly documentation?: string
  readonly fields: readonly PrismaField[]
  readonly uniqueFields: readonly (readonly string[])[]
  readonly primaryKey: { readonly fields: readonly string[] } | null
}

export interface PrismaEnum {
  readonly name: string
  readonly dbName: string | null
  readonly values: readonly { readonly name: string; readonly dbName: string | null }[]
}

/** What Prisma's own engine says of a schema. */
export interface PrismaReading {
  /** What it refuses, in its words. */
  readonly errors?: string
  /** The files as `prisma format` would leave them. */
  readonly formatted: PrismaFiles
  /** What its linter warns of. */
  readonly warnings: readonly string[]
  /** Empty where it refuses the schema. */
  readonly models: readonly PrismaModel[]
  /** Composite types, of MongoDB. */
  readonly types: readonly PrismaModel[]
  readonly enums: readonly PrismaEnum[]
}

/** Reads a schema with Prisma's engine, in this process: a panic would poison it, so hostile text goes to a worker. */
export function readPrisma(files: PrismaFiles): PrismaReading {
  const errors = messageOf(() => engine.validate(JSON.stringify({ prismaSchema: files })))
  const formatting = { textDocument: { uri: 'file:/dev/null' }, options: { tabSize: 2, insertSpaces: true } }
  const formatted: PrismaFiles = JSON.parse(engine.format(JSON.stringify(files), JSON.stringify(formatting)))
  const lint: readonly { readonly text: string }[] = JSON.parse(engine.lint(JSON.stringify(files)))
  const datamodel: Pick<PrismaReading, 'models' | 'types' | 'enums'> =
    errors === undefined
      ? JSON.parse(engine.get_dmmf(JSON.stringify({ prismaSchema: files }))).datamodel
      : { models: [], types: [], enums: [] }
  return {
    ...(errors === undefined ? {} : { errors }),
    formatted,
    warnings: lint.map(({ text }) => text),
    models: datamodel.models,
    types: datamodel.types,
    enums: datamodel.enums,
  }
}

function messageOf(run: () => void): string | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    if (error instanceof Error && error.name === 'RuntimeError') throw error
    const text = error instanceof Error ? error.message : String(error)
    return text.replaceAll('\\u001b', '').replace(/\[[0-9;]*m/g, '')
  }
}
