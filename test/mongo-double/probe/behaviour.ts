import mongoose from 'mongoose'
import { expect } from 'vitest'

/** A document that a behaviour gives a number to know it by. */
export interface Row extends mongoose.mongo.Document {
  _id: number
}

/** What a behaviour is tried in: one server, and a database of its own on it. */
export interface World {
  readonly uri: string
  readonly client: mongoose.mongo.MongoClient
  readonly database: mongoose.mongo.Db
  /** A name that nothing has yet. */
  name(prefix?: string): string
  /** A collection that nothing was written to yet. */
  collection(): mongoose.mongo.Collection
  /** The same, for documents with numbers. */
  rows(): mongoose.mongo.Collection<Row>
}

/** Something that MongoDB 7 does, and that the double must do too. */
export interface Behaviour {
  readonly name: string
  readonly run: (world: World) => Promise<void>
  /** In milliseconds, where a server may take its time. */
  readonly timeout?: number
}

export interface BehaviourGroup {
  readonly topic: string
  readonly behaviours: readonly Behaviour[]
}

export type Refusal = mongoose.mongo.MongoServerError

/** Expects the server to answer with one of these codes, and gives the error for a closer look. */
export async function expectRefusal(
  codes: number | readonly number[],
  attempt: () => Promise<unknown>,
): Promise<Refusal> {
  const error = await failureOf(attempt)
  expect(error).toBeInstanceOf(mongoose.mongo.MongoServerError)
  if (!(error instanceof mongoose.mongo.MongoServerError)) throw error
  expect([codes].flat(), error.message).toContain(error.code)
  return error
}

/** What an attempt fails with. Fails itself where it succeeds. */
export async function failureOf(attempt: () => Promise<unknown>): Promise<unknown> {
  let result: unknown
  try {
    result = await attempt()
  } catch (error) {
    return error
  }
  return expect.unreachable(`nothing was refused; the answer is ${JSON.stringify(result)}`)
}
