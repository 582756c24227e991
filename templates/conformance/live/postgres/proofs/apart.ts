import type { Connection } from '../connection.ts'
import type { Spec, Table } from '../facts.ts'
import { asOwner } from '../roles.ts'
import { nameOf } from '../rows/statements.ts'
import { identifier } from '../sql.ts'

// Two mechanisms often refuse the same thing, and while both are there nobody sees that one of them does not work. Within
// a transaction that is undone the other ones are taken away. All of this acts as the owner, and stays so.

/** Leaves a table to its constraints: the triggers of its own do not fire. */
export async function withoutTriggers(db: Connection, spec: Spec, table: Table): Promise<void> {
  await asOwner(db, spec)
  await db.query(`ALTER TABLE ${nameOf(table)} DISABLE TRIGGER USER`)
}

/** Takes the foreign keys of a table away for which `isToGo` holds, by their names. */
export async function dropKeys(
  db: Connection,
  spec: Spec,
  table: Table,
  isToGo: (key: string) => boolean,
): Promise<void> {
  await asOwner(db, spec)
  const drops = table.foreignKeys
    .filter(({ name }) => isToGo(name))
    .map(({ name }) => `DROP CONSTRAINT IF EXISTS ${identifier(name)}`)
  if (drops.length > 0) await db.query(`ALTER TABLE ${nameOf(table)} ${drops.join(', ')}`)
}

/** Takes the primary key and all uniques of a table away but for one, and with them what refers to them. */
export async function keepUnique(db: Connection, spec: Spec, table: Table, kept: readonly string[]): Promise<void> {
  await asOwner(db, spec)
  const names = [
    table.primaryKeyName,
    ...table.uniques.flatMap(({ name, sharedName }) => [name, sharedName ?? []].flat()),
  ]
  const others = names.filter((name) => !kept.includes(name)).map(identifier)
  const drops = others.map((name) => `DROP CONSTRAINT IF EXISTS ${name} CASCADE`)
  if (drops.length === 0) return
  await db.query(`ALTER TABLE ${nameOf(table)} ${drops.join(', ')}`)
  await db.query(`DROP INDEX IF EXISTS ${others.map((name) => `public.${name}`).join(', ')} CASCADE`)
}

/** Lets the owner see and write all rows of a table, as nobody can while row security is forced. */
export async function ownerSeesAll(db: Connection, spec: Spec, table: string): Promise<void> {
  await asOwner(db, spec)
  if (spec.isolates) await db.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)
}
