import type { SourceFile, Span } from '../source/source-file.ts'
import type { Entity } from './entity.ts'
import type { Model } from './model.ts'

type ByFile = ReadonlyMap<SourceFile, readonly Entity[]>

const known = new WeakMap<Model['byName']['entities'], ByFile>()

/** The entity in whose declaration a place lies; nothing where it lies in none. */
export function entityAt(model: Pick<Model, 'byName'>, { file, start }: Span): Entity | undefined {
  const all = model.byName.entities
  const before = known.get(all)
  const found = before ?? byFile(all.values())
  if (before === undefined) known.set(all, found)
  const sorted = found.get(file) ?? []
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.extent.start ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const entity = sorted[low - 1]
  return entity !== undefined && start < entity.extent.end ? entity : undefined
}

function byFile(entities: Iterable<Entity>): ByFile {
  const inOrder = [...entities].sort((a, b) => a.extent.start - b.extent.start)
  return Map.groupBy(inOrder, ({ extent }) => extent.file)
}
