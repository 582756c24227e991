import { counted } from '../base/plural.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Palette } from '../diagnostic/palette.ts'
import { outputStep } from '../output/git-attributes.ts'
import { manifestPath } from '../output/output-path.ts'
import { type Change, refusals } from '../output/plan.ts'
import { type Inspection, isUpToDate } from '../output/update.ts'
import { changeLines } from './change-list.ts'
import { staleFinding } from './stale-finding.ts'

/** Files that are not what the spec makes of them now. */
export interface Stale {
  /** One a line; empty where there are none. */
  readonly list: (palette: Palette) => string
  /** What to do about them. */
  readonly advice: string
  /** The same as findings, for reports that machines read. */
  readonly diagnostics: readonly Diagnostic[]
}

export const nothingStale: Stale = { list: () => '', advice: '', diagnostics: [] }

const remedy = { command: 'stowage generate', force: 'stowage generate --force' }

/** The generated files that are stale. */
export function staleFiles(inspection: Inspection, root: string): Stale {
  if (isUpToDate(inspection)) return nothingStale
  const stale: Change[] = inspection.plan.changes.filter(({ kind }) => kind !== 'same')
  if (inspection.plan.manifestChanges) stale.push({ kind: 'update', path: manifestPath, emitter: outputStep })
  return {
    list: (palette) => staleList(stale, root, palette),
    advice: `${counted(stale.length, 'file')} ${stale.length === 1 ? 'is' : 'are'} not what the spec says: ${wayOut(stale)}\n`,
    diagnostics: stale.flatMap((change) => staleFinding(change, root, remedy)),
  }
}

/** A line for each of them, however many there are. */
export function staleList(stale: readonly Change[], root: string, palette: Palette): string {
  return `${changeLines(stale, root, palette, Number.POSITIVE_INFINITY).join('\n')}\n`
}

/** A plain run would refuse files that somebody changed by hand: then that comes first. */
function wayOut(stale: readonly Change[]): string {
  const { length } = refusals(stale)
  if (length === 0) return 'run `stowage generate`'
  const files = length === stale.length ? 'changed by hand' : `${length} of them changed by hand`
  return `${files}; take the changes into the spec, then run \`stowage generate --force\``
}
