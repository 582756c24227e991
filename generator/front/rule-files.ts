import type { SourceFile, Span } from '../source/source-file.ts'
import { entryOf, type SpecDocument, type SpecNode } from './node.ts'
import { sharedRulesKeys } from './schema/rules.ts'

/** One line of `rules.files`: a path or a glob, relative to the file it stands in. */
export interface RuleFilePattern {
  readonly pattern: string
  readonly span: Span
}

/**
 * The files of a project's own rules, as its project file names them, and the files of rules that it shares with others.
 * Read off the trees, since rules are loaded before there is a model. Items of a wrong shape are left out: the check of shapes
 * reports them.
 *
 * @param parsed the documents of a spec, the project file first
 */
export function ruleFilesOf(parsed: ReadonlyMap<SourceFile, SpecDocument | undefined>): readonly RuleFilePattern[] {
  return [...parsed.values()].flatMap((document, at) => {
    if (document === undefined || (at > 0 && !isShared(document))) return []
    const files = valueAt(valueAt(document.root, 'rules'), 'files')
    const items = files?.kind === 'list' ? files.items : []
    return items.flatMap((item) =>
      item.kind === 'scalar' && typeof item.value === 'string' && item.value.trim() !== ''
        ? [{ pattern: item.value, span: item.span }]
        : [],
    )
  })
}

function isShared({ root }: SpecDocument): boolean {
  return root.entries.every(({ key }) => sharedRulesKeys.has(key))
}

function valueAt(node: SpecNode | undefined, key: string): SpecNode | undefined {
  return node?.kind === 'map' ? entryOf(node, key)?.value : undefined
}
