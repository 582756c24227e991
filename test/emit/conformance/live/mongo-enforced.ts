import mongoose from 'mongoose'

/** What the driver is asked for, and the action that a role must have for it. */
const actions: Readonly<Record<string, string>> = {
  findOne: 'find',
  insertOne: 'insert',
  updateOne: 'update',
  updateMany: 'update',
  findOneAndUpdate: 'update',
  deleteOne: 'remove',
  deleteMany: 'remove',
  findOneAndDelete: 'remove',
}

interface Privilege {
  readonly resource: { readonly collection?: string }
  readonly actions: readonly string[]
}

/**
 * A database for which a role decides, as a server with authorization does: the double keeps roles and enforces none. What
 * the role may do is read from the server.
 */
export async function enforced(db: mongoose.mongo.Db, role: string): Promise<mongoose.mongo.Db> {
  const { roles } = await db.command({ rolesInfo: { role, db: db.databaseName }, showPrivileges: true })
  const privileges: readonly Privilege[] = roles[0]?.privileges ?? []
  const may = (collection: string, action: string): boolean =>
    privileges.some(({ resource, actions: own }) => resource.collection === collection && own.includes(action))
  return new Proxy(db, {
    get: (target, name) => {
      if (name === 'command') return () => Promise.reject(unauthorized())
      if (name !== 'collection') return Reflect.get(target, name)
      return (collection: string) => guarded(target.collection(collection), (action) => may(collection, action))
    },
  })
}

function guarded(collection: mongoose.mongo.Collection, may: (action: string) => boolean): mongoose.mongo.Collection {
  return new Proxy(collection, {
    get: (target, name) => {
      const action = actions[String(name)] ?? ''
      return (...given: readonly unknown[]) => {
        const passes = given.some((option) => Object(option).bypassDocumentValidation === true)
        if (passes || !may(action)) return Promise.reject(unauthorized())
        return Reflect.apply(Reflect.get(target, name), target, given)
      }
    },
  })
}

function unauthorized(): Error {
  return new mongoose.mongo.MongoServerError({ message: 'not authorized', code: 13 })
}
