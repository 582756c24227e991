import { counted, inGroups } from '../../base/plural.ts'
import type { Palette } from '../../diagnostic/palette.ts'
import { brief } from '../../diagnostic/visible-text.ts'
import { type Change, effects } from '../../output/plan.ts'
import type { SourceFile } from '../../source/source-file.ts'

/** How many files of the spec a line names. */
const mostNamed = 3

/** How much of a path a line shows. */
const longestPath = 100

/** One line of a watch, at a terminal after the time of day. Ends with a newline. */
export function watchLine(text: string, palette: Palette, isTerminal: boolean, now: Date = new Date()): string {
  return isTerminal ? `${palette.dim(now.toTimeString().slice(0, 8))}  ${text}\n` : `${text}\n`
}

/** `care.yaml, 2 more: 3 changed, 1 deleted (docs 2, sql 1), 38 ms`. */
export function rebuildText(
  changedFiles: readonly string[],
  changes: readonly Change[],
  warnings: number,
  milliseconds: number,
): string {
  const found = warnings === 0 ? '' : `, ${counted(warnings, 'warning')}`
  return `${filesText(changedFiles)}: ${writtenText(changes)}${found}, ${Math.round(milliseconds)} ms`
}

/** The files of the spec that changed, the first few by their paths. */
export function filesText(paths: readonly string[]): string {
  const named = paths.slice(0, mostNamed).map((path) => brief(path, longestPath))
  const left = paths.length - named.length
  return named.length === 0 ? 'the spec' : [...named, ...(left === 0 ? [] : [`${left} more`])].join(', ')
}

function writtenText(changes: readonly Change[]): string {
  const done = effects(changes)
  if (done.length === 0) return 'nothing to write'
  const counts = (['create', 'update', 'delete'] as const).flatMap((kind) => {
    const count = done.filter((change) => change.kind === kind).length
    return count === 0 ? [] : [`${inGroups(count)} ${words[kind]}`]
  })
  const byEmitter = Map.groupBy(done, ({ emitter }) => emitter)
  const emitters = [...byEmitter].map(([emitter, { length }]) => `${emitter} ${inGroups(length)}`)
  return `${counts.join(', ')} (${emitters.join(', ')})`
}

const words = { create: 'created', update: 'changed', delete: 'deleted' } as const

/** The paths of files that came, went or changed, sorted as they are given. */
export function changedFilesOf(before: readonly SourceFile[], now: readonly SourceFile[]): readonly string[] {
  const [then, files] = [new Set(before), new Set(now)]
  const paths = [...now.filter((file) => !then.has(file)), ...before.filter((file) => !files.has(file))]
  return [...new Set(paths.map(({ path }) => path))]
}
