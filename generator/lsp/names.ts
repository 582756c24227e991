import type { Model } from '../model/model.ts'
import type { Span } from '../source/source-file.ts'

/** A name of the spec where it stands: its key in `Model.uses`, and the name's text alone. */
export interface NameAt {
  readonly key: string
  readonly span: Span
}

/** The names of each file by its path, in the order of their places. */
type NamesByFile = ReadonlyMap<string, readonly NameAt[]>

const indexed = new WeakMap<Model, NamesByFile>()

/** The name that covers a place of a file, its end included: a cursor behind the last letter is still at the name. */
export function nameAt(model: Model, path: string, offset: number): NameAt | undefined {
  const names = indexOf(model).get(path) ?? []
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle]?.span.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const found = names[low - 1]
  return found !== undefined && offset <= found.span.end ? found : undefined
}

/** The names that stand at one place: several where an alias of YAML lets two owners share what is written once. */
export function namesAt(model: Model, { file, start }: Span): readonly NameAt[] {
  return (indexOf(model).get(file.path) ?? []).filter(({ span }) => span.start === start)
}

/** The pieces of a key: `field:Order.postgres.sent_on` is the field `sent_on` of `Order.postgres`. */
export function partsOfKey(key: string): { readonly kind: string; readonly owner: string; readonly name: string } {
  const colon = key.indexOf(':')
  const dot = key.lastIndexOf('.')
  return dot < colon
    ? { kind: key.slice(0, colon), owner: '', name: key.slice(colon + 1) }
    : { kind: key.slice(0, colon), owner: key.slice(colon + 1, dot), name: key.slice(dot + 1) }
}

function indexOf(model: Model): NamesByFile {
  const known = indexed.get(model)
  if (known !== undefined) return known
  const byFile = new Map<string, NameAt[]>()
  for (const [key, spans] of model.uses) {
    for (const span of spans) {
      const names = byFile.get(span.file.path)
      if (names === undefined) byFile.set(span.file.path, [{ key, span }])
      else names.push({ key, span })
    }
  }
  for (const names of byFile.values()) names.sort((a, b) => a.span.start - b.span.start)
  indexed.set(model, byFile)
  return byFile
}
