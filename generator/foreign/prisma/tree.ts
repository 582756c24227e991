import type { PrismaToken } from './tokens.ts'

/** The syntax of a Prisma schema, with the token of every name. */

export interface PrismaBlock {
  readonly keyword: BlockKeyword
  readonly name: PrismaToken
  readonly fields: readonly PrismaField[]
  readonly attributes: readonly PrismaAttribute[]
  /** Of a data source or a generator: `provider = "postgresql"`. */
  readonly settings: ReadonlyMap<string, PrismaValue>
}

export const blockKeywords = ['model', 'view', 'type', 'enum', 'datasource', 'generator'] as const
export type BlockKeyword = (typeof blockKeywords)[number]

/** A field of a model, or a value of an enum, which has no type. */
export interface PrismaField {
  readonly name: PrismaToken
  readonly type?: string
  readonly list: boolean
  readonly optional: boolean
  readonly attributes: readonly PrismaAttribute[]
}

export interface PrismaAttribute {
  /** Without its at signs: `map`, `db.Char`. */
  readonly name: string
  readonly token: PrismaToken
  readonly args: readonly PrismaArgument[]
}

export interface PrismaArgument {
  readonly name?: string
  readonly value: PrismaValue
}

export type PrismaValue =
  | { readonly kind: 'string'; readonly text: string; readonly token: PrismaToken }
  | { readonly kind: 'number'; readonly text: string; readonly token: PrismaToken }
  | {
      readonly kind: 'name'
      readonly text: string
      readonly token: PrismaToken
      readonly args: readonly PrismaArgument[]
    }
  | { readonly kind: 'list'; readonly items: readonly PrismaValue[] }
  | { readonly kind: 'object'; readonly entries: readonly PrismaArgument[] }
