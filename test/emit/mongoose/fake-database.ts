import type { Connection } from 'mongoose'

interface FakeIndex extends Record<string, unknown> {
  readonly name: string
}

interface FakeCollection {
  options: Record<string, unknown>
  readonly indexes: Map<string, FakeIndex>
}

/** The few commands that `prepareCollections` uses, as MongoDB answers them; every other one is unknown. */
export class FakeDatabase {
  readonly commands: string[] = []
  readonly held: Map<string, FakeCollection> = new Map()
  /** Collections that another process makes between the list and the creation. */
  readonly racing: Set<string> = new Set()

  connection(): Connection {
    const db = {
      listCollections: () => ({
        toArray: async () =>
          [...this.held].filter(([name]) => !this.racing.has(name)).map(([name, { options }]) => ({ name, options })),
      }),
      createCollection: async (name: string, options: Record<string, unknown>) => {
        if (this.held.has(name)) throw Object.assign(new Error('exists'), { codeName: 'NamespaceExists' })
        this.commands.push(`create ${name}`)
        this.held.set(name, { options, indexes: new Map([['_id_', { name: '_id_', key: { _id: 1 } }]]) })
      },
      command: async (command: Record<string, unknown>) => this.#collMod(command),
      collection: (name: string) => ({
        indexes: async () => [...this.#of(name).indexes.values()],
        createIndex: async (key: Record<string, unknown>, options: FakeIndex) => this.#createIndex(name, key, options),
        dropIndex: async (index: string) => {
          this.commands.push(`drop ${name}.${index}`)
          this.#of(name).indexes.delete(index)
        },
      }),
    }
    return { asPromise: async () => ({ db }) } as object as Connection
  }

  #of(name: string): FakeCollection {
    const found = this.held.get(name)
    if (found === undefined) throw new Error(`no collection ${name}`)
    return found
  }

  #collMod({ collMod, index, ...options }: Record<string, unknown>): void {
    const name = String(collMod)
    const collection = this.#of(name)
    if (index === undefined) {
      this.commands.push(`validator ${name}`)
      collection.options = { ...collection.options, ...options }
      return
    }
    const changed = index as FakeIndex
    this.commands.push(`expiry ${name}.${changed.name}`)
    const before = collection.indexes.get(changed.name)
    collection.indexes.set(changed.name, { ...before, ...changed })
  }

  /** As the server keeps it: the texts of a text index become weights. */
  #createIndex(name: string, key: Record<string, unknown>, options: FakeIndex): void {
    this.commands.push(`index ${name}.${options.name}`)
    const texts = Object.keys(key).filter((field) => key[field] === 'text')
    const others = Object.entries(key).filter(([, order]) => order !== 'text')
    const stored = texts.length === 0 ? key : { ...Object.fromEntries(others), _fts: 'text', _ftsx: 1 }
    const weights =
      texts.length === 0
        ? {}
        : { weights: { ...Object.fromEntries(texts.map((field) => [field, 1])), ...Object(options.weights) } }
    this.#of(name).indexes.set(options.name, { v: 2, ...options, key: stored, ...weights })
  }
}
