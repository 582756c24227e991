import { counted } from '../base/plural.ts'
import type { Entity } from '../model/entity.ts'
import { recallingDomains } from '../model/groups.ts'
import type { Domain, Model } from '../model/model.ts'
import { limits } from '../print/mermaid/diagram.ts'
import { quoted } from '../print/mermaid/escape.ts'
import type { FlowArrow, FlowBox, Flowchart } from '../print/mermaid/flowchart.ts'
import type { BoxClass } from '../print/mermaid/theme.ts'
import { domainColours } from './domain-colours.ts'
import { type Figure, figureOf, partPaths, partTitle } from './figure.ts'
import { inParts, type Weight } from './in-parts.ts'
import { legible } from './legible.ts'
import { linksOf } from './relations.ts'

/** What a domain has tables of, and how many foreign keys lead from them to other domains. */
interface DomainTables {
  readonly domain: Domain
  readonly tables: readonly string[]
  readonly counts: ReadonlyMap<string, number>
}

const recalled = recallingDomains<DomainTables>()

function tablesOf(model: Model, domain: Domain, entities: readonly Entity[]): DomainTables {
  const tables: string[] = []
  const counts = new Map<string, number>()
  for (const { postgres } of entities) {
    if (postgres === undefined) continue
    tables.push(postgres.table.text)
    for (const { target, type } of linksOf(model, postgres)) {
      if (type.mode !== 'foreign_key' || target.domain === domain.name) continue
      counts.set(target.domain, (counts.get(target.domain) ?? 0) + 1)
    }
  }
  return { domain, tables, counts }
}

/** Domains with the names of their tables, and how many foreign keys lead from one to another. */
export function overviewOfDomains(model: Model): readonly Figure[] {
  const domains = recalled(model, [], (entities, domain) => tablesOf(model, domain, entities)).filter(
    ({ tables }) => tables.length > 0,
  )
  const counts = new Map(domains.filter((one) => one.counts.size > 0).map((one) => [one.domain.name, one.counts]))
  const colours = domainColours(model)
  const boxes = new Map(domains.map(({ domain, tables }) => [domain.name, boxOf(domain, tables, colours(domain.name))]))
  const weights = new Map<string, Weight>(
    [...boxes].map(([name, box]) => {
      const edges = Math.min(counts.get(name)?.size ?? 0, limits.edges)
      const label = [box.title, ...box.lines].map(quoted).join('<br/>')
      return [name, { characters: 60 + label.length + edges * 48, edges }]
    }),
  )
  const related = new Map([...counts].map(([name, to]) => [name, [...to.keys()]]))
  const parts = inParts([...boxes.keys()], related, weights, {
    things: legible.domains,
    characters: limits.characters - 1_500,
    edges: limits.edges,
  })
  return parts.map((part, index) => {
    const inside = new Set(part)
    const chart: Flowchart = {
      kind: 'flowchart',
      title: partTitle('Domains and the foreign keys between them', index, parts.length),
      notes: parts.length === 1 ? [] : ['Only links between domains of this part are drawn.'],
      direction: part.length > 8 ? 'TB' : 'LR',
      groups: [{ boxes: part.flatMap((name) => boxes.get(name) ?? []) }],
      arrows: part.flatMap((name) => arrowsOf(name, counts.get(name), inside)),
    }
    return figureOf(partPaths('sql/all', parts.length)[index] ?? '', chart, [])
  })
}

function boxOf(domain: Domain, tables: readonly string[], colour: BoxClass): FlowBox {
  const listed = tables.slice(0, legible.namesInBox)
  const left = tables.length - listed.length
  return {
    key: domain.name,
    class: colour,
    shape: 'plain',
    title: domain.name,
    lines: left > 0 ? [...listed, `and ${counted(left, 'table')} more`] : listed,
  }
}

function arrowsOf(
  from: string,
  counts: ReadonlyMap<string, number> | undefined,
  inside: ReadonlySet<string>,
): readonly FlowArrow[] {
  return [...(counts ?? [])]
    .filter(([to]) => inside.has(to))
    .slice(0, limits.edges)
    .map(([to, count]) => ({ from, to, line: 'solid', label: String(count) }))
}
