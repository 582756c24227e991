import { type StructuredPatchHunk, structuredPatch } from 'diff'
import { inGroups } from '../base/plural.ts'
import type { Palette } from '../diagnostic/palette.ts'
import { visible } from '../diagnostic/visible-text.ts'

/** One text as it is and as it would be. */
export interface Change {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** Lines around what changes. */
const context = 3

/** Finding the fewest edits takes the square of their number: of more than these all lines in between are taken as changed. */
const mostEdits = 1_000

/**
 * What changes, as `diff -u` writes it and `git apply` reads it. What a terminal would obey is named instead of written, but
 * for tabs and carriage returns before a line end, without which the diff would be of another file.
 * @param most lines that are shown; of what is left only the number
 */
export function unifiedDiff(
  { path, before, after }: Change,
  palette: Palette,
  most: number = Number.POSITIVE_INFINITY,
): string {
  if (before === after) return ''
  const options = { context, maxEditLength: mostEdits }
  const patch = structuredPatch(path, path, before, after, undefined, undefined, options)
  const hunks = patch?.hunks ?? [wholeHunk(linesOf(before), linesOf(after))]
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: body }) => [
    palette.cyan(`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`),
    ...body.map((line) => tinted(line, palette)),
  ])
  const left = lines.length - most
  const shown = left > 0 ? [...lines.slice(0, most), palette.dim(`... and ${inGroups(left)} more`)] : lines
  const name = visible(path)
  return [palette.bold(`--- a/${name}`), palette.bold(`+++ b/${name}`), ...shown, ''].join('\n')
}

/** The lines of a text, each as a diff writes it; behind the last one a word where no line end follows. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  return last === '' ? lines : [...lines, `${last}\n\\ No newline at end of file`]
}

/** One hunk from the first line that differs to the last one. */
function wholeHunk(before: readonly string[], after: readonly string[]): StructuredPatchHunk {
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before[same] === after[same]) same += 1
  let tail = 0
  while (tail < shorter - same && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const from = Math.max(0, same - context)
  const rest = Math.max(0, tail - context)
  const lines = [
    ...before.slice(from, same).map((line) => ` ${line}`),
    ...before.slice(same, before.length - tail).map((line) => `-${line}`),
    ...after.slice(same, after.length - tail).map((line) => `+${line}`),
    ...before.slice(before.length - tail, before.length - rest).map((line) => ` ${line}`),
  ]
  return {
    oldStart: from + 1,
    oldLines: before.length - rest - from,
    newStart: from + 1,
    newLines: after.length - rest - from,
    lines: lines.flatMap((line) => line.split('\n')),
  }
}

/** Of no lines, the line that they are behind. */
function range(start: number, count: number): string {
  if (count === 0) return `${start - 1},0`
  return count === 1 ? `${start}` : `${start},${count}`
}

function tinted(line: string, palette: Palette): string {
  const end = line.endsWith('\r') ? line.length - 1 : line.length
  const text = line.slice(0, end).split('\t').map(visible).join('\t') + line.slice(end)
  if (line.startsWith('+')) return palette.green(text)
  return line.startsWith('-') ? palette.red(text) : text
}
