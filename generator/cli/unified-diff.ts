import { structuredPatch } from 'diff'
import type { Palette } from '../diagnostic/palette.ts'
import { visible } from '../diagnostic/visible-text.ts'

/** One text as it is and as it would be. */
export interface Change {
  readonly path: string
  readonly before: string
  readonly after: string
}

/**
 * What changes, as `diff -u` writes it and `git apply` reads it. What a terminal would obey is named instead of written.
 * @param most lines that are shown; of what is left only the number
 */
export function unifiedDiff(
  { path, before, after }: Change,
  palette: Palette,
  most: number = Number.POSITIVE_INFINITY,
): string {
  const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: 3 })
  if (hunks.length === 0) return ''
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: body }) => [
    palette.cyan(`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`),
    ...body.map((line) => tinted(line, palette)),
  ])
  const left = lines.length - most
  const shown =
    left > 0 ? [...lines.slice(0, most), palette.dim(`... and ${left.toLocaleString('en-US')} more`)] : lines
  const name = visible(path)
  return [palette.bold(`--- a/${name}`), palette.bold(`+++ b/${name}`), ...shown, ''].join('\n')
}

function range(start: number, count: number): string {
  return count === 1 ? `${start}` : `${start},${count}`
}

function tinted(line: string, palette: Palette): string {
  const text = visible(line)
  if (line.startsWith('+')) return palette.green(text)
  return line.startsWith('-') ? palette.red(text) : text
}
