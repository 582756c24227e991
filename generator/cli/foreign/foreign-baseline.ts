import { existsSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import type { Findings } from '../../diagnostic/findings.ts'
import type { OtherBaseline } from '../baseline/baseline.ts'
import { projectFile } from '../project-file.ts'
import type { Session } from '../session.ts'
import type { ForeignOptions } from './options.ts'

/** Beside the project file. */
const name = 'stowage.foreign-baseline.json'

/**
 * The baseline of hand-written files: apart from the spec's, for a run looks at the one or the others. What is not looked at
 * in this run and still there is no business of it.
 */
export function foreignBaseline(session: Session, { prisma, sql }: ForeignOptions, { files }: Findings): OtherBaseline {
  const read = new Set(files.map(({ path }) => path))
  const options = [...(prisma === undefined ? [] : ['--prisma ...']), ...(sql === undefined ? [] : ['--sql ...'])]
  return {
    path: posix.join(posix.dirname(projectFile(session)), name),
    command: `stowage lint ${options.join(' ')} --write-baseline`,
    concerns: ({ path }) => read.has(path) || !existsSync(resolve(session.folder, path)),
  }
}
