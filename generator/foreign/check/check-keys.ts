import { type CheckContext, checkLength, checkName } from './context.ts'

/** Names of constraints and indexes, where a file gives them one, and those that a rename has left behind. */
export function checkKeys(context: CheckContext): void {
  if (context.schema.store === 'mongo') return
  const { constraint, index } = context.model.project.conventions.postgres
  for (const table of context.schema.tables) {
    const taken = (): string[] =>
      [...table.constraints, ...table.indexes].flatMap(({ name }) => (name === undefined ? [] : [name.text]))
    for (const { kind, name, renewed } of table.constraints) {
      if (name === undefined) continue
      checkName(context, {
        code: 'naming/constraint',
        noun: kind,
        name,
        label: `on table ${table.qualified}`,
        convention: constraint,
        taken,
        renaming: (to) => ({ kind: 'constraint', table, name, to }),
        better: renewed,
      })
      checkLength(context, 'constraint', name)
    }
    for (const { name, renewed } of table.indexes) {
      if (name === undefined) continue
      checkName(context, {
        code: 'naming/index',
        noun: 'index',
        name,
        label: `on table ${table.qualified}`,
        convention: index,
        taken,
        renaming: (to) => ({ kind: 'index', table, name, to }),
        better: renewed,
      })
      checkLength(context, 'index', name)
    }
  }
}
