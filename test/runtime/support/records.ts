import type { Description } from '../../../runtime/src/description/description.ts'
import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import type { FieldDescription } from '../../../runtime/src/description/field.ts'
import { beginningOf } from '../../../runtime/src/split/signature.ts'
import { type Db, type Row, repository } from './db.ts'
import type { SeededTenant } from './seed.ts'
import { validValue } from './values.ts'

/** Which fields an input has. */
export type Extent = 'required' | 'all'

/** Records that everybody may refer to, by member: what no tenant can make. */
export type Given = Readonly<Record<string, string>>

/**
 * Makes records of one tenant from the description alone. Parents are made once and used again; what must differ differs by a
 * number that grows.
 */
export class Records {
  readonly #description: Description
  readonly #parents = new Map<string, Promise<string>>()
  #n: number

  /** @param from where the numbers begin: two tenants, or two processes, begin at different ones */
  constructor(description: Description, tenant: SeededTenant | undefined, given: Given = {}, from = 1) {
    this.#description = description
    this.#n = from
    const { tenancy } = description
    if (tenancy !== undefined && tenant !== undefined) {
      this.#parents.set(tenancy.entity, Promise.resolve(tenant.refId))
      if (tenancy.user !== undefined) this.#parents.set(tenancy.user, Promise.resolve(tenant.user.refId))
    }
    for (const [member, refId] of Object.entries(given)) this.#parents.set(member, Promise.resolve(refId))
  }

  async make(db: Db, member: string, extent: Extent = 'all'): Promise<Row> {
    return await repository(db, member).create(await this.input(db, member, extent))
  }

  /** What `create` of an entity takes: as generated types would have it. */
  async input(db: Db, member: string, extent: Extent = 'all'): Promise<Record<string, unknown>> {
    const entity = this.#entity(member)
    const root = entity.root === 'mongo' ? entity.documents : entity.table
    const input = await this.#fields(db, root?.fields ?? [], entity, extent)
    if (entity.root === 'postgres' && entity.documents !== undefined) {
      if (extent === 'all' || !hasOptionalDocument(entity))
        input.document = await this.#fields(db, entity.documents.fields, entity, extent)
    }
    const objects = this.objectsOf(member, extent)
    if (Object.keys(objects).length > 0) input.objects = objects
    return input
  }

  /** Bytes for the objects of an entity, by member; none of those whose keys an optional document holds that is left out. */
  objectsOf(member: string, extent: Extent = 'all'): Record<string, Uint8Array> {
    const entity = this.#entity(member)
    const isLeftOut = extent === 'required' && entity.root === 'postgres' && hasOptionalDocument(entity)
    return Object.fromEntries(
      Object.values(entity.objects)
        .filter(({ pointer }) => extent === 'all' || pointer?.optional !== true)
        .filter(({ pointer }) => !(isLeftOut && pointer?.part === 'documents'))
        .map((object) => [object.member, this.#body(object)]),
    )
  }

  /** Bytes that no other object has. */
  #body({ name, contentType }: EntityDescription['objects'][string]): Uint8Array {
    return Buffer.concat([beginningOf(contentType), Buffer.from(`${name} ${this.#next()}\n`)])
  }

  /** Values for the fields of a record that may change, references aside: input of `update`. */
  changes(member: string): Record<string, unknown> {
    const entity = this.#entity(member)
    const root = entity.root === 'mongo' ? entity.documents : entity.table
    const n = this.#next()
    return Object.fromEntries(
      (root?.fields ?? [])
        .filter((field) => field.immutable !== true && isGiven(field, entity) && isValue(field))
        .map((field) => [field.name, validValue(field, this.#description, n)]),
    )
  }

  async #fields(
    db: Db,
    fields: readonly FieldDescription[],
    entity: EntityDescription,
    extent: Extent,
  ): Promise<Record<string, unknown>> {
    const input: Record<string, unknown> = {}
    for (const field of fields) {
      const { type, name } = field
      if (!isGiven(field, entity)) continue
      if (extent === 'required' && (field.optional === true || field.default !== undefined)) continue
      if (type.kind !== 'ref') input[name] = validValue(field, this.#description, this.#next())
      else if (this.#description.entities[type.entity]?.name !== entity.name || field.optional !== true)
        input[type.relation] = await this.parent(db, type.entity)
    }
    return input
  }

  /** The public id of a record that others refer to. */
  parent(db: Db, member: string): Promise<string> {
    let made = this.#parents.get(member)
    if (made === undefined) {
      made = this.make(db, member, 'required').then(({ refId }) => refId)
      this.#parents.set(member, made)
    }
    return made
  }

  #next(): number {
    this.#n += 1
    return this.#n
  }

  #entity(member: string): EntityDescription {
    const entity = this.#description.entities[member]
    if (entity === undefined) throw new TypeError(`the spec has no ${member}`)
    return entity
  }
}

/** Whether a caller gives it: not what the data layer keeps, fills or moves by itself. */
function isGiven({ kept, type, name }: FieldDescription, { objects, table }: EntityDescription): boolean {
  if (kept !== undefined || type.kind === 'key' || type.kind === 'part') return false
  if (table?.lifecycle?.field === name) return false
  return !Object.values(objects).some(({ keeps }) => keeps.sha256 === name || keeps.size === name)
}

function hasOptionalDocument({ documents, table }: EntityDescription): boolean {
  return table?.fields.find(({ name }) => name === documents?.pointer)?.optional === true
}

function isValue({ type }: FieldDescription): boolean {
  return type.kind !== 'ref'
}
