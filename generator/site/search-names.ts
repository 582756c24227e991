import { fieldNamesOf } from '../emit/docs/registers/field-names.ts'
import { type Place, siteOf } from '../emit/docs/site.ts'
import type { Field } from '../model/field.ts'
import { objectsOf } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import { routeOf } from './route.ts'

/** A name of the spec that a reader may look for: what it is called, what it is and where, and the place that tells of it. */
export type SearchName = readonly [name: string, what: string, route: string]

export interface SearchNames {
  readonly names: readonly SearchName[]
  /** Every field by the table, the collection or the shape that it is in, for who writes `table.column`. */
  readonly fields: readonly (readonly [owner: string, name: string, route: string])[]
}

/**
 * Every name of a spec, for the search: an exact name leads to its place before any text does. A name that many have, as
 * the columns of a mixin, is one line that leads to the index of the fields.
 */
export function searchNames(model: Model): SearchNames {
  const site = siteOf(model)
  const names: SearchName[] = []
  const fields = new FieldPlaces()
  for (const { domain, mongo, name, postgres } of model.entities) {
    names.push([name, `entity of ${domain}`, routeOf(site.entity(name))])
    if (postgres !== undefined) {
      names.push([postgres.table.text, `table of ${name}`, routeOf(site.table(name))])
      fields.add('column', postgres.table.text, postgres.fields, (field) => site.field(name, 'postgres', field))
    }
    if (mongo !== undefined) {
      names.push([mongo.collection.text, `collection of ${name}`, routeOf(site.collection(name))])
      fields.add('field', mongo.collection.text, mongo.fields, (field) => site.field(name, 'mongo', field))
    }
  }
  for (const { entity, object } of objectsOf(model)) {
    names.push([object.name, `S3 object of ${entity.name}`, routeOf(site.object(entity.name, object.name))])
  }
  for (const { name } of model.project.stores.s3?.buckets ?? []) {
    names.push([name, 'bucket', routeOf(site.bucket(name))])
  }
  for (const { name } of model.domains) names.push([name, 'domain', routeOf(site.domainPage(name))])
  for (const { name, values } of model.enums) {
    names.push([name, 'enum', routeOf(site.enum(name))])
    for (const value of values) names.push([value.name, `value of ${name}`, routeOf(site.enumValue(name, value.name))])
  }
  for (const { fields: list, name } of model.valueTypes) {
    names.push([name, 'shape', routeOf(site.valueType(name))])
    fields.add('field', name, list, (field) => site.valueTypeField(name, field))
  }
  return { names: [...names, ...fields.names(model)], fields: fields.all }
}

/** As many places of one name as a list of results can bear. */
const mostPlaces = 4

/** Columns and fields by the name that their store knows. */
class FieldPlaces {
  readonly #places = new Map<string, { readonly first: Field; readonly names: SearchName[] }>()

  readonly all: (readonly [owner: string, name: string, route: string])[] = []

  add(noun: string, owner: string, fields: readonly Field[], place: (name: string) => Place): void {
    for (const field of fields) {
      const physical = field.physical.text
      const route = routeOf(place(field.name))
      const name: SearchName = [physical, `${noun} of ${owner}`, route]
      this.all.push([owner, physical, route])
      const known = this.#places.get(physical)
      if (known === undefined) this.#places.set(physical, { first: field, names: [name] })
      else known.names.push(name)
    }
  }

  names(model: Model): readonly SearchName[] {
    const index = fieldNamesOf(model)
    return [...this.#places].flatMap(([physical, { first, names }]) => {
      const place = index.place(first.name)
      if (names.length <= mostPlaces || place === undefined) return names
      return [[physical, `field in ${names.length} places`, routeOf(place)]]
    })
  }
}
