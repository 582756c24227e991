import { conformanceEmitter } from './conformance/index.ts'
import { diagramsEmitter } from './diagrams/index.ts'
import { docsEmitter } from './docs/index.ts'
import type { Emitter } from './emitter.ts'
import { mongooseEmitter } from './mongoose/index.ts'
import { packageEmitter } from './package/index.ts'
import { prismaEmitter } from './prisma/index.ts'
import { providerEmitter } from './provider/index.ts'
import { s3Emitter } from './s3/index.ts'
import { schemaEmitter } from './schema.ts'
import { sqlEmitter } from './sql/index.ts'
import { typesEmitter } from './types/index.ts'

/** Every output, in the order in which a run reports them. */
export const emitters: readonly Emitter[] = [
  prismaEmitter,
  sqlEmitter,
  mongooseEmitter,
  s3Emitter,
  typesEmitter,
  providerEmitter,
  packageEmitter,
  diagramsEmitter,
  docsEmitter,
  conformanceEmitter,
  schemaEmitter,
]

/**
 * Those that a second thread may make beside the others, in about the time the others take. What two emitters share is made once
 * where both are in one thread: documentation and diagrams have the figures, SQL and conformance the catalog.
 */
export const besideOthers: ReadonlySet<string> = new Set(
  [docsEmitter, diagramsEmitter, mongooseEmitter, s3Emitter, typesEmitter].map(({ name }) => name),
)
