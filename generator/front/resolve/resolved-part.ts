import type { MongoPart } from '../../model/mongo.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import type { PartScope } from './part-scope.ts'

/** A part with the names in it that are declared but unknown: what refers to those is not reported again. */
export interface ResolvedPart<Part> {
  readonly part: Part
  readonly unknown: ReadonlySet<string>
  readonly scope: PartScope
}

/** The records of one entity. */
export interface ResolvedParts {
  readonly postgres?: ResolvedPart<PostgresPart>
  readonly mongo?: ResolvedPart<MongoPart>
}
