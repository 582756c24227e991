import * as s3 from '../../provider-db/src/s3/index.ts'
import type { ObjectFact, PieceFact } from '../expected/facts.ts'
import { enums, tenancy } from '../expected/project.ts'

// Finds what the package exports by what it can do, not by its name, and makes values for keys by itself.

export interface FoundObject {
  readonly name: string
  readonly bucket: FoundBucket
  readonly contentType: string
  readonly maxBytes: number
  readonly write: string
  readonly presignSeconds: number
  key(parameters: Values): string
  parse(key: string): Values | undefined
}

export interface FoundBucket {
  readonly name: string
  readonly env: string
  readonly objectLockEnabled: boolean
  readonly versioning: { readonly Status?: string }
  /** What is set on each object: a default of the bucket would lock what is only staged. */
  readonly retention?: { readonly Mode?: string; readonly Days?: number }
  readonly lifecycle: { readonly Rules?: readonly LifecycleRule[] }
  readonly publicAccessBlock: Readonly<Record<string, boolean>>
}

interface LifecycleRule {
  readonly Status?: string
  readonly Expiration?: { readonly Days?: number }
  readonly NoncurrentVersionExpiration?: { readonly NoncurrentDays?: number }
  readonly AbortIncompleteMultipartUpload?: { readonly DaysAfterInitiation?: number }
}

export type Values = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is FoundObject {
  return typeof value === 'object' && value !== null && 'key' in value && 'parse' in value && 'contentType' in value
}

function isBucket(value: unknown): value is FoundBucket {
  return typeof value === 'object' && value !== null && 'env' in value && 'publicAccessBlock' in value
}

const exported: readonly unknown[] = Object.values(s3)
const nested: readonly unknown[] = exported.flatMap((value) =>
  typeof value === 'object' && value !== null && !isObject(value) && !isBucket(value) ? Object.values(value) : [],
)

/** Each once, even where several exports lead to it. */
export const foundObjects: readonly FoundObject[] = [...new Set([...exported, ...nested])].filter(isObject)
export const foundBuckets: readonly FoundBucket[] = [...new Set([...exported, ...nested])].filter(isBucket)

/** The object of that name. Throws where the package has none. */
export function foundObject(fact: ObjectFact): FoundObject {
  const name = `${fact.entity}.${fact.name}`
  const found = foundObjects.filter((object) => object.name === name)
  if (found.length !== 1 || found[0] === undefined) throw new Error(`the package has ${found.length} objects ${name}`)
  return found[0]
}

/** The variable of the tenancy's prefix: `tenant` in `tenants/{tenant}/`. */
export const tenantVariable: string | undefined = /\{(\w+)\}/.exec(tenancy.prefix ?? '')?.[1]

/** A value for a variable and what stands for it in the key. */
interface Sample {
  readonly value: unknown
  readonly text: string
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The same numbers in every run: a failure can be looked at again. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function pick(from: string, length: number, next: () => number): string {
  return Array.from({ length }, () => from[Math.floor(next() * from.length)]).join('')
}

export function sample(piece: Exclude<PieceFact, string>, next: () => number): Sample {
  const same = (text: string): Sample => ({ value: text, text })
  switch (piece.form) {
    case 'ulid':
      return same(`${pick('01234567', 1, next)}${pick(crockford, 25, next)}`)
    case 'uuid':
      return same([8, 4, 4, 4, 12].map((length) => pick('0123456789abcdef', length, next)).join('-'))
    case 'object_id':
      return same(pick('0123456789abcdef', 24, next))
    case 'int':
    case 'bigint': {
      const value = Math.floor(next() * 10 ** Math.floor(next() * 9))
      return { value: piece.form === 'int' ? value : BigInt(value), text: String(value) }
    }
    case 'date': {
      const value = new Date(Math.floor(next() * 40_000) * 86_400_000)
      return { value, text: value.toISOString().slice(0, 10) }
    }
    case 'enum': {
      const values = enums[piece.enum ?? ''] ?? []
      return same(values[Math.floor(next() * values.length)] ?? '')
    }
    case 'slug':
      return same(slug(piece.pattern ?? '^[a-z]{1,20}$', next))
  }
}

const safe = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789']

/** A text that a pattern of character classes allows: `^[a-z0-9-]+$`. Throws where it is another kind of pattern. */
function slug(pattern: string, next: () => number): string {
  const atoms = [...pattern.replace(/^\^|\$$/g, '').matchAll(/(\[[^\]]+\]|\\?.)(?:\{(\d+)(?:,(\d*))?\}|([+*?]))?/g)]
  const text = atoms
    .map(([, atom = '', least, most, sign]) => {
      const allowed = safe.filter((character) => new RegExp(`^${atom}$`).test(character))
      const from = least === undefined ? (sign === '*' || sign === '?' ? 0 : 1) : Number(least)
      const to =
        most === undefined
          ? least !== undefined || sign === undefined
            ? from
            : sign === '?'
              ? 1
              : from + 8
          : Number(most || from + 8)
      const count = from + Math.floor(next() * (Math.min(to, from + 8) - from + 1))
      return pick(allowed.length === 0 ? atom.replace(/\\/g, '') : allowed.join(''), count, next)
    })
    .join('')
  if (!new RegExp(pattern).test(text))
    throw new Error(`the tests can make no text for ${pattern}: ${JSON.stringify(text)}`)
  return text
}

/** Parameters for a key and the key that they make by the spec's path. */
export function sampleKey(fact: ObjectFact, next: () => number): { readonly values: Values; readonly key: string } {
  const values: Record<string, unknown> = {}
  const segments = fact.path.map((segment) =>
    segment
      .map((piece) => {
        if (typeof piece === 'string') return piece
        const { value, text } = sample(piece, next)
        values[piece.variable] = value
        return text
      })
      .join(''),
  )
  return { values, key: segments.join('/') }
}
