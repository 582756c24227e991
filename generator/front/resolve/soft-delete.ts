import type { SoftDelete } from '../../model/entity.ts'
import type { Context } from './context.ts'
import type { EntityHeader } from './entity-header.ts'
import { layersOf } from './mixins.ts'

/** The soft-delete mixin's first timestamp marks a record as deleted, its first reference to a user says by whom. */
export function softDeleteOf(header: EntityHeader, context: Context): SoftDelete | undefined {
  const fields = layersOf(header, context).flatMap((layer) => (layer.role === 'soft_delete' ? layer.fields : []))
  const on = fields.find((field) => field.type?.name.text === 'timestamp')
  if (on === undefined) return undefined
  const user = context.project.tenancy?.user
  const by = fields.find((field) => field.type?.name.text === 'ref' && field.type.arguments[0]?.text === user)
  return { on: on.name, ...(by === undefined ? {} : { by: by.name }) }
}
