import { randomBytes } from 'node:crypto'
import { databaseOf } from '../../../generator/catalog/postgres/index.ts'
import type { Model } from '../../../generator/model/model.ts'
import { printDatabase } from '../../../generator/print/sql/print.ts'
import { alwaysQuoted, quoteLiteral } from '../../../generator/print/sql/quote.ts'
import type { Description } from '../../../runtime/src/description/description.ts'
import { query } from '../../support/postgres-server.ts'

/** A user of the application: no superuser, and it has nothing that it does not take on. */
export interface Login {
  readonly name: string
  readonly url: string
}

/** Makes the whole database of a spec. */
export async function applySchema(superuserUrl: string, model: Model): Promise<void> {
  const database = databaseOf(model)
  if (database !== undefined) await query(superuserUrl, printDatabase(database))
}

/** Roles belong to the whole server, so each world has a user of its own, which goes with it. */
export async function createLogin(superuserUrl: string, { tenancy }: Description): Promise<Login> {
  if (tenancy === undefined) return { name: '', url: superuserUrl }
  const name = `stowage_login_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  const { app, system, loader } = tenancy.roles
  const wanted = [app, system, ...(loader === undefined ? [] : [loader])]
  const there = new Set((await query(superuserUrl, 'SELECT rolname FROM pg_roles')).map((row) => row.rolname))
  const taken = wanted.filter((role) => there.has(role))
  await query(
    superuserUrl,
    [
      `CREATE ROLE ${alwaysQuoted(name)} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${quoteLiteral(password)}`,
      ...taken.map((role) => `GRANT ${alwaysQuoted(role)} TO ${alwaysQuoted(name)} WITH INHERIT FALSE, SET TRUE`),
    ].join(';\n'),
  )
  const url = new URL(superuserUrl)
  url.username = name
  url.password = password
  return { name, url: url.href }
}

export async function dropLogin(superuserUrl: string, { name }: Login): Promise<void> {
  if (name !== '') await query(superuserUrl, `DROP OWNED BY ${alwaysQuoted(name)}; DROP ROLE ${alwaysQuoted(name)}`)
}
