import { randomBytes } from 'node:crypto'
import type { mongo } from 'mongoose'

const infix = '_conformance_'
const idLength = 12

/** A name that no spec can give a collection: says that these tests made the database, and when. */
export const markCollection = 'stowage.conformance'

/** After so many milliseconds nobody is at work in it any more. */
const leftOverAfter = 24 * 60 * 60 * 1000

/** Whether a database is called as those that such tests make. */
export function isOwn(name: string): boolean {
  return /_conformance_[0-9a-f]{12}$/.test(name)
}

/** A new name beside that of the database which the URL names; MongoDB takes at most 63 bytes. */
export function newName(base: string): string {
  return `${base.slice(0, 63 - infix.length - idLength)}${infix}${randomBytes(idLength / 2).toString('hex')}`
}

/**
 * Makes a database these tests' own, so that they may write in it.
 *
 * @throws Error where it is called otherwise, or something is in it already
 */
export async function markAsOwn(db: mongo.Db): Promise<void> {
  const isNew = (await db.listCollections({}, { nameOnly: true }).toArray()).length === 0
  if (!isOwn(db.databaseName) || !isNew) {
    throw new Error(`these tests write only in a database of their own making, and ${db.databaseName} is none`)
  }
  await db.collection(markCollection).insertOne({ madeOn: new Date() })
}

async function madeOn(db: mongo.Db): Promise<Date | undefined> {
  const mark = await db.collection(markCollection).findOne()
  return mark?.madeOn instanceof Date ? mark.madeOn : undefined
}

/** Drops what former runs left behind when they were killed. Where the user may not look for it, it stays. */
export async function dropLeftOver(client: mongo.MongoClient): Promise<void> {
  const listed = await client
    .db('admin')
    .admin()
    .listDatabases({ nameOnly: true, authorizedDatabases: true })
    .catch(() => ({ databases: [] }))
  for (const { name } of listed.databases) {
    if (!isOwn(name)) continue
    const made = await madeOn(client.db(name))
    if (made !== undefined && made.getTime() < Date.now() - leftOverAfter) await client.db(name).dropDatabase()
  }
}
