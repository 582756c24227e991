import type { Report } from '../../diagnostic/diagnostic.ts'
import type { RuleLevel, RuleOverride, RulePreset, RuleSettings, WrittenOption } from '../../model/rule-settings.ts'
import { usualRules } from '../../model/rule-settings.ts'
import { joinedPath } from '../load/include.ts'
import { type Extended, extendedBy } from '../load/shared-rules.ts'
import type { ShapedDocument } from '../node.ts'
import { rulePresets } from '../schema/rules.ts'
import type { Declarations } from './declarations.ts'
import { child, innerSpan, items, text } from './read.ts'
import { resolveOverride } from './rule-override.ts'
import { reportUnusedRules, unknownPreset } from './rule-reports.ts'
import { type RuleNames, readLevels, readOptions } from './rule-values.ts'
import type { Uses } from './uses.ts'

/** What is said of rules so far, in the order in which it holds. */
interface Said {
  preset?: RulePreset
  readonly levels: Map<string, RuleLevel>
  readonly options: Map<string, Map<string, WrittenOption>>
  readonly overrides: RuleOverride[]
  readonly files: RuleSettings['files'][number][]
}

/**
 * Takes together what the project file and the files of rules that it extends say: what is extended first, later ones win,
 * the project's own last. Among presets the last one holds, and a level beats a preset wherever each of them stands.
 *
 * @param sinks where findings go, those of what may stand in a file that could not be read, and uses of names
 */
export function resolveRules(
  project: ShapedDocument,
  documents: readonly ShapedDocument[],
  declared: Declarations,
  sinks: { readonly report: Report; readonly undeclared: Report; readonly uses: Uses },
): RuleSettings {
  const { report, undeclared, uses } = sinks
  const said: Said = { levels: new Map(), options: new Map(), overrides: [], files: [] }
  const byPath = new Map(documents.map((document) => [document.file.path, document]))
  const names: RuleNames = { report, custom: [] }
  const { steps, taken } = inOrder(project, byPath, report)
  for (const step of steps) {
    if (step.kind === 'preset') said.preset = step.preset
    else addOwn(step.document, said, names, { files: documents, declared, undeclared, uses })
  }
  reportUnusedRules(
    documents.filter((document) => document.kind === 'rules' && !taken.has(document)),
    report,
  )
  return { ...usualRules, ...said, customNames: names.custom }
}

/** One thing that decides on rules. */
type Step =
  | { readonly kind: 'preset'; readonly preset: RulePreset }
  | { readonly kind: 'own'; readonly document: ShapedDocument }

/**
 * What decides on rules, the last one wins: a file stands behind all that it extends. One that is extended twice has its last
 * place, so it is looked for from behind, where each file is met there first.
 */
function inOrder(
  project: ShapedDocument,
  byPath: ReadonlyMap<string, ShapedDocument>,
  report: Report,
): { readonly steps: readonly Step[]; readonly taken: ReadonlySet<ShapedDocument> } {
  const steps: Step[] = []
  const taken = new Set<ShapedDocument>()
  const take = (document: ShapedDocument): void => {
    if (taken.has(document)) return
    taken.add(document)
    steps.push({ kind: 'own', document })
    for (const extended of [...extendedBy(document)].reverse()) {
      const preset = rulePresets.find((known) => known === extended.text)
      const shared = fileOf(extended, document, byPath)
      if (preset !== undefined) steps.push({ kind: 'preset', preset })
      else if (extended.kind === 'unknown') report(unknownPreset(extended.text, innerSpan(extended.node)))
      else if (shared?.kind === 'rules') take(shared)
      else if (shared !== undefined) report(unknownPreset(extended.text, innerSpan(extended.node), shared.file.path))
    }
  }
  take(project)
  return { steps: steps.reverse(), taken }
}

/** What is not among the documents could not be read, which is reported. */
function fileOf(
  { kind, text: path }: Extended,
  from: ShapedDocument,
  byPath: ReadonlyMap<string, ShapedDocument>,
): ShapedDocument | undefined {
  return kind === 'file' ? byPath.get(joinedPath(from.file.path, path) ?? '') : undefined
}

function addOwn(
  document: ShapedDocument,
  said: Said,
  names: RuleNames,
  among: Parameters<typeof resolveOverride>[2],
): void {
  const node = child(document.root, 'rules')
  for (const [code, level] of readLevels(child(node, 'levels'), names)) said.levels.set(code, level)
  for (const [code, options] of readOptions(child(node, 'options'), document.broken, names)) {
    said.options.set(code, new Map([...(said.options.get(code) ?? []), ...options]))
  }
  for (const item of items(child(node, 'overrides'))) {
    if (item.kind === 'map') said.overrides.push(resolveOverride(item, document, among, names))
  }
  for (const item of items(child(node, 'files'))) {
    const pattern = joinedPath(document.file.path, text(item) ?? '')
    if (pattern !== undefined) said.files.push({ pattern, span: item.span })
  }
}
