import { Error as MongooseError, type Query, type Schema } from 'mongoose'

/** Paths that every change of a document writes. */
export interface ChangePaths {
  /** Dates of the last change. */
  readonly now?: readonly string[]
  /** Counters of changes. `save` writes only where the counter is as it was read: else DocumentNotFoundError. */
  readonly increment?: readonly string[]
}

const updates = ['findOneAndUpdate', 'updateMany', 'updateOne'] as const

/** Keeps the dates and counters of changes, in `save` and in update queries. Not in `bulkWrite` and in raw commands. */
export function countChanges<Document, ModelType>(schema: Schema<Document, ModelType>, paths: ChangePaths): void {
  const { now = [], increment = [] } = paths
  schema.pre('save', function beforeSave() {
    if (this.isNew || !this.isModified()) return
    for (const path of now) this.set(path, new Date())
    for (const path of increment) {
      const read: unknown = this.get(path)
      if (typeof read !== 'number') throw new MongooseError(`${path} was not read: select it before saving`)
      this.$where = { ...this.$where, [path]: read }
      this.set(path, read + 1)
    }
  })
  schema.pre([...updates], function beforeUpdate(this: Query<unknown, Document>) {
    const update = this.getUpdate()
    if (Array.isArray(update)) throw new MongooseError('an update by a pipeline would not count as a change')
    for (const path of now) this.set(path, new Date())
    const counters = Object.fromEntries(increment.map((path) => [path, 1]))
    this.setUpdate({ ...this.getUpdate(), $inc: { ...update?.$inc, ...counters } })
  })
}
