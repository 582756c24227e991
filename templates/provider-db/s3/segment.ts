import { type DocumentId, isUlid, isUuid, type RefId, type Ulid, type Uuid } from '../ids.ts'

/** One variable of a key: how a value is written into it and read from it, exactly. */
export interface Segment<Name extends string, Value> {
  readonly name: Name
  /** What a value must be, for messages: `a ULID`. */
  readonly wanted: string
  /** The source of a regular expression without groups: every text that `write` may give. */
  readonly pattern: string
  /** `undefined` where the value is none of these. Takes anything: types do not stop hostile input. */
  write(value: unknown): string | undefined
  read(text: string): Value | undefined
}

const ulidText = '[0-7][0-9A-HJKMNP-TV-Z]{25}'
const uuidText = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** A segment of texts that stand in the key as they are. */
function textual<Name extends string, Value extends string>(
  name: Name,
  wanted: string,
  pattern: string,
  accepts: (text: string) => boolean,
): Segment<Name, Value> {
  return {
    name,
    wanted,
    pattern,
    write: (value) => (typeof value === 'string' && accepts(value) ? value : undefined),
    read: (text) => (accepts(text) ? (text as Value) : undefined),
  }
}

export function ulid<Name extends string>(name: Name): Segment<Name, Ulid> {
  return textual(name, 'a ULID', ulidText, isUlid)
}

/** The public id of a record of the entity named. */
export function refId<Name extends string, Entity extends string>(
  name: Name,
  entity: Entity,
): Segment<Name, RefId<Entity>> {
  return textual(name, `the public id of a record of ${entity}`, ulidText, isUlid)
}

export function uuid<Name extends string>(name: Name): Segment<Name, Uuid> {
  return textual(name, 'a UUID', uuidText, isUuid)
}

export function objectId<Name extends string>(name: Name): Segment<Name, DocumentId<string>> {
  const whole = /^[0-9a-f]{24}$/
  return textual(name, 'an ObjectId in hexadecimal', '[0-9a-f]{24}', (text) => whole.test(text))
}

export function oneOf<Name extends string, const Values extends readonly string[]>(
  name: Name,
  values: Values,
): Segment<Name, Values[number]> {
  const known = new Set<string>(values)
  // The longest first: an expression takes the first alternative that fits.
  const alternatives = [...values].sort((a, b) => b.length - a.length).map((value) => value.replace(/[^\w]/g, '\\$&'))
  return textual(name, 'one of its values', `(?:${alternatives.join('|')})`, (text) => known.has(text))
}

/** Letters, digits, hyphens, underscores, tildes, and dots that do not lead; never a slash, a space or a percent sign. */
const safeSegment = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/

/** The one place where a text that is no id gets into a key. */
export function isSafeSegment(text: string): boolean {
  return safeSegment.test(text)
}

/** A text that matches its field's pattern and is made of safe characters. */
export function slug<Name extends string>(name: Name, pattern: RegExp): Segment<Name, string> {
  const accepts = (text: string): boolean => isSafeSegment(text) && pattern.test(text)
  return textual(name, 'what its pattern allows', '[A-Za-z0-9_~-][A-Za-z0-9._~-]*', accepts)
}

/** A whole number from zero up, without leading zeros. */
export function int<Name extends string>(name: Name): Segment<Name, number> {
  const readInt = (text: string): number | undefined => (Number.isSafeInteger(Number(text)) ? Number(text) : undefined)
  return {
    name,
    wanted: 'a whole number from 0 up',
    pattern: '(?:0|[1-9][0-9]{0,15})',
    write: (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? String(value) : undefined),
    read: readInt,
  }
}

export function bigint<Name extends string>(name: Name): Segment<Name, bigint> {
  return {
    name,
    wanted: 'a whole number from 0 up',
    pattern: '(?:0|[1-9][0-9]{0,18})',
    write: (value) => (typeof value === 'bigint' && value >= 0n && value < 2n ** 63n ? String(value) : undefined),
    read: (text) => (BigInt(text) < 2n ** 63n ? BigInt(text) : undefined),
  }
}

const dayLength = 'YYYY-MM-DD'.length

/** A day, given as the midnight (UTC) it starts with, written YYYY-MM-DD. */
export function date<Name extends string>(name: Name): Segment<Name, Date> {
  const readDay = (text: string): Date | undefined => {
    const day = new Date(`${text}T00:00:00.000Z`)
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : undefined
  }
  return {
    name,
    wanted: 'a day at midnight, UTC',
    pattern: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
    write: (value) => {
      if (!(value instanceof Date) || Number.isNaN(value.getTime())) return undefined
      const text = value.toISOString()
      return text.length === 24 && text.endsWith('T00:00:00.000Z') ? text.slice(0, dayLength) : undefined
    },
    read: readDay,
  }
}
