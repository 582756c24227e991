import { applyFixes } from '../diagnostic/apply-fixes.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { nodeFileSystem } from '../output/file-system.ts'
import { rewriteFiles } from '../output/rewrite-files.ts'
import { type Compilation, compile } from './compile.ts'
import { diskReader } from './disk-reader.ts'
import { fixSummary } from './fix-summary.ts'
import { OverlayReader } from './lsp/overlay-reader.ts'
import type { Mending } from './mending.ts'
import type { Session } from './session.ts'
import type { Stages } from './stages.ts'
import { type Change, unifiedDiff } from './unified-diff.ts'

/** Fixes can bring up new findings with fixes of their own; this many rounds, then a person looks. */
const mostRounds = 10

/**
 * Applies the fix of each finding that has exactly one, and again on what comes of it until nothing is left to apply. Every
 * round reads the spec as any command does, so that rules of the project's own and what it answers for count here too.
 */
export async function mend(
  session: Session,
  found: Compilation,
  stages: Stages,
  wish: { readonly baseline: boolean } = { baseline: true },
): Promise<Mending> {
  const reader = new OverlayReader(diskReader(session.folder), false)
  const changed = new Map<string, Change>()
  const mended: Diagnostic[] = []
  let compilation = found
  for (let round = 0; round < mostRounds; round += 1) {
    const { files, applied } = applyFixes(compilation.files, compilation.diagnostics)
    if (files.length === 0) break
    const before = new Map(compilation.files.map(({ path, text }) => [path, text]))
    for (const { path, text } of files) {
      changed.set(path, { path, before: changed.get(path)?.before ?? before.get(path) ?? '', after: text })
      reader.cover(path, text)
    }
    mended.push(...applied)
    compilation = await compile(session, stages, { reader, ...wish })
  }
  const changes = [...changed.values()].filter(({ before, after }) => before !== after)
  return { changes, mended, compilation }
}

/**
 * Writes what was mended, each file whole, all or none, and says so on stderr.
 * @throws OutputError where a file has changed since it was read, or the operating system refuses
 */
export function writeMended({ io, folder }: Session, mending: Mending): void {
  rewriteFiles(folder, mending.changes, nodeFileSystem)
  io.stderr.write(fixSummary(mending, 'mended'))
}

/** Prints what would be mended as a diff; the rest goes to stderr, so that the diff can be applied as it is. */
export function showMended({ io, out }: Session, mending: Mending): void {
  for (const change of mending.changes) io.stdout.write(unifiedDiff(change, out))
  io.stderr.write(fixSummary(mending, 'would mend') || 'nothing can be mended mechanically\n')
}
