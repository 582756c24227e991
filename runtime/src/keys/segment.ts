import type { PathPiece } from '../description/entity.ts'

/** One variable of a key: how a value is written into it and read from it, exactly. */
export interface Segment {
  readonly name: string
  /** What a value must be, for messages: `a ULID`. */
  readonly wanted: string
  /** Source of a regular expression without groups: every text that `write` may give. */
  readonly pattern: string
  /** Whether all its texts are equally long: what follows one then stands where it is looked for. */
  readonly fixed: boolean
  /** Whether none of its texts has a slash, or is made of dots alone. */
  readonly plain: boolean
  /** `undefined` where the value is none of these. Takes anything: types do not stop hostile input. */
  write(value: unknown): string | undefined
  read(text: string): unknown
}

type Variable = Exclude<PathPiece, string>

export function segmentOf(variable: Variable): Segment {
  const { name, form } = variable
  switch (form) {
    case 'ulid':
      return { ...textual(name, 'a ULID', '[0-7][0-9A-HJKMNP-TV-Z]{25}'), write: writtenUlid }
    case 'uuid':
      return textual(name, 'a UUID', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}')
    case 'object_id':
      return textual(name, 'an ObjectId in hexadecimal', '[0-9a-f]{24}')
    case 'enum':
      return oneOf(name, variable.values ?? [])
    case 'slug':
      return slug(name, variable.pattern)
    case 'int':
      return {
        name,
        wanted: 'a whole number from 0 up',
        pattern: '(?:0|[1-9][0-9]{0,15})',
        fixed: false,
        plain: true,
        write: (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? String(value) : undefined),
        read: (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : undefined),
      }
    case 'bigint':
      return {
        name,
        wanted: 'a whole number from 0 up',
        pattern: '(?:0|[1-9][0-9]{0,18})',
        fixed: false,
        plain: true,
        write: (value) => (typeof value === 'bigint' && value >= 0n && value < 2n ** 63n ? String(value) : undefined),
        read: (text) => (BigInt(text) < 2n ** 63n ? BigInt(text) : undefined),
      }
    case 'date':
      return date(name)
    default:
      return form satisfies never
  }
}

/** Texts of one length that stand in the key as they are. */
function textual(name: string, wanted: string, pattern: string): Segment {
  const whole = new RegExp(`^${pattern}$`)
  return {
    name,
    wanted,
    pattern,
    fixed: true,
    plain: true,
    write: (value) => (typeof value === 'string' && whole.test(value) ? value : undefined),
    read: (text) => (whole.test(text) ? text : undefined),
  }
}

/** Of each character code whether a ULID may have it. */
const inUlid = Uint8Array.from({ length: 128 }, (_, code) =>
  /[0-9A-HJKMNP-TV-Z]/.test(String.fromCharCode(code)) ? 1 : 0,
)
const ulidLength = 26
const seven = '7'.charCodeAt(0)

/** Every key has some: without an expression it takes a third of the time. */
function writtenUlid(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length !== ulidLength || value.charCodeAt(0) > seven) return undefined
  for (let at = 0; at < ulidLength; at += 1) if (inUlid[value.charCodeAt(at)] !== 1) return undefined
  return value
}

function oneOf(name: string, values: readonly string[]): Segment {
  const known = new Set(values)
  // The longest first: an expression takes the first alternative that fits.
  const alternatives = [...values].sort((a, b) => b.length - a.length).map((value) => value.replace(/[^\w]/g, '\\$&'))
  return {
    name,
    wanted: 'one of its values',
    pattern: `(?:${alternatives.join('|')})`,
    fixed: false,
    plain: values.every((value) => safeSegment.test(value)),
    write: (value) => (typeof value === 'string' && known.has(value) ? value : undefined),
    read: (text) => (known.has(text) ? text : undefined),
  }
}

/** Letters, digits, hyphens, underscores, tildes, and dots that do not lead; never a slash, a space or a percent sign. */
const safeSegment = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/

function slug(name: string, source: string | undefined): Segment {
  const pattern = source === undefined ? undefined : new RegExp(source, 'u')
  const accepts = (text: string): boolean => safeSegment.test(text) && (pattern?.test(text) ?? true)
  return {
    name,
    wanted: 'what its pattern allows',
    pattern: '[A-Za-z0-9_~-][A-Za-z0-9._~-]*',
    fixed: false,
    plain: true,
    write: (value) => (typeof value === 'string' && accepts(value) ? value : undefined),
    read: (text) => (accepts(text) ? text : undefined),
  }
}

const dayLength = 'YYYY-MM-DD'.length

/** A day, given as the midnight (UTC) it starts with, written YYYY-MM-DD. */
function date(name: string): Segment {
  return {
    name,
    wanted: 'a day at midnight, UTC',
    pattern: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
    fixed: true,
    plain: true,
    write: (value) => {
      if (!(value instanceof Date) || Number.isNaN(value.getTime())) return undefined
      const text = value.toISOString()
      return text.length === 24 && text.endsWith('T00:00:00.000Z') ? text.slice(0, dayLength) : undefined
    },
    read: (text) => {
      const day = new Date(`${text}T00:00:00.000Z`)
      return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : undefined
    },
  }
}
