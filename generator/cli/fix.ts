import { onlyFix } from '../diagnostic/fixable.ts'
import { MendRounds } from '../diagnostic/mend-rounds.ts'
import { nodeFileSystem } from '../output/file-system.ts'
import { rewriteFiles } from '../output/rewrite-files.ts'
import { type Compilation, compile } from './compile.ts'
import { diskReader } from './disk-reader.ts'
import { fixSummary } from './fix-summary.ts'
import { leftAlone } from './left-alone.ts'
import type { Mending } from './mending.ts'
import { OverlayReader } from './overlay-reader.ts'
import type { Session } from './session.ts'
import type { Stages } from './stages.ts'
import { unifiedDiff } from './unified-diff.ts'
import { withoutCommands } from './without-commands.ts'

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
  const rounds = new MendRounds()
  let compilation = found
  for (;;) {
    const changed = rounds.next(compilation.files, compilation.diagnostics)
    if (changed.length === 0) return { changes: rounds.changes, mended: rounds.mended, compilation }
    for (const { path, text } of changed) reader.cover(path, text)
    compilation = await compile(session, stages, { reader, ...wish })
  }
}

/**
 * Writes what was mended, each file whole, all or none, and says so on stderr.
 * @throws OutputError where a file has changed since it was read, or the operating system refuses
 */
export function writeMended({ io, folder }: Session, mending: Mending): void {
  rewriteFiles(folder, mending.changes, nodeFileSystem)
  io.stderr.write(`${fixSummary(mending, 'mended')}${leftInPackages(mending)}`)
}

/** Prints what would be mended as a diff; the rest goes to stderr, so that the diff can be applied as it is. */
export function showMended({ io, out }: Session, mending: Mending): void {
  io.stdout.write(withoutCommands(mending.changes.map((change) => unifiedDiff(change, out)).join(''), io.env))
  io.stderr.write(fixSummary(mending, 'would mend') || 'nothing can be mended mechanically\n')
  io.stderr.write(leftInPackages(mending))
}

/** Files whose findings could be mended, were they the project's own. */
function leftInPackages({ compilation }: Mending): string {
  const fixes = compilation.diagnostics.flatMap((diagnostic) => onlyFix(diagnostic) ?? [])
  return leftAlone(fixes.flatMap(({ edits }) => edits.map(({ span }) => span.file.path)))
}
