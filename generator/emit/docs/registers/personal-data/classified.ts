import { append } from '../../../../figures/append.ts'
import type { Entity } from '../../../../model/entity.ts'
import type { Classification, Field } from '../../../../model/field.ts'
import { recallingRuns } from '../../../../model/groups.ts'
import type { Model } from '../../../../model/model.ts'
import { valueTypesInnerFirst } from '../../../../model/value-order.ts'
import { inEntities, inShapes as ofShapes, type PartOccurrence, type ShapeOccurrence } from '../occurrence.ts'

/** What somebody has said about how far values may go. */
export interface Classified {
  /** The fields of entities, in the order of the entities; a field that holds a shape is of each class in the shape. */
  readonly held: ReadonlyMap<Classification, readonly PartOccurrence[]>
  /** The fields of shapes that are classified themselves. */
  readonly inShapes: ReadonlyMap<Classification, readonly ShapeOccurrence[]>
  /** How many fields are classified themselves, of how many. */
  readonly count: number
  readonly of: number
}

/** The same of some entities, as far as each field says it by itself; and their fields that hold a shape. */
interface InRun {
  readonly telling: readonly PartOccurrence[]
  readonly count: number
  readonly of: number
}

const recalled = recallingRuns<InRun>()

export function classifiedIn(model: Model): Classified {
  const classes = shapeClasses(model)
  const held = new Map<Classification, PartOccurrence[]>()
  const inShapes = new Map<Classification, ShapeOccurrence[]>()
  let count = 0
  let of = 0
  for (const run of recalled(model, [], inRun)) {
    count += run.count
    of += run.of
    for (const occurrence of run.telling) {
      for (const one of classesOf(occurrence.field, classes)) append(held, one, occurrence)
    }
  }
  for (const occurrence of ofShapes(model.valueTypes)) {
    const { classify } = occurrence.field
    of += 1
    if (classify === undefined) continue
    count += 1
    append(inShapes, classify, occurrence)
  }
  return { held, inShapes, count, of }
}

function inRun(entities: readonly Entity[]): InRun {
  const all = inEntities(entities)
  return {
    telling: all.filter(({ field }) => field.classify !== undefined || field.type.kind === 'value'),
    count: all.filter(({ field }) => field.classify !== undefined).length,
    of: all.length,
  }
}

type ShapeClasses = ReadonlyMap<string, ReadonlySet<Classification>>

function classesOf({ classify, type }: Field, shapes: ShapeClasses): ReadonlySet<Classification> {
  const own: readonly Classification[] = classify === undefined ? [] : [classify]
  const within = type.kind === 'value' ? (shapes.get(type.valueType) ?? []) : []
  return new Set([...own, ...within])
}

/** The classes of what a shape holds, however deep. At most four for each, so that it stays linear. */
function shapeClasses(model: Model): ShapeClasses {
  const found = new Map<string, Set<Classification>>()
  for (const { fields, name } of valueTypesInnerFirst(model)) {
    const classes = new Set<Classification>()
    found.set(name, classes)
    for (const field of fields) for (const one of classesOf(field, found)) classes.add(one)
  }
  return found
}
