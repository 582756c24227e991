import type { HydratedDocument, Model, mongo } from 'mongoose'
import { documentOf, newTenant } from '../documents/document.ts'
import type { Collection } from '../facts.ts'
import type { ServerCollection } from '../session.ts'
import type { Try } from './subject.ts'

export type Fields = Record<string, unknown>

export type Stored = mongo.WithId<Fields>

/** Two documents, as the driver wrote them. */
export interface ModelScene {
  readonly documents: ServerCollection
  readonly model: Model<Fields>
  readonly first: Stored
  readonly other: Stored
}

/** Tries something of a model, with two documents of two tenants there. */
export function tryingModel(collection: Collection, name: string, work: (scene: ModelScene) => Promise<void>): Try {
  return {
    name,
    prove: async (session) => {
      const documents = await session.emptied(collection)
      const insert = async (): Promise<Stored> => {
        const { insertedId: _id } = await documents.insertOne({
          ...documentOf(session, collection, newTenant(collection)),
        })
        return stored(documents, { _id })
      }
      const [first, other] = [await insert(), await insert()]
      await work({ documents, model: session.model(collection), first, other })
    },
  }
}

export async function read(model: Model<Fields>, { _id }: Stored): Promise<HydratedDocument<Fields>> {
  const found = await model.findOne({ _id })
  if (found === null) throw new Error('the model does not find the document')
  return found
}

/** The document as the server has it. */
export async function stored(documents: ServerCollection, { _id }: Pick<Stored, '_id'>): Promise<Stored> {
  const found = await documents.findOne({ _id })
  if (found === null) throw new Error('the document is gone')
  return found
}

/** A document as one text, to compare it by. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? String(item) : item)) ?? 'nothing'
}

/** @throws Error unless the server has the document as it was */
export async function demandUnchanged(documents: ServerCollection, before: Stored, what: string): Promise<void> {
  const after = await stored(documents, before)
  if (textOf(after) !== textOf(before))
    throw new Error(`${what} changed the document: ${textOf(before)}, then ${textOf(after)}`)
}
