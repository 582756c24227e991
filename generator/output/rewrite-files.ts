import { attempt } from './attempt.ts'
import type { RewritingFileSystem } from './file-system.ts'
import { OutputError } from './output-error.ts'
import { temporarySuffix } from './output-path.ts'
import { renameTemporary, writeTemporary } from './replace-files.ts'

/** What a file of somebody else holds, and what it is to hold. */
export interface Rewrite {
  /** Posix and relative to the folder. */
  readonly path: string
  readonly before: string
  readonly after: string
}

/**
 * Gives files of somebody else new texts, all or none: a link stays a link, and a file keeps its permissions. A file that
 * does not hold any more what was read keeps what was saved since then.
 * @throws OutputError where a file has changed, or the operating system refuses
 */
export function rewriteFiles(folder: string, rewrites: readonly Rewrite[], fs: RewritingFileSystem): void {
  const targets = targetsOf(folder, rewrites, fs)
  try {
    for (const [real, { path, before, after }] of targets) {
      attempt(path, () => {
        assertUnchanged(real, path, before, fs)
        writeTemporary(real, after, fs)
        fs.setMode(`${real}${temporarySuffix}`, fs.modeOf(real))
      })
    }
    // Again, as near to the writing as can be.
    for (const [real, { path, before }] of targets) attempt(path, () => assertUnchanged(real, path, before, fs))
  } catch (error) {
    for (const real of targets.keys()) removeTemporary(real, fs)
    throw error
  }
  for (const [real, { path }] of targets) attempt(path, () => renameTemporary(real, fs))
}

/** By where their links lead: two paths may be one file. */
function targetsOf(
  folder: string,
  rewrites: readonly Rewrite[],
  fs: RewritingFileSystem,
): ReadonlyMap<string, Rewrite> {
  const targets = new Map<string, Rewrite>()
  for (const rewrite of rewrites) {
    const real = attempt(rewrite.path, () => fs.realPath(`${folder}/${rewrite.path}`))
    const other = targets.get(real)
    if (other !== undefined && other.after !== rewrite.after) {
      throw new OutputError(`nothing is written: ${other.path} and ${rewrite.path} are one file, and would differ`)
    }
    targets.set(real, rewrite)
  }
  return targets
}

function assertUnchanged(real: string, path: string, before: string, fs: RewritingFileSystem): void {
  const bytes = Buffer.from(before, 'utf8')
  if (bytes.equals(fs.read(real))) return
  throw new OutputError(`nothing is written: ${path} has changed since it was read; run it again`)
}

function removeTemporary(real: string, fs: RewritingFileSystem): void {
  try {
    if (fs.kindOf(`${real}${temporarySuffix}`) === 'file') fs.remove(`${real}${temporarySuffix}`)
  } catch {
    // Why nothing is written is told; what is left beside a file is replaced by the next run.
  }
}
