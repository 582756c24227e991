import { join } from 'node:path'
import type { Model } from '../../../../../generator/model/model.ts'
import { soundModel } from '../../../../support/analyze-folder.ts'
import { type Circumstances, type GuardedDatabase, guardedDatabase, insert, uuid } from '../guarded-database.ts'

export const libraryModel: Model = soundModel(join(import.meta.dirname))

const numbers = {
  north: 1,
  south: 2,
  northLibrarian: 11,
  southLibrarian: 12,
  northAuthor: 21,
  southAuthor: 22,
  novels: 31,
  commonRule: 41,
  northRule: 42,
  southRule: 43,
  northBook: 51,
  southBook: 52,
  /** A book of the north without copies. */
  northPamphlet: 53,
  northCopy: 61,
  northRepair: 71,
  northStamp: 81,
  northVisit: 91,
  northParcel: 101,
} as const

type Name = keyof typeof numbers

/** Two libraries, and rows of theirs, by what they are called in the tests. */
export const ids: Readonly<Record<Name, string>> = mapValues(numbers, uuid)

function mapValues<Key extends string>(
  of: Readonly<Record<Key, number>>,
  to: (number: number) => string,
): Readonly<Record<Key, string>> {
  const entries = Object.entries<number>(of).map(([key, number]) => [key, to(number)])
  return Object.fromEntries(entries)
}

export const app = 'guarded_library_app'
export const system = 'guarded_library_system'
export const owner = 'guarded_library_owner'
export const backup = 'guarded_library_backup'

export const asNorth: Circumstances = { as: app, tenant: ids.north }
export const asSystem: Circumstances = { as: system }

export async function makeLibrary(): Promise<GuardedDatabase> {
  const database = await guardedDatabase(libraryModel)
  for (const sql of rows) await database.run(sql)
  return database
}

const north = { library_id: ids.north }
const south = { library_id: ids.south }

const rows: readonly string[] = [
  insert('libraries', 1, { name: 'North', mark: 'N' }),
  insert('libraries', 2, { name: 'South', mark: 'S' }),
  insert('librarians', 11, { ...north, email: 'ada@north.example' }),
  insert('librarians', 12, { ...south, email: 'bob@south.example' }),
  insert('authors', 21, { ...north, name: 'Lem' }),
  insert('authors', 22, { ...south, name: 'Eco' }),
  insert('genres', 31, { name: 'Novels' }),
  insert('lending_rules', 41, { library_id: null, days: 28 }),
  insert('lending_rules', 42, { ...north, days: 14 }),
  insert('lending_rules', 43, { ...south, days: 7 }),
  insert('books', 51, { ...north, author_id: ids.northAuthor, genre_id: ids.novels, isbn: 'n-1', title: 'Solaris' }),
  insert('books', 52, { ...south, author_id: ids.southAuthor, isbn: 's-1', title: 'Baudolino' }),
  insert('books', 53, { ...north, author_id: ids.northAuthor, isbn: 'n-2', title: 'Opening hours' }),
  insert('copies', 61, { ...north, book_id: ids.northBook }),
  insert('repairs', 71, { ...north, copy_id: ids.northCopy }),
  insert('stamps', 81, { ...north, book_id: ids.northBook }),
  insert('visits', 91, { ...north, door: 'east' }),
  insert('parcels', 101, { ...north }),
]
