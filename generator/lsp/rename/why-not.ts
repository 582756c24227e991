import type { MapEntry, SpecDocument, SpecNode } from '../../front/node.ts'

/** Keys whose value is a name that stands nowhere else: there is nothing to rename but the text itself. */
const aloneUnder: ReadonlySet<string> = new Set([
  'domain',
  'name',
  'table',
  'collection',
  'inverse',
  'was',
  'env',
  'package',
])

/** Why what is under the cursor cannot be renamed, where it is no name of the spec. */
export function whyNotRenameable(document: SpecDocument | undefined, offset: number): string {
  if (document === undefined) return 'this file cannot be read: mend it first'
  let node: SpecNode | undefined = document.root
  while (node !== undefined) {
    const entry: MapEntry | undefined = node.kind === 'map' ? entryAt(node.entries, offset) : undefined
    if (entry === undefined) {
      node = node.kind === 'list' ? node.items.find((item) => covers(item.span, offset)) : undefined
      continue
    }
    if (covers(entry.keySpan, offset)) return `\`${entry.key}\` is a word of the language`
    if (entry.value.kind === 'scalar') {
      return aloneUnder.has(entry.key)
        ? `what \`${entry.key}\` says stands here alone: change it in place`
        : `this is no name that the spec declares, but what \`${entry.key}\` says`
    }
    node = entry.value
  }
  return 'there is no name here that the spec declares'
}

function entryAt(entries: readonly MapEntry[], offset: number): MapEntry | undefined {
  return entries.find(({ keySpan, value }) => covers(keySpan, offset) || covers(value.span, offset))
}

function covers({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset <= end
}
