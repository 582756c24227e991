import { assertNever } from '../../base/internal-error.ts'
import type { DefaultValue } from '../../model/field.ts'
import { name, numeral, quoted, type Token } from '../../print/prisma/escape.ts'
import { call, list } from '../../print/prisma/syntax.ts'
import type { PrismaType } from './value-type.ts'

/** What Prisma's client fills in where a value is not given. */
export function prismaDefault(value: DefaultValue, type: PrismaType): Token {
  switch (value.kind) {
    case 'now':
      return call('now')
    case 'uuid7':
      return call('uuid', [numeral(7)])
    case 'ulid':
      return call('ulid')
    case 'empty_list':
      return type.list ? list([]) : quoted('[]')
    case 'literal':
      return literal(value.value)
    default:
      return assertNever(value)
  }
}

function literal(value: string | number | boolean): Token {
  if (typeof value === 'string') return quoted(value)
  return typeof value === 'number' ? numeral(value) : name(String(value))
}
