import type { ExplorerDomain, ExplorerLink } from '../../../generator/site/explorer-graph.ts'
import { type Card, cardOf, meets } from './card.ts'
import type { Indexed } from './indexed.ts'
import type { Shown } from './shown.ts'
import type { View } from './view.ts'

/** What is to be drawn, before anything has a place. */
export interface Scene {
  /** The same for scenes that look the same. */
  readonly key: string
  readonly cards: readonly Card[]
  /** Domains that stand for their entities. */
  readonly tiles: readonly Tile[]
  /** Domains that are open: frames around their cards. */
  readonly frames: readonly Frame[]
  readonly lines: readonly Line[]
}

export interface Tile {
  readonly domain: ExplorerDomain
  readonly id: string
  readonly entities: number
  readonly width: number
  readonly height: number
}

export interface Frame {
  readonly domain: ExplorerDomain
  readonly id: string
  readonly members: readonly string[]
}

/** A line between two boxes, from what refers to what is referred to. */
export interface Line {
  readonly id: string
  readonly from: string
  readonly to: string
  /** Heights at which it meets the boxes, from their tops. */
  readonly fromY: number
  readonly toY: number
  /** What it stands for: one link, or all between two boxes of the map. */
  readonly links: readonly ExplorerLink[]
  /** Whether its ends are in different domains of the map: it goes straight there, and no layout knows it. */
  readonly cross: boolean
  /** Whether it is shown only where one points at an end of it: between open domains there may be hundreds. */
  readonly quiet: boolean
  /** Whether its ends are the same box. */
  readonly within: boolean
}

const tileSize = { width: 210, height: 76 } as const

/** The id of a domain's box, which no entity has. */
export function domainBox(key: string): string {
  return `domain:${key}`
}

export function sceneOf(graph: Indexed, view: View, { asMap, ids }: Shown): Scene {
  const selectedDomain = view.selected === undefined ? undefined : graph.entities.get(view.selected)?.domain
  const isOpen = (key: string): boolean => !asMap || view.open.has(key) || key === selectedDomain
  const members = new Map<string, string[]>()
  const cards = new Map<string, Card>()
  const boxOf = new Map<string, string>()
  for (const id of ids) {
    const entity = graph.entities.get(id)
    if (entity === undefined) continue
    const { domain } = entity
    const known = members.get(domain)
    if (known === undefined) members.set(domain, [id])
    else known.push(id)
    boxOf.set(id, isOpen(domain) ? id : domainBox(domain))
    if (isOpen(domain)) cards.set(id, cardOf(entity, view.detail))
  }
  const present = asMap ? graph.graph.domains.filter(({ key }) => members.has(key)) : []
  const shownOpen = asMap ? graph.graph.domains.filter(({ key }) => isOpen(key)).map(({ key }) => key) : ['*']
  return {
    key: [view.detail, shownOpen.join(), ids.join()].join(' '),
    cards: [...cards.values()],
    tiles: present
      .filter(({ key }) => !isOpen(key))
      .map((domain) => ({
        domain,
        id: domainBox(domain.key),
        entities: members.get(domain.key)?.length ?? 0,
        ...tileSize,
      })),
    frames: present
      .filter(({ key }) => isOpen(key))
      .map((domain) => ({ domain, id: domainBox(domain.key), members: members.get(domain.key) ?? [] })),
    lines: linesOf(graph, asMap, boxOf, cards),
  }
}

function linesOf(
  { entities, graph: { links } }: Indexed,
  asMap: boolean,
  boxOf: ReadonlyMap<string, string>,
  cards: ReadonlyMap<string, Card>,
): readonly Line[] {
  const lines: Line[] = []
  const bundles = new Map<string, ExplorerLink[]>()
  for (const link of links) {
    const from = boxOf.get(link.from)
    const to = boxOf.get(link.to)
    if (from === undefined || to === undefined) continue
    const fromCard = cards.get(from)
    const toCard = cards.get(to)
    if (fromCard !== undefined && toCard !== undefined) {
      const fromY = meets(fromCard, link.fromPart, link.label)
      const toY = meets(toCard, link.toPart)
      const cross = asMap && entities.get(from)?.domain !== entities.get(to)?.domain
      lines.push({ id: link.id, from, to, fromY, toY, links: [link], cross, quiet: cross, within: from === to })
    } else if (from !== to) {
      const key = `${from} ${to}`
      const known = bundles.get(key)
      if (known === undefined) bundles.set(key, [link])
      else known.push(link)
    }
  }
  for (const [key, bundle] of bundles) {
    const [from = '', to = ''] = key.split(' ')
    const middle = (box: string): number => (cards.get(box)?.height ?? tileSize.height) / 2
    const quiet = cards.size > 0
    const [fromY, toY] = [middle(from), middle(to)]
    lines.push({ id: key, from, to, fromY, toY, links: bundle, cross: true, quiet, within: false })
  }
  return lines
}
