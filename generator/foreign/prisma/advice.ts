import { assertNever } from '../../base/internal-error.ts'
import type { ForeignName, Renaming } from '../tree.ts'

/** Prisma's own migrations drop and make anew what a map renames. */
const byHand = 'and rename it in the database by a migration written by hand: the one that Prisma writes would drop it'

/** What to write in a Prisma schema. */
export function advisePrisma(renaming: Renaming): string {
  const { to } = renaming
  switch (renaming.kind) {
    case 'table':
    case 'view':
      return `write \`@@map("${to}")\` ${byHand}`
    case 'column':
      return `write \`@map("${to}")\` ${byHand}`
    case 'constraint':
    case 'index':
      return `write \`map: "${to}"\``
    case 'enum':
      return `write \`@@map("${to}")\` ${byHand}`
    case 'value':
      return `write \`@map("${to}")\` behind it ${byHand}`
    case 'model':
      return `rename it to \`${to}\`${kept('@@map', renaming.table)}`
    case 'enum model':
      return `rename it to \`${to}\`${kept('@@map', renaming.of)}`
    case 'field':
      return `rename it to \`${to}\`${kept('@map', renaming.column)}`
    case 'relation':
      return `rename it to \`${to}\`: the database knows nothing of it`
    default:
      return assertNever(renaming)
  }
}

/** What keeps the name in the database where that is the member's own so far. */
function kept(map: string, { name, member }: { readonly name: ForeignName; readonly member?: ForeignName }): string {
  if (member === undefined || name.span.start !== member.span.start) return ''
  return `, and keep its name in the database by \`${map}("${name.text.replaceAll('`', "'")}")\``
}
