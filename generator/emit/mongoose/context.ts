import type { DocumentSchemas } from '../../catalog/mongo/index.ts'
import type { Uses } from '../typescript/imports.ts'
import type { PackageNames } from '../typescript/package-names.ts'
import type { ValueUse } from '../typescript/value-use.ts'

/** What lowering one file of the collections needs beside the entity. */
export interface FileContext {
  readonly imports: Uses
  readonly names: PackageNames
  readonly values: ValueUse
  readonly schemas: DocumentSchemas
}
