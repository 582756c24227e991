import type { Entity } from '../model/entity.ts'
import type { Model } from '../model/model.ts'
import type { Flowchart } from '../print/mermaid/flowchart.ts'
import { type Figure, figureOf } from './figure.ts'
import { pointersOf } from './pointers.ts'
import { StoreDrawing } from './store-drawing.ts'

/** Where the record of an entity leads in other stores: table, document, object. Absent where it stays in one. */
export function crossStoreFigure(model: Model, entity: Entity, stem: string): Figure | undefined {
  const drawing = new StoreDrawing(model, 'whole')
  drawing.own(entity)
  const pointers = pointersOf(model, entity)
  for (const pointer of pointers) drawing.pointer(entity, pointer)
  if (!entity.split && pointers.length === 0) return undefined
  const chart: Flowchart = {
    kind: 'flowchart',
    title: `Where ${entity.name} is stored`,
    notes: ['A dotted arrow may be empty.'],
    direction: 'LR',
    groups: drawing.groups(),
    arrows: drawing.arrows(),
  }
  return figureOf(`cross-store/${stem}`, chart, [...drawing.entities])
}
