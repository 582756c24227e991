import { Forbidden } from '../errors/errors.ts'
import type { RowRepository } from '../rows/row-repository.ts'
import type { Context } from '../scoped/context.ts'
import { ComposedRows, urlByMember } from './composed.ts'
import { type CreateOptions, createSplit } from './create.ts'
import { objectHandle } from './handle.ts'
import { load } from './load.ts'
import { readSplit } from './read.ts'
import { type RemoveOptions, removeSplit } from './remove.ts'
import type { Root } from './root.ts'
import { type ComposedMember, composedMembers, type SplitShape, splitShape } from './shape.ts'
import { type UpdateOptions, updateSplit } from './update.ts'

export { isSplit } from './shape.ts'

/**
 * The repository of an entity of which parts lie in several stores, by its member.
 *
 * @param root the repository of its row or document, which reads and what touches the root alone go to
 */
export function splitRepository(context: Context, member: string, root: object): object {
  const { description } = context.stores
  const shape = splitShape(description, member)
  const composed = composedMembers(description, member)
  const own = shape.part === undefined && shape.objects.size === 0
  const over = own ? composedOver(context, shape, root, composed) : splitOver(context, shape, root)
  return extended(root, context.session === undefined ? over : refusals(over, member))
}

function composedOver(
  context: Context,
  shape: SplitShape,
  root: object,
  composed: readonly ComposedMember[],
): Readonly<Record<string, unknown>> {
  const rows = new ComposedRows(context, shape, root as RowRepository, composed)
  return {
    create: (input: unknown, options?: CreateOptions) => rows.create(input, options),
    createMany: (inputs: readonly unknown[]) => inTurn(inputs, (input) => rows.create(input)),
    update: (refId: string, changes: unknown, options?: UpdateOptions) => rows.update(refId, changes, options),
    read: (refId: string) => rows.read(refId),
    contentUrl: (refId: string, object?: string) => rows.contentUrl(refId, object),
  }
}

function splitOver(context: Context, shape: SplitShape, root: object): Readonly<Record<string, unknown>> {
  const changes = shape.entity.root === 'mongo' ? noChanges(shape) : changesOf(context, shape, root as RowRepository)
  return {
    create: (input: unknown, options?: CreateOptions) => createSplit(context, shape, input, options),
    createMany: (inputs: readonly unknown[]) => inTurn(inputs, (input) => createSplit(context, shape, input)),
    read: (refId: string) => readSplit(context, shape, refId),
    ...changes,
    ...Object.fromEntries(
      [...shape.objects].map(([name, object]) => [name, objectHandle(context, shape, object, changes.update)]),
    ),
    ...(shape.objects.size === 0
      ? {}
      : {
          contentUrl: async (refId: string, object?: string) =>
            await urlByMember(context, shape, await load(context, shape, refId), object),
        }),
  }
}

interface Changes extends Readonly<Record<string, unknown>> {
  update(refId: string, changes: unknown, options?: UpdateOptions): Promise<Root>
}

function changesOf(context: Context, shape: SplitShape, rows: RowRepository): Changes {
  const { entity, member } = shape
  const isKept = entity.table?.appendOnly === true
  const isSoft = entity.softDelete !== undefined
  return {
    update: (refId, changes, options) => updateSplit(context, shape, rows, refId, changes, options),
    // What only hides the row is one statement, unless there is a key under which it is done once.
    delete: (refId: string, options?: RemoveOptions) =>
      isKept || (isSoft && options?.idempotencyKey === undefined)
        ? rows.delete(refId, options)
        : removeSplit(context, shape, 'delete', refId, options),
    purge: (refId: string, options?: RemoveOptions) =>
      isKept || !isSoft ? rows.purge(refId, options) : removeSplit(context, shape, 'purge', refId, options),
    ...(isKept || isSoft
      ? {}
      : {
          deleteMany: refusal(
            `deleteMany of ${entity.name}`,
            'Delete them one by one: bytes and documents go with each.',
            member,
          ),
        }),
  }
}

/** Of a document with objects and no row: no transaction spans it and the intent, so nothing could fence a change. */
function noChanges({ entity, member }: SplitShape): Changes {
  const refused = (name: string): (() => Promise<never>) =>
    refusal(
      `${name} of ${entity.name}, which is never changed`,
      'Its document is made and read: make a new one, or give it a row in PostgreSQL.',
      member,
    )
  const others = ['updateMany', 'delete', 'deleteMany', 'restore', 'purge']
  return { update: refused('update'), ...Object.fromEntries(others.map((name) => [name, refused(name)])) }
}

/** One after the other: each is made whole or not at all. */
async function inTurn(inputs: readonly unknown[], make: (input: unknown) => Promise<Root>): Promise<readonly Root[]> {
  const made: Root[] = []
  for (const input of inputs) made.push(await make(input))
  return made
}

function refusal(what: string, advice: string, entity: string): () => Promise<never> {
  return () => Promise.reject(new Forbidden(what, { entity }, advice))
}

/** In a transaction of PostgreSQL: no connection is held while bytes move, and other stores would not be rolled back. */
function refusals(over: Readonly<Record<string, unknown>>, member: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(over).map(([name, value]) => [
      name,
      typeof value === 'function'
        ? refusal(`${member}.${name} in a transaction of PostgreSQL`, 'Do it before or after db.transaction.', member)
        : refusals(Object(value), `${member}.${name}`),
    ]),
  )
}

/** The root's repository with some members in the place of its own; what it works out when asked stays so. */
function extended(root: object, over: Readonly<Record<string, unknown>>): object {
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(root),
      ...Object.getOwnPropertyDescriptors(over),
    },
  )
}
