import type { Description } from '../description/description.ts'
import type { EntityDescription } from '../description/entity.ts'
import type { FieldDescription, ReferenceDescription } from '../description/field.ts'
import { entityIn } from '../scoped/context.ts'
import { bodyOf } from './body.ts'
import type { Parents } from './parents.ts'
import { planOf, type RecordPlan } from './plan.ts'
import { type Made, repositoryIn } from './repositories.ts'
import { drawFor } from './seeded.ts'
import { pathTo } from './states.ts'
import { valueFor } from './value.ts'

interface FactoryParts {
  readonly description: Description
  readonly seed: number
  readonly member: string
  readonly entity: EntityDescription
  readonly parents: Parents
  factoryOf(member: string): Factory
}

type Given = Readonly<Record<string, unknown>>

/** How far required references lead before they count as a circle, which the spec cannot have. */
const deepest = 40

export class Factory {
  readonly #parts: FactoryParts
  readonly #plan: RecordPlan
  readonly #taken = new Map<string, Set<unknown>>()
  #count = 0

  constructor(parts: FactoryParts) {
    this.#parts = parts
    this.#plan = planOf(parts.entity, parts.description)
  }

  async input(db: object, given: Given = {}, depth = 0): Promise<object> {
    const { entity } = this.#parts
    if (depth > deepest) throw new TypeError(`the required references of ${entity.name} lead in a circle`)
    const index = this.#count
    this.#count += 1
    const { document, objects, ...others } = given
    const rest = this.#isSplit() ? others : given
    const lifecycle = entity.table?.lifecycle
    return {
      ...(await this.#fields(this.#plan.fields, db, rest, index, depth)),
      ...(lifecycle === undefined ? rest : without(rest, lifecycle.field)),
      ...(this.#plan.document === undefined
        ? {}
        : { document: await this.#document(this.#plan.document, db, document, index, depth) }),
      ...(Object.keys(entity.objects).length === 0
        ? {}
        : { objects: { ...this.#objects(index), ...asObject(objects) } }),
    }
  }

  async create(db: object, given: Given = {}, depth = 0): Promise<Made> {
    const { member, entity } = this.#parts
    const repository = repositoryIn(db, member)
    const lifecycle = entity.table?.lifecycle
    const state = lifecycle === undefined ? undefined : given[lifecycle.field]
    const path = lifecycle === undefined || typeof state !== 'string' ? [] : pathTo(lifecycle, state)
    let made = await repository.create(await this.input(db, given, depth))
    let from = lifecycle?.start ?? ''
    for (const to of path) {
      made = await repository.transition(made.refId, to, { from })
      from = to
    }
    return made
  }

  /** Rows and documents are written together; what has parts elsewhere or moves through states, one by one. */
  async createMany(db: object, count: number, given: Given = {}): Promise<readonly Made[]> {
    const { member, entity } = this.#parts
    const field = entity.table?.lifecycle?.field
    const isSingle = this.#isSplit() || this.#isComposed() || (field !== undefined && given[field] !== undefined)
    const all: Made[] = []
    if (isSingle) {
      for (let made = 0; made < count; made += 1) all.push(await this.create(db, given))
      return all
    }
    const inputs: object[] = []
    for (let made = 0; made < count; made += 1) inputs.push(await this.input(db, given))
    for (let at = 0; at < count; at += 500)
      all.push(...(await repositoryIn(db, member).createMany(inputs.slice(at, at + 500))))
    return all
  }

  #isSplit(): boolean {
    const { table, documents, objects } = this.#parts.entity
    return (table !== undefined && documents !== undefined) || Object.keys(objects).length > 0
  }

  /** A row that is written together with the document that it points to. */
  #isComposed(): boolean {
    const { entity, description } = this.#parts
    return (entity.table?.fields ?? []).some(
      ({ type }) => type.kind === 'ref' && description.entities[type.entity]?.root === 'mongo',
    )
  }

  async #fields(
    fields: readonly FieldDescription[],
    db: object,
    given: Given,
    index: number,
    depth: number,
  ): Promise<Record<string, unknown>> {
    const made: Record<string, unknown> = {}
    for (const field of fields) {
      if (isIn(given, field) || !this.#isWanted(field, index)) continue
      if (field.type.kind === 'ref') made[field.type.relation] = await this.#parent(field, field.type, db, depth)
      else made[field.name] = this.#value(field, index)
    }
    return made
  }

  async #document(
    fields: readonly FieldDescription[],
    db: object,
    given: unknown,
    index: number,
    depth: number,
  ): Promise<object> {
    const own: Given = { ...asObject(given) }
    return { ...(await this.#fields(fields, db, own, index, depth)), ...own }
  }

  #objects(index: number): Readonly<Record<string, Uint8Array>> {
    const { seed, entity } = this.#parts
    return Object.fromEntries(
      this.#plan.objects.map((object) => [
        object.member,
        bodyOf(object, drawFor(seed, entity.name, index, object.name)),
      ]),
    )
  }

  /** What may be left out is there half of the time, save what needs another record, or a key to be written. */
  #isWanted(field: FieldDescription, index: number): boolean {
    const { seed, entity } = this.#parts
    if (entity.table?.lifecycle?.field === field.name) return false
    if (this.#plan.distinct.has(field.name) || this.#plan.fresh.has(field.name)) return true
    if (field.optional !== true) return field.default === undefined
    if (field.type.kind === 'ref' || field.encrypted === true || field.classify === 'secret') return false
    return drawFor(seed, entity.name, index, field.name, 'wanted')() < 0.5
  }

  #value(field: FieldDescription, index: number): unknown {
    const { seed, entity, description } = this.#parts
    const distinct = this.#plan.distinct.has(field.name)
    const draw = drawFor(seed, entity.name, index, field.name)
    if (!distinct) return valueFor(field, { description, draw, index, distinct })
    const taken = this.#taken.get(field.name) ?? new Set()
    this.#taken.set(field.name, taken)
    let value = valueFor(field, { description, draw, index, distinct })
    for (let again = 0; taken.has(told(value)) && again < 50; again += 1)
      value = valueFor(field, { description, draw, index, distinct })
    taken.add(told(value))
    return value
  }

  /** Its public id: of one that is there, where the application may not make any, or of one that is made. */
  #parent(
    field: FieldDescription,
    { entity: member }: ReferenceDescription,
    db: object,
    depth: number,
  ): Promise<string> {
    const { parents, description, factoryOf } = this.#parts
    const make = async (): Promise<string> => (await factoryOf(member).create(db, {}, depth + 1)).refId
    if (this.#plan.fresh.has(field.name)) return make()
    return parents.of(db, member, async () => {
      const { tenancy } = entityIn(description, member)
      if (tenancy !== 'none' && tenancy !== 'self') return make()
      return (await repositoryIn(db, member).findFirst({}))?.refId ?? make()
    })
  }
}

/** A reference may be given by its member or by the name of the relation. */
function isIn(given: Given, { name, type }: FieldDescription): boolean {
  return given[name] !== undefined || (type.kind === 'ref' && given[type.relation] !== undefined)
}

function without(given: Given, member: string): Given {
  const { [member]: _, ...rest } = given
  return rest
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

/** Dates of the same time are the same value. */
function told(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value
}
