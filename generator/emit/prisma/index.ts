import { oncePer } from '../../base/once-per.ts'
import { printSchema } from '../../print/prisma/print.ts'
import type { Emitter } from '../emitter.ts'
import { prismaConfig } from './config.ts'
import { lowerSchema } from './lower.ts'

/** A tree that stays the same is not printed again. */
const printed = oncePer(printSchema)

/** The tables as Prisma's client sees them: a file for each domain that has some, and one for the rest. */
export const prismaEmitter: Emitter = {
  name: 'prisma',
  summary: 'the Prisma schema, one file a domain, and its configuration',
  emit: (model) => {
    const files = lowerSchema(model)
    const { postgres } = model.project.stores
    if (postgres === undefined || files.length === 0) return []
    return [
      { path: 'provider-db/prisma.config.ts', text: prismaConfig(postgres.url), sources: [] },
      ...files.map(({ name, tree, sources }) => ({
        path: `provider-db/prisma/schema/${name}.prisma`,
        text: printed(tree),
        sources,
      })),
    ]
  },
}
