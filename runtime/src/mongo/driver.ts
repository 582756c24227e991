import type * as Mongoose from 'mongoose'
import type { mongo } from 'mongoose'

/** Mongoose's own driver: its connection must be made by the copy that the generated models come from. */
export type MongooseModule = typeof Mongoose

let loading: Promise<MongooseModule> | undefined

/** Only here is Mongoose loaded: a spec without collections works where it is not installed. */
export function mongooseModule(): Promise<MongooseModule> {
  loading ??= import('mongoose')
  return loading
}

/** The types of BSON that JavaScript has none for. */
export type Bson = Pick<typeof mongo, 'ObjectId' | 'Decimal128' | 'UUID' | 'Binary'>

export async function bson(): Promise<Bson> {
  const { mongo: driver } = await mongooseModule()
  return driver
}
