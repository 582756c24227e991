import { blockItemAt, itemAfter } from '../../diagnostic/block-item.ts'
import type { Fix } from '../../diagnostic/diagnostic.ts'
import type { Field } from '../../model/field.ts'
import { inPostgres } from '../../model/lookup.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import type { Predicate } from '../../model/predicate.ts'
import type { Rule } from '../rule.ts'

export const foreignKeyUnindexed: Rule = {
  code: 'postgres/foreign-key-unindexed',
  scope: 'entity',
  severity: 'warning',
  preset: 'recommended',
  summary: 'a foreign key is the beginning of an index: its rows are looked for at every delete of what they refer to',
  fixable: true,
  check(model, report) {
    for (const { name, postgres } of inPostgres(model)) {
      const keys = postgres.fields.filter(isForeignKey)
      if (keys.length === 0) continue
      const led = leadingFields(postgres)
      for (const field of keys) {
        if (led.has(field.name)) continue
        report({
          message: `no index of \`${name}\` begins with its foreign key \`${field.name}\``,
          span: field.span,
          label: `each delete of what it refers to reads all of \`${postgres.table.text}\``,
          help: `add \`- [${field.name}]\` to \`indexes:\`, or begin an existing index with it`,
          fixes: addedIndex(postgres, field.name),
        })
      }
    }
  },
}

function isForeignKey({ type, relation, origin }: Field): boolean {
  const own = type.kind === 'ref' && type.mode === 'foreign_key' && origin.kind !== 'tenant'
  return own && relation !== undefined && !relation.bookkeeping
}

/** The first field of each index, unique and key, after the tenant, where its condition leaves out no row that refers. */
function leadingFields({ fields, indexes, uniques, primaryKey }: PostgresPart): ReadonlySet<string> {
  const tenant = fields.find(({ origin }) => origin.kind === 'tenant')?.name
  const led = new Set<string>()
  const lead = (names: readonly string[], where: Predicate): void => {
    const first = names.find((name, index) => index > 0 || name !== tenant)
    if (first !== undefined && where.every(({ field, is }) => field === first && is === 'not_null')) led.add(first)
  }
  for (const { fields: keys, where } of indexes) {
    lead(
      keys.map(({ field }) => field),
      where,
    )
  }
  // One that holds among live rows only has no entry for a deleted row, which refers all the same.
  for (const { fields: keys, where, deleted } of uniques) if (deleted === 'counted') lead(keys, where)
  lead(primaryKey, [])
  return led
}

/** Adds an item where `indexes` is a list of lines; a person adds it where it is not. */
function addedIndex({ indexes }: PostgresPart, field: string): readonly Fix[] {
  const last = indexes.map(({ span }) => blockItemAt(span)).findLast((item) => item !== undefined)
  return last === undefined ? [] : [{ title: `add the index \`[${field}]\``, edits: [itemAfter(last, `[${field}]`)] }]
}
