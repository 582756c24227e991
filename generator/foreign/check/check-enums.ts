import { caseOf } from './check-tables.ts'
import { type CheckContext, checkLength, checkName } from './context.ts'

/**
 * Names of enums and their values. A type of PostgreSQL is named as its tables are; its values are what rows hold, as the
 * values of a spec's enums are.
 */
export function checkEnums(context: CheckContext): void {
  const { schema, model } = context
  const { spec, postgres } = model.project.conventions
  for (const of of schema.enums) {
    if (schema.store === 'postgres') {
      checkName(context, {
        code: 'naming/enum-case',
        noun: 'enum type',
        name: of.name,
        convention: caseOf(postgres.table),
        taken: () => [...schema.enums, ...schema.tables].map(({ name }) => name.text),
        renaming: (to) => ({ kind: 'enum', of, to }),
      })
      checkLength(context, 'enum type', of.name)
    }
    if (of.member !== undefined) {
      checkName(context, {
        code: 'naming/enum-case',
        noun: 'enum',
        name: of.member,
        convention: spec.enum,
        taken: () => [...schema.enums, ...schema.tables].flatMap(({ member }) => member?.text ?? []),
        renaming: (to) => ({ kind: 'enum model', of, to }),
      })
    }
    for (const name of of.values) {
      checkName(context, {
        code: 'naming/enum-value-case',
        noun: 'enum value',
        name,
        label: `of ${of.qualified}`,
        convention: spec.enumValue,
        taken: () => of.values.map(({ text }) => text),
        renaming: (to) => ({ kind: 'value', of, name, to }),
      })
    }
  }
}
