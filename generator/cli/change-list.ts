import { assertNever } from '../base/internal-error.ts'
import { inGroups } from '../base/plural.ts'
import type { Palette } from '../diagnostic/palette.ts'
import { visible } from '../diagnostic/visible-text.ts'
import type { Change, ChangeKind } from '../output/plan.ts'

/** How many lines a list has before the rest is counted only. */
const longestList = 20

/** Names changes, one a line, each after what happens to it. `root` is put before the paths. */
export function changeLines(
  changes: readonly Change[],
  root: string,
  palette: Palette,
  limit: number = longestList,
): readonly string[] {
  const lines = changes.slice(0, limit).map(({ kind, path, blockedBy }) => {
    const because = blockedBy === undefined ? '' : ` (${visible(blockedBy)} is no folder)`
    return `  ${tinted(kind, palette)} ${visible(outputPath(root, path))}${because}`
  })
  const left = changes.length - lines.length
  return left === 0 ? lines : [...lines, `  and ${inGroups(left)} more`]
}

/** A path of the output as seen from the project's folder. */
export function outputPath(root: string, path: string): string {
  const folder = root.replace(/^\.\//, '').replace(/\/+$/, '')
  return folder === '.' || folder === '' ? path : `${folder}/${path}`
}

function tinted(kind: ChangeKind, palette: Palette): string {
  const word = kind.padEnd(7)
  switch (kind) {
    case 'create':
      return palette.green(word)
    case 'update':
      return palette.yellow(word)
    case 'delete':
    case 'edited':
    case 'foreign':
      return palette.red(word)
    case 'same':
      return palette.dim(word)
    default:
      return assertNever(kind)
  }
}
