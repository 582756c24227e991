import type { RuleCode } from '../../diagnostic/codes.ts'
import type { NameConvention } from '../../model/project.ts'
import type { ForeignTable } from '../tree.ts'
import { type CheckContext, checkLength, checkName } from './context.ts'

/** Names of tables, collections and views, and of the models that stand for them. */
export function checkTables(context: CheckContext): void {
  const { tables } = context.schema
  for (const table of tables) {
    const governed = tableConvention(table, context)
    if (governed !== undefined) {
      checkName(context, {
        ...governed,
        name: table.name,
        taken: () => tables.map(({ name }) => name.text),
        renaming: (to) => ({ kind: table.kind === 'view' ? 'view' : 'table', table, to }),
      })
    }
    checkLength(context, table.kind === 'view' ? 'view' : 'table', table.name)
    checkModel(table, context)
  }
}

interface Convention {
  readonly code: RuleCode
  readonly noun: string
  readonly convention: NameConvention
}

function tableConvention({ kind }: ForeignTable, { schema, model }: CheckContext): Convention | undefined {
  const { postgres, mongo } = model.project.conventions
  // A composite type of Prisma is embedded: its name is the client's alone.
  if (kind === 'embedded') return undefined
  if (schema.store === 'mongo') return { code: 'naming/collection', noun: 'collection', convention: mongo.collection }
  // The prefix is that of the views of live rows, which a spec gives by itself.
  if (kind === 'view') return { code: 'naming/table', noun: 'view', convention: caseOf(postgres.view) }
  // A partition is called by its table and its range: `visits_2026_05`.
  if (kind === 'partition') return { code: 'naming/table', noun: 'partition', convention: caseOf(postgres.table) }
  return { code: 'naming/table', noun: 'table', convention: postgres.table }
}

function checkModel(table: ForeignTable, context: CheckContext): void {
  const { member } = table
  if (member === undefined) return
  const { entity, valueType } = context.model.project.conventions.spec
  checkName(context, {
    code: table.kind === 'embedded' ? 'naming/type-case' : 'naming/entity-case',
    noun: table.kind === 'embedded' ? 'composite type' : 'model',
    name: withoutGuard(member),
    convention: table.kind === 'embedded' ? valueType : entity,
    taken: () => context.schema.tables.flatMap((other) => other.member?.text ?? []),
    renaming: (to) => ({ kind: 'model', table, to }),
  })
}

/** Without the `_` behind a word that Prisma keeps for itself. */
export function withoutGuard<T extends { readonly text: string }>(name: T): T {
  return { ...name, text: name.text.replace(/_+$/, '') }
}

/** A convention without what it says of number and affixes. */
export function caseOf({ case: letters, span }: NameConvention): NameConvention {
  return { ...(letters === undefined ? {} : { case: letters }), ...(span === undefined ? {} : { span }) }
}
