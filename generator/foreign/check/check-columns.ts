import { words } from '../../base/casing.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import type { NameConvention } from '../../model/project.ts'
import { affixDemandOf, declaredHere, demandOf, follows } from '../../rules/naming/convention.ts'
import type { ForeignColumn, ForeignTable, Renaming } from '../tree.ts'
import { withoutGuard } from './check-tables.ts'
import { type ColumnRole, columnRole, inColumnCase, saysRole, wordsFor } from './column-role.ts'
import { type CheckContext, checkLength, checkName, helpFor, isAscii } from './context.ts'

/** Names of columns and of the fields of documents, by their case and by what they are for, and of Prisma's members. */
export function checkColumns(context: CheckContext): void {
  for (const table of context.schema.tables) {
    for (const column of table.columns) {
      checkColumn(column, table, context)
      checkLength(context, 'column', column.name)
    }
    checkMembers(table, context)
  }
}

function checkColumn(column: ForeignColumn, table: ForeignTable, context: CheckContext): void {
  const { name } = column
  const inMongo = context.schema.store === 'mongo'
  // MongoDB's own key.
  if (name.origin !== 'written' || (inMongo && name.text === '_id')) return
  const { postgres, mongo } = context.model.project.conventions
  const convention = inMongo ? mongo.field : postgres.column
  const role = columnRole(column, table, context)
  const help = helpFor(
    context,
    {
      taken: () => table.columns.map((other) => other.name.text),
      renaming: (to) => ({ kind: 'column', table, column, to }),
    },
    wantedName(name.text, convention, role, context),
  )
  const label = `${inMongo ? 'field' : 'column'} ${table.qualified}.${name.text}`
  if (!follows(name.text, convention)) {
    context.report(inMongo ? 'naming/document-field' : 'naming/column', {
      message: `${inMongo ? 'key of a document' : 'column'} ${quoted(name.text)} must ${demandOf(convention)}`,
      span: name.span,
      label,
      related: declaredHere(convention),
      help,
    })
  }
  if (role === undefined || saysRole(name.text, role)) return
  context.report(role.code, {
    message: `${role.noun} ${quoted(name.text)} must ${demandsOf(role)}`,
    span: name.span,
    label,
    related: declaredHere(role.demand),
    help: role.role === 'user_ref' ? `${help}, after what the user did, such as \`reviewed_by\`` : help,
  })
}

/** `end in \`_id\` or \`_by\``. */
function demandsOf({ demand, orElse }: ColumnRole): string {
  return orElse?.suffix === undefined ? affixDemandOf(demand) : `${affixDemandOf(demand)} or \`${orElse.suffix}\``
}

/** The name that meets both the case and the role, so that one rename does for two findings. */
function wantedName(
  name: string,
  convention: NameConvention,
  role: ColumnRole | undefined,
  context: CheckContext,
): string | undefined {
  if (!isAscii(name)) return undefined
  const says = role === undefined || saysRole(name, role)
  const parts = says ? words(name) : wordsFor(name, role, context)
  if (parts === undefined || parts.length === 0) return undefined
  if (!says && role?.demand.name !== undefined) return role.demand.name
  const to = inColumnCase(parts, context)
  return follows(to, convention) ? to : undefined
}

/** What Prisma's client calls them: in camelCase, which is the custom of its language and what Stowage emits. */
const memberCase: NameConvention = { case: 'camelCase' }

function checkMembers(table: ForeignTable, context: CheckContext): void {
  const columns = table.columns.flatMap((column) => {
    const renaming = (to: string): Renaming => ({ kind: 'field', table, column, to })
    return column.member === undefined ? [] : [{ name: column.member, renaming }]
  })
  const relations = table.relations.map((name) => {
    const renaming = (to: string): Renaming => ({ kind: 'relation', table, name, to })
    return { name, renaming }
  })
  const members = [...columns, ...relations]
  for (const { name, renaming } of members) {
    checkName(context, {
      code: 'naming/field-case',
      noun: 'field',
      name: withoutGuard(name),
      convention: memberCase,
      taken: () => members.map((other) => other.name.text),
      renaming,
    })
  }
}
