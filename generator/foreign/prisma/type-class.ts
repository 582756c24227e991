import type { TypeClass } from '../tree.ts'
import type { PrismaField } from './tree.ts'

/** Prisma's scalars, as the database keeps them where nothing else is said. */
const scalars: ReadonlyMap<string, TypeClass> = new Map<string, TypeClass>([
  ['String', 'text'],
  ['Boolean', 'boolean'],
  ['Int', 'number'],
  ['BigInt', 'number'],
  ['Float', 'number'],
  ['Decimal', 'number'],
  ['DateTime', 'timestamp'],
  ['Json', 'json'],
  ['Bytes', 'bytes'],
])

/** Native types that hold something else than their scalar usually does. */
const natives: ReadonlyMap<string, TypeClass> = new Map<string, TypeClass>([
  ['db.Uuid', 'uuid'],
  ['db.UniqueIdentifier', 'uuid'],
  ['db.Date', 'date'],
  ['db.Time', 'other'],
  ['db.Timetz', 'other'],
])

/** Characters of a ULID as text. */
const ulidLength = '26'

export function typeClassOf({ type = '', attributes }: PrismaField): TypeClass {
  for (const { name, args } of attributes) {
    const native = natives.get(name)
    if (native !== undefined) return native
    const size = args[0]?.value
    if (name === 'db.Char' && size?.kind === 'number' && size.text === ulidLength) return 'ulid'
  }
  return scalars.get(type) ?? 'other'
}
