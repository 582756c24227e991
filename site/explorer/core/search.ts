import type { StoreName } from '../../../generator/model/entity.ts'
import type { ExplorerGraph } from '../../../generator/site/explorer-graph.ts'

/** Something that a search can find: an entity by its name, or by what one of its parts holds. */
export interface Found {
  readonly entity: string
  readonly kind: 'entity' | 'part' | 'field'
  /** The name that was found. */
  readonly text: string
  /** Where it is: the entity's name, the table. */
  readonly within: string
  readonly store?: StoreName
}

interface Entry extends Found {
  readonly key: string
}

/** All names of a graph, ready to be searched. */
export type SearchIndex = readonly Entry[]

export function searchIndex(graph: ExplorerGraph): SearchIndex {
  const domains = new Map(graph.domains.map(({ key, name }) => [key, name]))
  return graph.entities.flatMap(({ domain, id, name, parts }): readonly Entry[] => [
    entry({ entity: id, kind: 'entity', text: name, within: domains.get(domain) ?? domain }),
    ...parts.map(({ store, title }) => entry({ entity: id, kind: 'part', text: title, within: name, store })),
    ...parts.flatMap(({ fields, store, title }) =>
      fields.map((field) => entry({ entity: id, kind: 'field', text: field.name, within: title, store })),
    ),
  ])
}

const most = 30

/** The best of what a text finds: whole names first, then beginnings, of words too, then the rest; entities first. */
export function search(index: SearchIndex, text: string): readonly Found[] {
  const wanted = keyOf(text)
  if (wanted === '') return []
  const ranks: Entry[][] = []
  for (const found of index) {
    const at = found.key.indexOf(wanted)
    if (at < 0) continue
    const rank = 3 * closeness(found, wanted, at) + kinds[found.kind]
    ranks[rank] = [...(ranks[rank] ?? []), found]
  }
  return ranks.flat().slice(0, most)
}

const kinds: Readonly<Record<Found['kind'], number>> = { entity: 0, part: 1, field: 2 }

function closeness({ key, text }: Entry, wanted: string, at: number): number {
  if (key === wanted) return 0
  if (at === 0) return 1
  return /[_\-. ]|[a-z][A-Z]/.test(text) && wordStarts(text).has(at) ? 2 : 3
}

/** Where the words of a name begin in its key. */
function wordStarts(text: string): ReadonlySet<number> {
  const starts = new Set<number>()
  let at = 0
  let before = ''
  for (const letter of text) {
    const isLetter = !separator.test(letter)
    if (isLetter && (before === '' || separator.test(before) || (/[a-z0-9]/.test(before) && /[A-Z]/.test(letter)))) {
      starts.add(at)
    }
    if (isLetter) at += letter.toLowerCase().length
    before = letter
  }
  return starts
}

const separator = /[\s_\-.]/

/** `Order Line`, `order_lines` and `orderLine` are looked for alike. */
function keyOf(text: string): string {
  return text.replace(/[\s_\-.]+/g, '').toLowerCase()
}

function entry(found: Found): Entry {
  return { ...found, key: keyOf(found.text) }
}
