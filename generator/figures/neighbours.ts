import { counted } from '../base/plural.ts'
import type { Entity } from '../model/entity.ts'
import { referencesTo } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { ErDiagram, ErEntity, ErRelation } from '../print/mermaid/er-diagram.ts'
import { shortened } from '../print/mermaid/escape.ts'
import { bestDirection } from './extent.ts'
import { type Figure, figureOf } from './figure.ts'
import { legible } from './legible.ts'
import { neighbourBox, ownBoxes, ownLines } from './neighbour-boxes.ts'
import { type Contact, contactsOf, lineOf } from './neighbour-lines.ts'

/** What an entity refers to and what refers to it, in all stores. Absent where there is neither. */
export function neighboursFigure(model: Model, entity: Entity, stem: string): Figure | undefined {
  const { itself, others } = contactsOf(model, entity)
  if (others.size === 0) return undefined
  const shown = mostTelling(model, others)
  const left = others.size - shown.length
  const boxes = new Map<string, ErEntity>(ownBoxes(model, entity).map((box) => [box.name, box]))
  const lines: ErRelation[] = [...ownLines(entity), ...itself.map(lineOf)]
  for (const [, contacts] of shown) {
    for (const box of neighbourBox(contacts)) if (!boxes.has(box.name)) boxes.set(box.name, box)
    lines.push(...contacts.map(lineOf))
  }
  const relations = joined(lines)
  const diagram: ErDiagram = {
    kind: 'er',
    title: `Neighbours of ${entity.name}`,
    notes: [
      `${entity.name} is shown in full, what it refers to and what refers to it with keys only.`,
      ...(left > 0
        ? [`${counted(left, 'neighbour')} more ${left === 1 ? 'is' : 'are'} left out: those referred to least.`]
        : []),
      ...(relations.some(({ line }) => line === 'dashed')
        ? ['Dashed: a reference that no database checks. Blue: PostgreSQL; green: MongoDB; orange: S3.']
        : []),
    ],
    direction: bestDirection([...boxes.values()], relations),
    entities: [...boxes.values()],
    relations,
  }
  return figureOf(
    `neighbours/${stem}`,
    diagram,
    [entity.name],
    shown.map(([name]) => name),
  )
}

/** All of them, or of very many those that are referred to most, in the order they came in. */
function mostTelling(
  model: Model,
  others: ReadonlyMap<string, readonly Contact[]>,
): readonly (readonly [string, readonly Contact[]])[] {
  if (others.size <= legible.neighbours) return [...others]
  const ranked = [...others.keys()]
    .map((name) => ({ name, weight: referencesTo(model, name).length }))
    .sort((a, b) => b.weight - a.weight)
  const kept = new Set(ranked.slice(0, legible.neighbours).map(({ name }) => name))
  return [...others].filter(([name]) => kept.has(name))
}

const labelLength = 48

/** Lines of one kind between the same boxes as one, with all their labels. */
function joined(lines: readonly ErRelation[]): readonly ErRelation[] {
  const known = new Map<string, { readonly line: ErRelation; readonly labels: Set<string> }>()
  for (const line of lines) {
    const shape = [line.from, line.to, line.fromCardinality, line.toCardinality, line.line].join('\n')
    const same = known.get(shape)
    if (same === undefined) known.set(shape, { line, labels: new Set([line.label]) })
    else same.labels.add(line.label)
  }
  return [...known.values()].map(({ labels, line }) => ({
    ...line,
    label: shortened([...labels].join(', '), labelLength),
  }))
}
