/** As generator/site/search-names.ts writes it: what it is called, what it is and where, and where that is told. */
export type SearchName = readonly [name: string, what: string, route: string]

/** As generator/site/search-names.ts writes them. */
export interface SearchNames {
  readonly names: readonly SearchName[]
  /** Every field by what it is in, for who writes `table.column`. */
  readonly fields: readonly (readonly [owner: string, name: string, route: string])[]
}

export const isApple: boolean = /Mac|iPhone|iPad/i.test(navigator.platform)

/** As many names as stand above the other results without hiding them. */
const most = 8

/** The names nearest to a query: the same, then those that begin with it, then those with a word or a piece of it. */
export function nearestNames({ fields, names }: SearchNames, query: string): readonly SearchName[] {
  const [owner = '', rest] = query.split('.')
  if (rest !== undefined && folded(owner) !== '') return fieldsOf(fields, folded(owner), folded(rest))
  const wanted = folded(query)
  if (wanted === '') return []
  const ranked = names.flatMap((entry) => {
    const rank = entry[0] === query ? -1 : rankOf(entry[0], wanted)
    return rank === undefined ? [] : [{ entry, rank }]
  })
  return ranked
    .sort((a, b) => a.rank - b.rank || a.entry[0].length - b.entry[0].length)
    .slice(0, most)
    .map(({ entry }) => entry)
}

/** The fields of what an owner's name says: `invoices.total`, `Invoice.total`, `invoices.`. */
function fieldsOf(fields: SearchNames['fields'], owner: string, name: string): readonly SearchName[] {
  const found = fields.flatMap(([its, field, route]): readonly SearchName[] => {
    const own = folded(its)
    const isOwner = own === owner || own === `${owner}s` || own.startsWith(owner)
    return isOwner && folded(field).startsWith(name) ? [[`${its}.${field}`, 'field', route]] : []
  })
  return found.sort((a, b) => a[0].length - b[0].length).slice(0, most)
}

function rankOf(name: string, wanted: string): number | undefined {
  const own = folded(name)
  if (own === wanted) return 0
  if (own === `${wanted}s` || `${own}s` === wanted) return 1
  const at = own.indexOf(wanted)
  if (at < 0) return undefined
  if (at === 0) return 2
  return wanted.length < 3 ? undefined : 3
}

/** Letters and digits alone, small: `order lines`, `OrderLine` and `order_lines` are near each other. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
