import type { Context } from '../scoped/context.ts'
import { type InputSchema, inputSchema } from '../validate/input-schema.ts'
import { aggregate, count, distinct, find, findFirst, findMany, get, page, search } from './reads.ts'
import { documentShape } from './shape.ts'
import { type DocumentEvent, watch } from './watch.ts'
import type { Document, DocumentWork } from './work.ts'
import { create, createMany, deleteMany, purge, remove, restore, update, updateMany } from './writes.ts'

/** Documents as callers read them; with `withDeleted` also those that are marked as deleted. */
export interface DocumentReads {
  find(refId: string): Promise<Document | null>
  get(refId: string): Promise<Document>
  findFirst(args?: unknown): Promise<Document | null>
  findMany(args?: unknown): Promise<readonly Document[]>
  count(args?: unknown): Promise<number>
  distinct(member: string, where?: unknown): Promise<readonly unknown[]>
  page(args?: unknown): Promise<{ readonly items: readonly Document[]; readonly next: string | null }>
  aggregate(pipeline: readonly unknown[]): Promise<readonly unknown[]>
  search(text: string, args?: unknown): Promise<readonly Document[]>
}

/** The documents of an entity in one scope. Generated types narrow arguments and results to the spec. */
export interface DocumentRepository extends DocumentReads {
  create(input: unknown): Promise<Document>
  createMany(inputs: unknown): Promise<readonly Document[]>
  update(refId: string, changes: unknown, options?: unknown): Promise<Document>
  updateMany(args: unknown): Promise<number>
  delete(refId: string, options?: unknown): Promise<void>
  deleteMany(args: unknown): Promise<number>
  restore(refId: string): Promise<Document>
  purge(refId: string, options?: unknown): Promise<void>
  watch(args?: unknown): AsyncIterable<DocumentEvent>
  readonly withDeleted: DocumentReads
  readonly schema: { readonly create: InputSchema; readonly update: InputSchema }
}

export function documentRepository(context: Context, member: string): DocumentRepository {
  const { description } = context.stores
  const shape = documentShape(description, member)
  const work: DocumentWork = { context, shape, vision: { scope: context.scope, deleted: 'hidden' } }
  return {
    ...readsOf(work),
    create: (input) => create(work, input),
    createMany: (inputs) => createMany(work, inputs),
    update: (refId, changes, options) => update(work, refId, changes, options),
    updateMany: (args) => updateMany(work, args),
    delete: (refId, options) => remove(work, refId, options),
    deleteMany: (args) => deleteMany(work, args),
    restore: (refId) => restore(work, refId),
    purge: (refId, options) => purge(work, refId, options),
    watch: (args) => watch(work, args),
    get withDeleted() {
      return readsOf({ ...work, vision: { ...work.vision, deleted: 'seen' } })
    },
    get schema() {
      return {
        create: inputSchema(description, member, 'create'),
        update: inputSchema(description, member, 'update'),
      }
    },
  }
}

function readsOf(work: DocumentWork): DocumentReads {
  return {
    find: (refId) => find(work, refId),
    get: (refId) => get(work, refId),
    findFirst: (args) => findFirst(work, args),
    findMany: (args) => findMany(work, args),
    count: (args) => count(work, args),
    distinct: (field, where) => distinct(work, field, where),
    page: (args) => page(work, args),
    aggregate: (pipeline) => aggregate(work, pipeline),
    search: (text, args) => search(work, text, args),
  }
}
