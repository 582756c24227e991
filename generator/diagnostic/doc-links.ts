import type { Diagnostic } from './diagnostic.ts'

/** Where the published documentation tells more of a finding: absolute addresses. */
export interface DocLinks {
  /** What its code asks for. */
  readonly rule: string
  /** The entity, field, enum or other thing of the spec that it is about; absent where that is not known. */
  readonly subject?: string
}

/** How a report finds them; handed to it where the project says where its documentation is published. */
export type DocLinksOf = (diagnostic: Diagnostic) => DocLinks
