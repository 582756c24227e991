import type { AlterEnumStmt, CreateEnumStmt } from 'libpg-query'
import { textsOf } from './expressions.ts'
import { referenceOf, type Step } from './relation.ts'

export function createEnum({ typeName, vals }: CreateEnumStmt, { catalog, statement }: Step): void {
  const { schema, name } = referenceOf(typeName)
  const type = statement.keyword('type')
  // `CREATE TYPE app.colour AS ENUM (...)`: its schema may be called as itself is.
  const qualifiers = textsOf(typeName).length - 1
  const values = statement.keyword('enum', type)
  catalog.enums.add({
    schema: schema ?? catalog.creationSchema,
    name: statement.nameAfter(type + 2 * qualifiers, name),
    values: [...statement.literals(textsOf(vals), values)],
  })
}

export function alterEnum(of: AlterEnumStmt, { catalog, statement }: Step): void {
  const found = catalog.enum(referenceOf(of.typeName))
  if (found === undefined || of.newVal === undefined) return
  const { oldVal, newVal } = of
  if (oldVal !== undefined) {
    const name = statement.literal(newVal, 'last')
    found.values = found.values.map((value) => (value.text === oldVal ? name : value))
    return
  }
  if (found.values.some(({ text }) => text === newVal)) return
  const at = found.values.findIndex(({ text }) => text === of.newValNeighbor)
  const before = at < 0 ? found.values.length : at + (of.newValIsAfter === true ? 1 : 0)
  found.values = found.values.toSpliced(before, 0, statement.literal(newVal, 'first'))
}
