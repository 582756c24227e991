import type { SourceFile } from '../../source/source-file.ts'
import type { ForeignName } from '../tree.ts'
import { argumentOf, attributeNamed } from './attributes.ts'
import type { PrismaToken } from './tokens.ts'
import type { PrismaAttribute, PrismaBlock } from './tree.ts'

/** A block and the file it stands in. */
export interface PlacedBlock extends PrismaBlock {
  readonly file: SourceFile
}

/** What the database calls it: what `@map` says, else its own name. */
export function physicalName(name: PrismaToken, attributes: readonly PrismaAttribute[], file: SourceFile): ForeignName {
  const map = attributeNamed(attributes, 'map')
  const value = map === undefined ? undefined : argumentOf(map, 'name', 'or the first')
  return value?.kind === 'string' ? nameIn(value.text, value.token, file) : memberName(name, file)
}

export function nameIn(text: string, { start, end }: PrismaToken, file: SourceFile): ForeignName {
  return { text, written: text, span: { file, start, end }, origin: 'written' }
}

/** A token as the name that it is. */
export function memberName(token: PrismaToken, file: SourceFile): ForeignName {
  return nameIn(token.text, token, file)
}
