import { counted } from '../base/plural.ts'
import type { Palette } from '../diagnostic/palette.ts'
import { refusals } from '../output/plan.ts'
import type { Inspection } from '../output/update.ts'
import { changeLines } from './change-list.ts'

/** Why a run wrote nothing, and the ways on. Ends with a newline. */
export function refusalText({ plan, manifestDamaged }: Inspection, root: string, palette: Palette): string {
  const refused = refusals(plan.changes)
  const edited = refused.filter(({ kind }) => kind === 'edited')
  const foreign = refused.filter(({ kind }) => kind === 'foreign')
  const lines = [palette.red('error: nothing was written, so that no work of yours is lost')]
  if (edited.length > 0) {
    lines.push(`${counted(edited.length, 'generated file')} changed by hand:`, ...changeLines(edited, root, palette))
  }
  if (foreign.length > 0) {
    lines.push(`${counted(foreign.length, 'file')} in the way that stowage did not write:`)
    lines.push(...changeLines(foreign, root, palette))
  }
  if (manifestDamaged) {
    lines.push(
      `${root}/.manifest.json cannot be read (a merge conflict?), so no changed file is known to be stowage's.`,
    )
  }
  lines.push('Take the change into the spec, or move the file away; `stowage generate --force` overwrites it.')
  return `${lines.join('\n')}\n`
}
