import type { ObjectFact, PieceFact } from '../../expected/facts.ts'
import { newObjectId, newUlid, newUuid } from '../values/ids.ts'
import { drawing, oneOf } from '../values/random.ts'
import { matchingText } from '../values/text.ts'
import { type Place, type S3Facts, tenantVariable } from './facts.ts'

/** A key, written from the spec's path, and the values that the generated package makes it of. */
export interface Key {
  readonly key: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Whose a key is to be. Without a tenant: one that nobody had before. `null`: of all of them. */
export interface KeyOptions {
  readonly tenant?: string | null
}

/** Where what belongs to no tenant lies. */
const sharedPrefix = 'shared/'
const millisecondsOfDay = 86_400_000

/**
 * A key that nobody had before.
 *
 * @param n a number that nobody had before
 * @throws Error where no text can be made for a pattern
 */
export function newKey(facts: S3Facts, place: Place, n: number, options: KeyOptions = {}): Key {
  const { object } = place
  if (object === undefined) return { key: `conformance/${newUlid()}`, values: {} }
  const variable = tenantVariable(facts.tenancy)
  const given = new Map<string, Value>()
  if (variable !== undefined && typeof options.tenant === 'string') given.set(variable, plain(options.tenant))
  const written = object.path.map((segment) => segment.map((piece) => textOf(facts, piece, n, given)).join(''))
  const values = Object.fromEntries([...given].map(([name, { value }]) => [name, value]))
  const key = written.join('/')
  if (options.tenant !== null || variable === undefined) return { key, values }
  const own = (facts.tenancy.prefix ?? '').replace(`{${variable}}`, given.get(variable)?.text ?? '')
  return { key: key.replace(own, sharedPrefix), values: { ...values, [variable]: null } }
}

/** The prefix of a tenant's keys. @throws Error where the project has no tenants */
export function prefixOf({ tenancy }: S3Facts, tenant: string): string {
  const variable = tenantVariable(tenancy)
  if (tenancy.prefix === undefined || variable === undefined) throw new Error('the project has no tenants')
  return tenancy.prefix.replace(`{${variable}}`, tenant)
}

/** Why no key of an object can be made; nothing where one can. */
export function obstacleOf(facts: S3Facts, object: ObjectFact, place: Place): string | undefined {
  try {
    newKey(facts, { ...place, object }, 1)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What stands for a variable: for the package, and in the key. */
interface Value {
  readonly value: unknown
  readonly text: string
}

const plain = (text: string): Value => ({ value: text, text })

function textOf(facts: S3Facts, piece: PieceFact, n: number, given: Map<string, Value>): string {
  if (typeof piece === 'string') return piece
  // A variable that stands twice has one value.
  const value = given.get(piece.variable) ?? newValue(facts, piece, n)
  given.set(piece.variable, value)
  return value.text
}

function newValue(facts: S3Facts, piece: Exclude<PieceFact, string>, n: number): Value {
  switch (piece.form) {
    case 'ulid':
      return plain(newUlid())
    case 'uuid':
      return plain(newUuid())
    case 'object_id':
      return plain(newObjectId())
    case 'int':
      return { value: n, text: String(n) }
    case 'bigint':
      return { value: BigInt(n), text: String(n) }
    case 'date': {
      const value = new Date(n * millisecondsOfDay)
      return { value, text: value.toISOString().slice(0, 'YYYY-MM-DD'.length) }
    }
    case 'enum':
      return plain(oneOf(facts.enums[piece.enum ?? ''] ?? [], drawing(n)))
    case 'slug':
      return plain(slug(piece.pattern ?? '^[a-z]{1,20}$', n))
  }
}

const safe = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/

function slug(pattern: string, n: number): string {
  for (let at = n; at < n + 50; at += 1) {
    const text = matchingText(pattern, at, 60)
    if (text !== undefined && safe.test(text)) return text
  }
  throw new Error(`no text is found that ${pattern} lets into a key`)
}
