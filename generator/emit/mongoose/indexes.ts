import { collectionIndexes } from '../../catalog/mongo/index.ts'
import type { MongoEntity } from '../../model/lookup.ts'
import { call, plain } from '../../print/typescript/index.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { FileContext } from './context.ts'

/** Declares every index of a collection, each once. */
export function indexStatements(entity: MongoEntity, { names }: FileContext): readonly Statement[] {
  const schema = names.documentSchema(entity).name
  return collectionIndexes(entity).map(({ index: { key, ...options }, about }, at) => ({
    kind: 'expression',
    expression: call(`${schema}.index`, [plain(key), plain(options)]),
    ...(about === undefined ? {} : { doc: about }),
    ...(at > 0 ? { joined: true } : {}),
  }))
}
