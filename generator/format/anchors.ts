import type { Value } from './layout.ts'

interface Anchored {
  readonly anchor?: string
  readonly value?: Value
}

/**
 * Whether, in this order, an alias stands before the anchor that one of the others has, or two of them have an anchor of
 * one name, so that their order decides what it means.
 */
export function crossesAnchors(entries: readonly Anchored[]): boolean {
  const names = entries.map(namesIn)
  const owners = new Map<string, number>()
  for (const [index, { anchors }] of names.entries()) {
    for (const anchor of anchors) {
      if (owners.has(anchor)) return true
      owners.set(anchor, index)
    }
  }
  return names.some(({ aliases }, index) => aliases.some((alias) => (owners.get(alias) ?? index) > index))
}

function namesIn(entry: Anchored): { readonly anchors: readonly string[]; readonly aliases: readonly string[] } {
  const anchors = new Set<string>()
  const aliases: string[] = []
  const open: Anchored[] = [entry]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { anchor, value } = next
    if (anchor !== undefined) anchors.add(anchor.slice(1))
    if (value?.kind === 'text' && value.alias !== undefined) aliases.push(value.alias)
    if (value?.kind === 'map' || value?.kind === 'list') for (const inner of value.entries) open.push(inner)
    if (value?.kind === 'flow') for (const inner of value.items) open.push(inner)
  }
  return { anchors: [...anchors], aliases }
}
