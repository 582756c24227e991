/** A part with the names in it that are declared but unknown: what refers to those is not reported again. */
export interface ResolvedPart<Part> {
  readonly part: Part
  readonly unknown: ReadonlySet<string>
}
