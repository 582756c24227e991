import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { ruleFilesOf } from '../../front/rule-files.ts'
import type { OwnRules } from '../../lsp/project-state.ts'
import type { Snapshot } from '../../workspace/workspace.ts'

/** Loads the rules of a project's own, apart from the analyses, which go on with those that are there. */
export class RuleLoader {
  readonly #folder: string
  /** The lines of the project file by which rules were loaded last, as a text. */
  #named = '[]'
  #loads = 0

  /** @param folder the project's, absolute */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Whether the project names rules of its own. */
  get named(): boolean {
    return this.#named !== '[]'
  }

  /** Files changed on disk: the rules are looked at again. */
  forget(): void {
    if (this.named) this.#named = ''
  }

  /** The rules that a spec names; nothing where they are those that were given before, or where a later load has begun. */
  async load(parsed: Snapshot['parsed']): Promise<OwnRules | undefined> {
    const patterns = ruleFilesOf(parsed)
    const named = JSON.stringify(patterns.map(({ pattern, span }) => [pattern, span.file.path, span.start]))
    if (named === this.#named) return undefined
    this.#named = named
    this.#loads += 1
    const load = this.#loads
    if (patterns.length === 0) return { rules: [], found: [] }
    try {
      const { loadCustomRules } = await import('../custom-rules/load.ts')
      const found: Diagnostic[] = []
      const rules = await loadCustomRules(this.#folder, patterns, (diagnostic) => found.push(diagnostic))
      return load === this.#loads ? { rules, found } : undefined
    } catch (error) {
      // The next analysis is another try.
      if (load === this.#loads) this.#named = ''
      throw error
    }
  }
}
