import type { ScalarName } from '../../model/type.ts'

const truths: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['yes', 'true'],
  ['on', 'true'],
  ['false', 'false'],
  ['no', 'false'],
  ['off', 'false'],
])

/** Calls by which SQL, Prisma and TypeScript make a value, without their brackets. */
const times: ReadonlySet<string> = new Set(['now', 'current_timestamp', 'current_date', 'date.now', 'new date'])
const uuids: ReadonlySet<string> = new Set([
  'uuid',
  'uuid7',
  'uuidv7',
  'uuid_generate_v7',
  'uuid_generate_v4',
  'gen_random_uuid',
])

/** The default that was meant by a word of another language; nothing where there is doubt. */
export function meantDefault(scalar: ScalarName, written: string): string | undefined {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/\(\d*\)$/, '')
  switch (scalar) {
    case 'boolean':
      return truths.get(word)
    case 'timestamp':
    case 'date':
      return times.has(word) ? 'now' : undefined
    case 'uuid':
      return uuids.has(word) ? 'uuid7' : undefined
    case 'ulid':
      return word === 'ulid' ? 'ulid' : undefined
    case 'int':
    case 'bigint':
      return /^-?(0|[1-9][0-9]{0,14})$/.test(word) ? word : undefined
    default:
      return undefined
  }
}
