import type { Model } from '../../../generator/model/model.ts'
import {
  type Circumstances,
  type GuardedDatabase,
  guardedDatabase,
  insert,
  ulid,
  uuid,
} from '../../emit/sql/guards/guarded-database.ts'
import { soundModel } from '../../support/analyze-folder.ts'

/** Theatres, whose spec has every kind of table that Stowage keeps for itself. */
export const playhouseModel: Model = soundModel('test/cases/audit-and-loading/spec')

export const ids: Readonly<
  Record<
    | 'globe'
    | 'globeRef'
    | 'rose'
    | 'genre'
    | 'commonGenre'
    | 'globePerson'
    | 'globePlay'
    | 'globePlayRef'
    | 'rosePlay'
    | 'rosePlayRef'
    | 'evening'
    | 'eveningRef',
    string
  >
> = {
  globe: uuid(1),
  globeRef: ulid(1),
  rose: uuid(2),
  genre: uuid(10),
  commonGenre: uuid(11),
  globePerson: uuid(20),
  globePlay: uuid(30),
  globePlayRef: ulid(30),
  rosePlay: uuid(31),
  rosePlayRef: ulid(31),
  evening: uuid(40),
  eveningRef: ulid(40),
}

export const asGlobe: Circumstances = { as: 'playhouse_app', tenant: ids.globe }
export const asRose: Circumstances = { as: 'playhouse_app', tenant: ids.rose }
export const asSystem: Circumstances = { as: 'playhouse_system' }
export const asLoader: Circumstances = { as: 'playhouse_loader', tenant: ids.globe }

/** Two theatres, each with a play, and a genre that both know. */
export async function makePlayhouse(): Promise<GuardedDatabase> {
  const database = await guardedDatabase(playhouseModel)
  const rows = [
    insert('theatres', 1, { name: 'Globe' }),
    insert('theatres', 2, { name: 'Rose' }),
    insert('genres', 10, { theatre_id: ids.globe, name: 'farce' }),
    insert('genres', 11, { theatre_id: null, name: 'comedy' }),
    insert('people', 20, { theatre_id: ids.globe, name: 'Anne' }),
    insert('productions', 30, { theatre_id: ids.globe, title: 'Lear', genre_id: ids.genre }),
    insert('productions', 31, { theatre_id: ids.rose, title: 'Faust', genre_id: ids.commonGenre }),
    insert('performances', 40, { theatre_id: ids.globe, production_id: ids.globePlay }),
  ]
  await database.run(rows.join(';\n'))
  return database
}

/** An INSERT into one of the tables of Stowage's own, of named values as SQL. */
export function insertInto(table: string, values: Readonly<Record<string, string>>): string {
  return `INSERT INTO stowage.${table} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})`
}

/** Statements that take a role on for the rest of a transaction, and speak for a theatre. */
export function become({ as = '', tenant = '' }: Circumstances): string {
  return `SET LOCAL ROLE ${as}; SELECT set_config('app.tenant_id', '${tenant}', true)`
}
