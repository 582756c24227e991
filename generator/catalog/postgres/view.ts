import { fieldNamed, type PostgresEntity } from '../../model/lookup.ts'
import type { Grant, View } from '../../print/sql/tree.ts'
import { resolvedName } from './names.ts'
import { isEmpty } from './predicate.ts'

/** The live rows of a table whose rows are marked as deleted before they are removed. */
export function viewOf({ postgres, softDelete, name }: PostgresEntity, grants: readonly Grant[]): View | undefined {
  if (softDelete === undefined) return undefined
  return {
    name: resolvedName(postgres.view, `the live rows of ${name}`),
    about: `The rows of ${postgres.table.text} that are not deleted.`,
    columns: postgres.fields.map(({ physical }) => physical.text),
    where: isEmpty(fieldNamed(postgres, softDelete.on)),
    grants,
  }
}
