import { storeNames } from '../../../generator/model/entity.ts'
import type { Indexed } from './indexed.ts'
import { details, onlys, startView, type View } from './view.ts'

/**
 * The view that a fragment of an address names: `#/order-line?stores=mongo&detail=all`. What it names and the graph
 * does not have is left out: an old link still shows something.
 */
export function parseAddress(fragment: string, { domains, entities }: Indexed): View {
  const [, path = '', query = ''] = /^#?\/?([^?]*)\??(.*)$/s.exec(fragment) ?? []
  const said = new URLSearchParams(query)
  const selected = entities.has(path) ? path : undefined
  const near = { 1: 1, 2: 2 }[said.get('near') ?? ''] as View['near']
  return {
    stores: listed(said.get('stores'), storeNames),
    domains: listed(said.get('domains'), [...domains.keys()]),
    only: listed(said.get('only'), onlys),
    detail: details.find((detail) => detail === said.get('detail')) ?? startView.detail,
    open: listed(said.get('open'), [...domains.keys()]),
    ...(selected === undefined ? {} : { selected }),
    ...(selected === undefined || near === undefined ? {} : { near }),
  }
}

/** The fragment that names a view; empty where nothing was chosen. Parsing it gives the same view again. */
export function printAddress({ detail, domains, near, only, open, selected, stores }: View): string {
  const said: string[] = []
  const say = (name: string, values: Iterable<string>): void => {
    const text = [...values].map(encodeURIComponent).join(',')
    if (text !== '') said.push(`${name}=${text}`)
  }
  say('stores', stores)
  say('domains', domains)
  say('only', only)
  if (detail !== startView.detail) say('detail', [detail])
  if (near !== undefined) say('near', [String(near)])
  say('open', open)
  if (selected === undefined && said.length === 0) return ''
  return `#/${selected ?? ''}${said.length === 0 ? '' : `?${said.join('&')}`}`
}

/** Those of the known names that a list names, in the order of the known ones, so that a view has one address. */
function listed<T extends string>(text: string | null, known: readonly T[]): ReadonlySet<T> {
  const said = new Set(text === null ? [] : text.split(','))
  return new Set(known.filter((name) => said.has(name)))
}
