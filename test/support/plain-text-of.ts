import { LazyMap } from '../../generator/base/recall/lazy-map.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'

/**
 * All that can be seen of a value, as one text: two values have the same where nobody could tell them apart. Maps and sets
 * keep their order; of a file it gives the path and a mark of its text.
 */
export function plainTextOf(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Map || each instanceof Set || each instanceof LazyMap) return { all: [...each] }
    if (isSourceFile(each)) return `${each.path} ${each.text.length} ${markOf(each.text)}`
    return each
  })
}

function isSourceFile(value: unknown): value is SourceFile {
  return (
    typeof value === 'object' && value !== null && 'path' in value && 'text' in value && Object.keys(value).length === 2
  )
}

const marks = new Map<string, number>()

function markOf(text: string): number {
  const known = marks.get(text)
  if (known !== undefined) return known
  const mark = marks.size
  marks.set(text, mark)
  return mark
}
