import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { Enum } from '../../model/model.ts'
import type { Project } from '../../model/project.ts'
import type { SpecNode } from '../node.ts'
import type { Declarations } from './declarations.ts'
import type { EntityHeader } from './header.ts'
import type { Uses } from './uses.ts'

/** What every part of `resolve` needs to know of the whole spec. */
export interface Context {
  readonly report: Report
  readonly uses: Uses
  readonly project: Project
  readonly declared: Declarations
  /** Filled before entities are resolved. */
  readonly enums: ReadonlyMap<string, Enum>
  readonly headers: ReadonlyMap<string, EntityHeader>
  readonly isBroken: (node: SpecNode) => boolean
  /**
   * Reports a name that no file declares. Where a file could not be read, the name may be declared there: then only a
   * likely slip is reported.
   */
  readonly undeclared: (diagnostic: Diagnostic) => void
}
