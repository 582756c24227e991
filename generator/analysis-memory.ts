import type { Diagnostic, Report } from './diagnostic/diagnostic.ts'
import type { ShapedDocument, SpecDocument } from './front/node.ts'
import { ResolveMemory } from './front/resolve/memory.ts'
import { checkShape } from './front/shape.ts'
import { ModelMemory } from './model/memory/model-memory.ts'

/** What one analysis of a spec keeps for the next. */
export class AnalysisMemory {
  readonly resolved: ResolveMemory
  /** What rules found; nothing where nobody will ask again. */
  readonly linted: ModelMemory | undefined
  readonly #shapes = new WeakMap<
    SpecDocument,
    { readonly shaped: ShapedDocument; readonly found: readonly Diagnostic[] }
  >()

  /** @param keeps whether there will be another analysis: one that is the only one pays for no memory */
  constructor(keeps = true) {
    this.resolved = new ResolveMemory(keeps)
    this.linted = keeps ? new ModelMemory(false) : undefined
  }

  /** Checks the shape of a document, once for as long as it stands. */
  shape(document: SpecDocument, report: Report): ShapedDocument {
    const { shaped, found } = this.#shapes.get(document) ?? this.#check(document)
    for (const diagnostic of found) report(diagnostic)
    return shaped
  }

  #check(document: SpecDocument): { readonly shaped: ShapedDocument; readonly found: readonly Diagnostic[] } {
    const found: Diagnostic[] = []
    const checked = { shaped: checkShape(document, (diagnostic) => found.push(diagnostic)), found }
    this.#shapes.set(document, checked)
    return checked
  }
}
