import { counted } from '../base/plural.ts'
import type { Palette } from '../diagnostic/palette.ts'
import { outputStep } from '../output/git-attributes.ts'
import { manifestPath } from '../output/output-path.ts'
import { type Change, refusals } from '../output/plan.ts'
import { type Inspection, isUpToDate } from '../output/update.ts'
import { changeLines } from './change-list.ts'

/** The stale files, one a line; empty where there are none. And what to do about them. */
export function staleText(
  inspection: Inspection,
  root: string,
  palette: Palette,
): { readonly list: string; readonly advice: string } {
  if (isUpToDate(inspection)) return { list: '', advice: '' }
  const stale: Change[] = inspection.plan.changes.filter(({ kind }) => kind !== 'same')
  if (inspection.plan.manifestChanges) stale.push({ kind: 'update', path: manifestPath, emitter: outputStep })
  const lines = changeLines(stale, root, palette, Number.POSITIVE_INFINITY)
  return {
    list: `${lines.join('\n')}\n`,
    advice: `${counted(stale.length, 'file')} ${stale.length === 1 ? 'is' : 'are'} not what the spec says: ${wayOut(stale)}\n`,
  }
}

/** A plain run would refuse files that somebody changed by hand: then that comes first. */
function wayOut(stale: readonly Change[]): string {
  const { length } = refusals(stale)
  if (length === 0) return 'run `stowage generate`'
  const files = length === stale.length ? 'changed by hand' : `${length} of them changed by hand`
  return `${files}; take the changes into the spec, then run \`stowage generate --force\``
}
