import { conformanceEmitter } from './conformance/index.ts'
import { diagramsEmitter } from './diagrams/index.ts'
import { docsEmitter } from './docs/index.ts'
import type { Emitter } from './emitter.ts'
import { mongooseEmitter } from './mongoose/index.ts'
import { packageEmitter } from './package/index.ts'
import { prismaEmitter } from './prisma/index.ts'
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
  packageEmitter,
  diagramsEmitter,
  docsEmitter,
  conformanceEmitter,
  schemaEmitter,
]
