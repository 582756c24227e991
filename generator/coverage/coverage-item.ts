import type { Subject } from '../model/subject.ts'
import type { Span } from '../source/source-file.ts'

/** What the documentation may tell of, in the order in which reports name it. A field is one wherever it is declared. */
export const coverageKinds = [
  'domain',
  'entity',
  'field',
  'part',
  'object',
  'state',
  'enum',
  'value',
  'shape',
  'mixin',
  'bucket',
] as const

export type CoverageKind = (typeof coverageKinds)[number]

/** One thing of a spec that can be told of in words, and whether it is. */
export interface CoverageItem {
  readonly kind: CoverageKind
  readonly subject: Subject
  /** As a list names it: `Invoice.status`. */
  readonly name: string
  /** Absent where it is declared in no domain. */
  readonly domain?: string
  readonly told: boolean
  readonly span: Span
}
