import type { PostgresEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { Table } from '../../print/sql/tree.ts'
import { checksOf } from './checks.ts'
import { columnsOf } from './columns.ts'
import { foreignKeysOf } from './foreign-keys.ts'
import { guardOf } from './guards/index.ts'
import { keysOf } from './keys.ts'
import { columnNames, tableOf } from './names.ts'
import { notesOf } from './notes.ts'
import { viewOf } from './view.ts'

/** One entity's table with everything that is attached to it. */
export function lowerTable(entity: PostgresEntity, model: Model): Table {
  const { postgres } = entity
  const { notes, viewGrants, ...guard } = guardOf(entity, model)
  const view = viewOf(entity, viewGrants)
  return {
    ...tableOf(entity),
    ...(entity.about === undefined ? {} : { about: entity.about.trim() }),
    notes: [...notesOf(entity), ...notes],
    columns: columnsOf(postgres),
    primaryKey: { name: postgres.primaryKeyName.text, columns: columnNames(postgres, postgres.primaryKey) },
    ...keysOf(entity),
    checks: checksOf(entity, model),
    foreignKeys: foreignKeysOf(entity, model),
    ...(postgres.partition === undefined
      ? {}
      : {
          partition: { by: columnNames(postgres, [postgres.partition.by])[0] ?? '', every: postgres.partition.every },
        }),
    ...(view === undefined ? {} : { view }),
    ...guard,
  }
}
