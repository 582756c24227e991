import { dbmlFiles } from './dbml.ts'
import { jsonSchemaFiles, openapiFiles } from './json-schema.ts'
import type { Model } from './model.ts'
import { prismaFiles, prismaMarkdownFiles, zmodelFiles } from './prisma.ts'
import { stowageFiles } from './stowage.ts'
import { typespecFiles } from './typespec.ts'
import type { WrittenFile } from './written-file.ts'

export type Dialect =
  | 'stowage'
  | 'prisma'
  | 'prisma-markdown'
  | 'zmodel'
  | 'typespec'
  | 'dbml'
  | 'openapi'
  | 'json-schema'

/** The languages that the model is written in, one writer each. */
export const dialects: Readonly<Record<Dialect, (model: Model) => readonly WrittenFile[]>> = {
  stowage: stowageFiles,
  prisma: prismaFiles,
  'prisma-markdown': prismaMarkdownFiles,
  zmodel: zmodelFiles,
  typespec: typespecFiles,
  dbml: dbmlFiles,
  openapi: openapiFiles,
  'json-schema': jsonSchemaFiles,
}

export function isDialect(name: string): name is Dialect {
  return Object.hasOwn(dialects, name)
}
