import { entryOf, type SpecDocument, type SpecNode } from '../node.ts'
import { rulePresets } from '../schema/rules.ts'
import type { Include } from './include-line.ts'

/** What `rules.extends` names: presets, files, and what is neither. */
export interface Extended {
  readonly text: string
  readonly node: SpecNode & { readonly kind: 'scalar' }
  readonly kind: 'preset' | 'file' | 'unknown'
}

const presets: ReadonlySet<string> = new Set(rulePresets)

/** The items of a document's `rules.extends`, in their order. Those of a wrong shape are left out: they are reported. */
export function extendedBy({ root }: SpecDocument): readonly Extended[] {
  const rules = entryOf(root, 'rules')?.value
  const value = rules?.kind === 'map' ? entryOf(rules, 'extends')?.value : undefined
  const items = value?.kind === 'list' ? value.items : value === undefined ? [] : [value]
  return items.flatMap((node) => {
    if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value.trim() === '') return []
    return [{ text: node.value, node, kind: kindOf(node.value) }]
  })
}

/** A file is one by its ending or its slash, and is no glob: which rules win follows from the order. */
function kindOf(text: string): Extended['kind'] {
  if (presets.has(text)) return 'preset'
  return /\.ya?ml$|\//.test(text) && !/[*?[\]{}()!]/.test(text) ? 'file' : 'unknown'
}

/** The files of rules that a document names, to be read as its includes are. */
export function sharedRulesOf(document: SpecDocument): readonly Include[] {
  return extendedBy(document).flatMap(({ kind, text, node }) =>
    kind === 'file' ? [{ pattern: text, span: node.span, of: 'rules' as const }] : [],
  )
}
