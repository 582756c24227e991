import { counted } from '../base/plural.ts'
import { inPostgres } from '../model/lookup.ts'
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

/** Domains with the names of their tables, and how many foreign keys lead from one to another. */
export function overviewOfDomains(model: Model): readonly Figure[] {
  const tables = new Map<string, string[]>()
  const counts = new Map<string, Map<string, number>>()
  for (const entity of inPostgres(model)) {
    const names = tables.get(entity.domain) ?? []
    tables.set(entity.domain, names)
    names.push(entity.postgres.table.text)
    for (const { target, type } of linksOf(model, entity.postgres)) {
      if (type.mode !== 'foreign_key' || target.domain === entity.domain) continue
      const to = counts.get(entity.domain) ?? new Map<string, number>()
      counts.set(entity.domain, to)
      to.set(target.domain, (to.get(target.domain) ?? 0) + 1)
    }
  }
  const colours = domainColours(model)
  const domains = model.domains.filter((domain) => tables.has(domain.name))
  const boxes = new Map(
    domains.map((domain) => [domain.name, boxOf(domain, tables.get(domain.name) ?? [], colours(domain.name))]),
  )
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
