import { assertNever } from '../../base/internal-error.ts'
import { postgresLimits } from '../../stores/postgres.ts'
import type { Catalog, Column, Constraint, Index, Table } from './catalog.ts'
import { byteLength, cut } from './identifier.ts'

/** What a name is put together from. */
type Parts = readonly (Column | string)[]

type Kind = Constraint['kind'] | 'index'

const limit = postgresLimits.identifierBytes

/**
 * The name that PostgreSQL gives to a constraint or an index without one: `orders_customer_id_fkey`, with a number behind
 * it where that is taken (`ChooseConstraintName` and `ChooseIndexName` in its sources).
 */
export function derivedName(kind: Kind, table: Table, parts: Parts, catalog: Catalog): string {
  const label = labels[kind]
  const spaces = spacesOf(kind, table.schema, catalog)
  const columns = addition(kind, parts)
  // What stands before the label is cut to its length alone, so it is the same for all numbers of so many digits.
  let stem = ''
  for (let count = 0, length = 0; ; count += 1) {
    const numbered = `${label}${count === 0 ? '' : count}`
    if (numbered.length !== length) stem = objectName(table.name.text, columns, numbered).slice(0, -numbered.length)
    length = numbered.length
    const name = stem + numbered
    if (spaces.every((names) => !names.has(name))) return name
  }
}

/** The names among which a name of this kind must be a new one. */
function spacesOf(kind: Kind, schema: string, catalog: Catalog): readonly ReadonlySet<string>[] {
  switch (kind) {
    case 'check':
    case 'foreign key':
      return [catalog.constraintNames(schema)]
    case 'index':
      return [catalog.relationNames(schema)]
    case 'primary key':
    case 'unique':
    case 'exclusion':
      return [catalog.relationNames(schema), catalog.constraintNames(schema)]
    default:
      return assertNever(kind)
  }
}

/**
 * Whether a name is the one that PostgreSQL would make up today, but for a number behind it: given by PostgreSQL, or by a
 * tool such as Prisma that names things in the same way.
 */
export function isDerived(name: string, kind: Kind, table: Table, parts: Parts): boolean {
  const number = /\d*$/.exec(name)?.[0] ?? ''
  return [number, ''].some(
    (count) => objectName(table.name.text, addition(kind, parts), labelOf(name, kind) + count) === name,
  )
}

/** What a derived name would be today. */
export function renewedName({ name, parts }: Constraint | Index, kind: Kind, table: Table): string {
  return objectName(table.name.text, addition(kind, parts), labelOf(name.text, kind))
}

/** Prisma calls a unique index as a unique constraint is called. */
function labelOf(name: string, kind: Kind): string {
  return kind === 'index' && /_key\d*$/.test(name) ? labels.unique : labels[kind]
}

const labels: Readonly<Record<Kind, string>> = {
  'primary key': 'pkey',
  unique: 'key',
  exclusion: 'excl',
  check: 'check',
  'foreign key': 'fkey',
  index: 'idx',
}

/** The columns in a name: of a primary key none, of a check its column where it has just one. */
function addition(kind: Kind, parts: Parts): string | undefined {
  if (kind === 'primary key' || (kind === 'check' && parts.length !== 1)) return undefined
  let text = ''
  for (const part of distinct(parts)) {
    text += text === '' ? part : `_${part}`
    if (byteLength(text) > limit) break
  }
  return text
}

/** A word that stands twice gets a number: `expr`, `expr1`. */
function distinct(parts: Parts): readonly string[] {
  const names: string[] = []
  for (const part of parts) {
    const name = typeof part === 'string' ? part : part.name.text
    let candidate = name
    for (let count = 1; names.includes(candidate); count += 1) {
      candidate = `${cut(name, limit - String(count).length)}${count}`
    }
    names.push(candidate)
  }
  return names
}

/** Shortens the longer of the two parts until all fits into 63 bytes (`makeObjectName`). */
function objectName(table: string, columns: string | undefined, label: string): string {
  let first = byteLength(table)
  let second = byteLength(columns ?? '')
  const room = limit - label.length - 1 - (columns === undefined ? 0 : 1)
  while (first + second > room) {
    if (first > second) first -= 1
    else second -= 1
  }
  const middle = columns === undefined ? '' : `_${cut(columns, second)}`
  return `${cut(table, first)}${middle}_${label}`
}
