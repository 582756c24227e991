import { type Entity, storeNames } from '../model/entity.ts'
import type { Field } from '../model/field.ts'
import { enumNamed } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { Subject } from '../model/subject.ts'
import type { Span } from '../source/source-file.ts'
import type { CoverageItem, CoverageKind } from './coverage-item.ts'

/**
 * Everything of a spec that can be told of in words, each once, where it is declared:
 *
 * - domains, entities, enums, their values, shapes, mixins, buckets and objects, by their `about`;
 * - fields by theirs: those that an entity, a shape or a mixin declares. A mixin's field is one, however many records
 *   carry it; the tenant's field, and the id that MongoDB gives, nobody declares;
 * - the states of a life cycle, by its own `about` of them or by that of the enum's value;
 * - the parts of an entity by their `why`, where the project has more than one store to choose from.
 */
export function coverageItems(model: Model): readonly CoverageItem[] {
  return [
    ...itemsOfDomains(model),
    ...model.entities.flatMap((entity) => itemsOfEntity(model, entity)),
    ...itemsOfTypes(model),
  ]
}

export function itemsOfDomains({ domains }: Model): readonly CoverageItem[] {
  return domains.map((one) => item('domain', { kind: 'domain', name: one.name }, one, one.name))
}

/** What comes behind the entities. */
export function itemsOfTypes(model: Model): readonly CoverageItem[] {
  return [
    ...model.enums.flatMap((declared) => [
      item('enum', { kind: 'enum', name: declared.name }, declared, declared.domain),
      ...declared.values.map((value) => {
        const subject: Subject = { kind: 'value', enum: declared.name, name: value.name }
        return item('value', subject, { ...value, name: `${declared.name}.${value.name}` }, declared.domain)
      }),
    ]),
    ...model.valueTypes.flatMap((shape) => [
      item('shape', { kind: 'shape', name: shape.name }, shape, shape.domain),
      ...shape.fields.map((field) => {
        const subject: Subject = { kind: 'shape_field', shape: shape.name, name: field.name }
        return item('field', subject, { ...field, name: `${shape.name}.${field.name}` }, shape.domain)
      }),
    ]),
    ...model.mixins.flatMap((mixin) => [
      item('mixin', { kind: 'mixin', name: mixin.name }, mixin),
      ...mixin.fields
        .filter((field) => isDeclaredBy(mixin.name, field))
        .map((field) => {
          const subject: Subject = { kind: 'mixin_field', mixin: mixin.name, name: field.name }
          return item('field', subject, { ...field, name: `${mixin.name}.${field.name}` })
        }),
    ]),
    ...(model.project.stores.s3?.buckets ?? []).map((bucket) =>
      item('bucket', { kind: 'bucket', name: bucket.name }, bucket),
    ),
  ]
}

export function itemsOfEntity(model: Model, entity: Entity): readonly CoverageItem[] {
  const choice = hasChoice(model)
  const { domain, name, postgres } = entity
  const items = [item('entity', { kind: 'entity', name }, entity, domain)]
  for (const store of storeNames) {
    const part = entity[store]
    if (part === undefined) continue
    if (choice) {
      const reason = { name: `${name}.${store}`, about: part.why, span: part.span }
      items.push(item('part', { kind: 'part', entity: name, store }, reason, domain))
    }
    if (part.store === 's3') {
      for (const object of part.objects) {
        const subject: Subject = { kind: 'object', entity: name, name: object.name }
        items.push(item('object', subject, { ...object, name: `${name}.${object.name}` }, domain))
      }
      continue
    }
    for (const field of part.fields) {
      if (field.origin.kind !== 'own') continue
      const subject: Subject = { kind: 'field', entity: name, part: part.store, name: field.name }
      items.push(item('field', subject, { ...field, name: `${name}.${field.name}` }, domain))
    }
  }
  const { lifecycle } = postgres ?? {}
  if (lifecycle === undefined) return items
  const meanings = new Map(enumNamed(model, lifecycle.enum).values.map((value) => [value.name, value.about]))
  for (const state of lifecycle.states) {
    const subject: Subject = { kind: 'state', entity: name, name: state.name }
    const told = { name: `${name}.${state.name}`, about: state.about ?? meanings.get(state.name), span: state.span }
    items.push(item('state', subject, told, domain))
  }
  return items
}

/** Whether there is more than one store to choose from. */
function hasChoice({ project }: Model): boolean {
  return storeNames.filter((store) => project.stores[store] !== undefined).length > 1
}

/** A mixin shows the fields of those it uses too. */
function isDeclaredBy(mixin: string, { origin }: Field): boolean {
  return origin.kind === 'mixin' && origin.mixin === mixin
}

interface Described {
  readonly name: string
  readonly about?: string | undefined
  readonly span: Span
}

function item(kind: CoverageKind, subject: Subject, { about, name, span }: Described, domain?: string): CoverageItem {
  const told = about !== undefined && about.trim() !== ''
  return { kind, subject, name, ...(domain === undefined ? {} : { domain }), told, span }
}
