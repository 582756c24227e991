import type { mongo } from 'mongoose'
import type { ApplyOptions, ApplyReport, Difference } from '../report.ts'
import { differencesOf } from './comparison.ts'
import type { RoleDescription } from './description.ts'
import { inOneLine } from './fact.ts'
import { compareRole, type FoundPrivilege, type FoundRole, readRole } from './role-facts.ts'
import { isServerError } from './server-error.ts'

/** In what the role of the application differs; a server that does not tell is a difference, too. */
export async function verifyRole(db: mongo.Db, description: RoleDescription): Promise<readonly Difference[]> {
  const place = `role ${description.name}`
  try {
    const found = await readRole(db, description.name)
    if (found === undefined) return differencesOf(place, [{ fact: 'missing' }])
    const { missing, differing } = compareRole(description, found, db.databaseName)
    return differencesOf(place, [...missing, ...differing])
  } catch (error) {
    return [refused(place, error)]
  }
}

/**
 * Makes the role of the application, and adds rights in collections of which it knows nothing. What it may do otherwise than
 * described is changed only with `replace`. Nobody is given the role: that is for who makes the logins.
 */
export async function applyRole(
  db: mongo.Db,
  description: RoleDescription,
  options: ApplyOptions,
): Promise<ApplyReport> {
  const place = `role ${description.name}`
  try {
    const found = await readRole(db, description.name)
    if (found !== undefined) return await change(db, description, found, options)
    if (options.dryRun !== true) await create(db, description)
    return { steps: [{ store: 'mongo', action: 'create', place }], differences: [] }
  } catch (error) {
    return { steps: [], differences: [refused(place, error)] }
  }
}

async function change(
  db: mongo.Db,
  description: RoleDescription,
  found: FoundRole,
  { dryRun = false, replace = false }: ApplyOptions,
): Promise<ApplyReport> {
  const place = `role ${description.name}`
  const { missing, differing } = compareRole(description, found, db.databaseName)
  const mended = [...missing, ...(replace ? differing : [])]
  if (mended.length > 0 && !dryRun) {
    const added = new Set(missing.map(({ fact }) => fact))
    const own = privilegesOf(db, description)
    const privileges = replace
      ? own
      : [...found.privileges, ...own.filter(({ resource }) => added.has(`rights in ${resource.collection}`))]
    await db.command({ updateRole: description.name, privileges, roles: replace ? [] : found.roles })
  }
  const help = 'set the described rights with `stowage apply --replace`'
  return {
    steps: [
      mended.length === 0
        ? { store: 'mongo', action: 'keep', place }
        : { store: 'mongo', action: 'change', place, detail: inOneLine(mended) },
    ],
    differences: replace ? [] : differencesOf(place, differing, help),
  }
}

async function create(db: mongo.Db, description: RoleDescription): Promise<void> {
  try {
    await db.command({ createRole: description.name, privileges: privilegesOf(db, description), roles: [] })
  } catch (error) {
    // Another process was faster.
    if (!isServerError(error, 'RoleExists')) throw error
  }
}

function privilegesOf(db: mongo.Db, { privileges }: RoleDescription): readonly FoundPrivilege[] {
  return privileges.map(({ collection, actions }) => ({ resource: { db: db.databaseName, collection }, actions }))
}

/** Some servers keep their roles elsewhere, and not every login that may make collections may make roles. */
function refused(place: string, error: unknown): Difference {
  if (!isServerError(error, 'Unauthorized', 'CommandNotFound', 'CommandNotSupported', 'AtlasError')) throw error
  const reason = error instanceof Error ? error.message : 'refused'
  return {
    store: 'mongo',
    place,
    fact: 'not to be seen or made',
    found: reason,
    help: 'use a login with the role userAdmin of this database, or make the role where the server keeps its roles',
  }
}
