import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Entity } from '../../model/entity.ts'
import type { Enum, ValueType } from '../../model/model.ts'
import type { Project } from '../../model/project.ts'
import type { Span } from '../../source/source-file.ts'
import type { Declarations } from './declarations.ts'
import type { EntityHeader } from './entity-header.ts'

/** What `audit:` is judged by: everything else is resolved by then. */
export interface AuditContext {
  readonly project: Project
  readonly declared: Declarations
  readonly headers: ReadonlyMap<string, EntityHeader>
  readonly entities: readonly Entity[]
  readonly enums: ReadonlyMap<string, Enum>
  readonly valueTypes: ReadonlyMap<string, ValueType>
  readonly use: (key: string, span: Span) => void
  readonly report: Report
  /** For a name that nothing declares, as far as can be seen. */
  readonly undeclared: Report
}
