import type { OutputFile } from '../../generator/emit/emitter.ts'
import { type PrismaFiles, readPrisma } from './prisma-engine.ts'

/** What Prisma's engine has against the schema among some outputs; nothing where it takes it or there is none. */
export function prismaRefusal(output: readonly OutputFile[]): string | undefined {
  const schema: PrismaFiles = output.flatMap(({ path, text }) =>
    path.endsWith('.prisma') ? [[path, text] as const] : [],
  )
  return schema.length === 0 ? undefined : readPrisma(schema).errors
}
