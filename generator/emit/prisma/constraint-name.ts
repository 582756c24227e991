import type { PhysicalName } from '../../model/name.ts'
import { quoted, type Token } from '../../print/prisma/escape.ts'
import { named } from '../../print/prisma/syntax.ts'
import { postgresLimits } from '../../stores/postgres.ts'

const endings = { primary: 'pkey', unique: 'key', index: 'idx', relation: 'fkey' } as const

/** What is longer Prisma would cut. */
const limit = postgresLimits.identifierBytes

/** `map: "..."`, where the name is not the one that Prisma gives a constraint or index by itself. */
export function mapped(
  kind: keyof typeof endings,
  table: PhysicalName,
  columns: readonly string[],
  wanted: PhysicalName,
): readonly Token[] {
  const own = [table.text, ...columns, endings[kind]].join('_')
  return wanted.text === own && own.length <= limit ? [] : [named('map', quoted(wanted.text))]
}
