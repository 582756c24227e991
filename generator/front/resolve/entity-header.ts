import type { StoreName, Tenancy } from '../../model/entity.ts'
import type { Declared } from './declarations.ts'

/** What others need to know of an entity before its fields are resolved. */
export interface EntityHead {
  readonly root: StoreName
  readonly tenancy: Pick<Tenancy, 'mode'>
}

/** What is known of an entity before its fields are resolved. */
export interface EntityHeader extends EntityHead {
  readonly declared: Declared
  readonly name: string
  readonly parts: readonly StoreName[]
  readonly tenancy: Tenancy
  readonly objects: ReadonlySet<string>
  /** Whether it uses a mixin that is unknown, or its `use` is broken: then a field that nothing declares may come from there. */
  readonly open: boolean
}
