import { InvalidInput, Missing } from '../errors/errors.ts'
import type { RowRepository } from '../rows/row-repository.ts'
import type { Context } from '../scoped/context.ts'
import { checkedInput } from '../validate/input-schema.ts'
import { withoutTenant } from '../validate/own-tenant.ts'
import { idempotencyKeyOf } from './begin.ts'
import { requestHash } from './canonical.ts'
import { type CreateOptions, createSplit } from './create.ts'
import { urlOf } from './handle.ts'
import { knownFor } from './known-for.ts'
import { type Loaded, load } from './load.ts'
import { readSplit } from './read.ts'
import type { Root } from './root.ts'
import { type ComposedMember, type SplitShape, splitShape } from './shape.ts'
import { type UpdateOptions, updateSplit } from './update.ts'

/**
 * Rows that point to records which are kept whole elsewhere: such a one may be made together with its row. It is made first;
 * where the row is not made, it stays, and nothing points to it.
 */
export class ComposedRows {
  readonly #context: Context
  readonly #shape: SplitShape
  readonly #rows: RowRepository
  readonly #composed: readonly ComposedMember[]

  constructor(context: Context, shape: SplitShape, rows: RowRepository, composed: readonly ComposedMember[]) {
    this.#context = context
    this.#shape = shape
    this.#rows = rows
    this.#composed = composed
  }

  /** Under one key neither the row nor what it points to is made twice. */
  async create(given: unknown, options: CreateOptions = {}): Promise<Root> {
    const idempotencyKey = idempotencyKeyOf(options.idempotencyKey)
    const { description } = this.#context.stores
    return await knownFor(options, idempotencyKey, async () => {
      const { entity, member } = this.#shape
      // All of it is checked before any of it is made.
      checkedInput(description, member, 'create', withoutTenant(entity, this.#context.scope, given).input)
      const input = await this.#withTargets(given as Root, idempotencyKey)
      return await createSplit(this.#context, this.#shape, input, { idempotencyKey })
    })
  }

  async update(refId: string, given: unknown, options: UpdateOptions = {}): Promise<Root> {
    const whole = this.#composed.some(({ field, relation }) =>
      isWhole(Object(given)[relation] ?? Object(given)[field.name]),
    )
    // What is one statement needs no key, unless there is one.
    if (!whole && options.idempotencyKey === undefined) {
      return await this.#rows.update(refId, Object(given), options)
    }
    const idempotencyKey = idempotencyKeyOf(options.idempotencyKey)
    return await knownFor(options, idempotencyKey, async () => {
      checkedInput(this.#context.stores.description, this.#shape.member, 'update', given, { refId })
      const changes = await this.#withTargets(given as Root, idempotencyKey)
      return await updateSplit(this.#context, this.#shape, this.#rows, refId, changes, { ...options, idempotencyKey })
    })
  }

  /** The row, and under the relation's name the record that it points to with all of its parts. */
  async read(refId: string): Promise<Root> {
    const row = await this.#rows.get(refId)
    const entries = this.#composed.map(async (one): Promise<[string, Root | null]> => {
      const target = await this.#targetOf(row, one)
      return [one.relation, target === undefined ? null : await readSplit(this.#context, target.shape, target.refId)]
    })
    return { ...row, ...Object.fromEntries(await Promise.all(entries)) }
  }

  async contentUrl(refId: string, object?: string): Promise<string> {
    const row = await this.#rows.get(refId)
    for (const one of this.#composed) {
      const target = await this.#targetOf(row, one)
      if (target === undefined) continue
      const loaded = await load(this.#context, target.shape, target.refId)
      return await urlByMember(this.#context, target.shape, loaded, object)
    }
    const facts = { entity: this.#shape.member, refId }
    throw new Missing(`what a ${this.#shape.entity.name} points to`, facts, 'The record has none yet.')
  }

  async #targetOf(
    row: Root,
    { field, target }: ComposedMember,
  ): Promise<{ readonly shape: SplitShape; readonly refId: string } | undefined> {
    const { stores, scope } = this.#context
    const id = row[field.name]
    if (typeof id !== 'string') return undefined
    const shape = splitShape(stores.description, target)
    const { part } = shape
    if (part === undefined) return undefined
    const tenant = scope.kind === 'tenant' && shape.entity.tenancy === 'required' ? scope.tenant.refId : undefined
    const document = await stores.documents.find(part.description.collection, id, tenant)
    if (document === undefined) {
      const refId = typeof row.refId === 'string' ? { refId: row.refId } : {}
      const facts = { entity: this.#shape.member, field: field.name, ...refId }
      throw new Missing(shape.entity.name, facts, 'Run `stowage fsck`; restore it from a backup.')
    }
    return { shape, refId: String(document[shape.kept.refId ?? 'refId']) }
  }

  /** The input with the public id of each record that it points to; one that is given whole is made. */
  async #withTargets(input: Root, idempotencyKey: string): Promise<Root> {
    const output: Record<string, unknown> = { ...input }
    for (const { field, relation, target } of this.#composed) {
      const given = input[relation] ?? input[field.name]
      if (!isWhole(given)) continue
      const shape = splitShape(this.#context.stores.description, target)
      // What is made with a row has a key that only this one gives, however long it is.
      const options = { idempotencyKey: requestHash({ idempotencyKey, relation }) }
      const made = await createSplit(this.#context, shape, given, options)
      delete output[relation]
      output[field.name] = made[shape.kept.refId ?? 'refId']
    }
    return output
  }
}

function isWhole(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** @param object its member; the first one of the spec where it is absent */
export async function urlByMember(
  context: Context,
  shape: SplitShape,
  loaded: Loaded,
  object: string | undefined,
): Promise<string> {
  const [first] = shape.objects.keys()
  const found = shape.objects.get(object ?? first ?? '')
  if (found === undefined) throw new InvalidInput(shape.member, [{ path: ['object'], message: 'is no object of it' }])
  return await urlOf(context, shape, found, loaded)
}
