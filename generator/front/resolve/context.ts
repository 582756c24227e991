import type { Lookup } from '../../base/recall/traced-map.ts'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { Field } from '../../model/field.ts'
import type { Enum } from '../../model/model.ts'
import type { Project } from '../../model/project.ts'
import type { SpecNode } from '../node.ts'
import type { Declared } from './declarations.ts'
import type { EntityHead } from './entity-header.ts'
import type { FieldDeclaration } from './field-declaration.ts'
import type { MixinLayer } from './mixin-layer.ts'
import type { Uses } from './uses.ts'

/**
 * What every part of `resolve` needs to know of the whole spec. What is looked up here is remembered with what was
 * resolved by it, so there is no more to be seen of another declaration than has to be.
 */
export interface Context {
  readonly report: Report
  readonly uses: Pick<Uses, 'add'>
  readonly project: Project
  /** The names that the spec declares. */
  readonly declared: {
    readonly enums: Lookup<unknown>
    readonly valueTypes: Lookup<Pick<Declared, 'broken'>>
    readonly mixins: Lookup<Pick<Declared, 'broken' | 'node'>>
    readonly entities: Lookup<unknown>
  }
  /** Filled before fields are resolved. */
  readonly enums: Lookup<Enum>
  /** Filled before entities are resolved. */
  readonly headers: Lookup<EntityHead>
  /** What each mixin gives its users, with what it takes from others. */
  readonly layers: Lookup<readonly MixinLayer[]>
  /** Resolves what a field of a mixin is in every part of a store that carries it, once. */
  readonly sharedField: (
    field: FieldDeclaration,
    store: 'postgres' | 'mongo' | 'value',
    work: () => Field | undefined,
  ) => Field | undefined
  readonly isBroken: (node: SpecNode) => boolean
  /**
   * Reports a name that no file declares. Where a file could not be read, the name may be declared there: then only a
   * likely slip is reported.
   */
  readonly undeclared: (diagnostic: Diagnostic) => void
}
