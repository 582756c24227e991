import { matchesGlob } from '../../base/glob.ts'
import type { Report } from '../../diagnostic/diagnostic.ts'
import type { RuleOverride } from '../../model/rule-settings.ts'
import { joinedPath } from '../load/include.ts'
import type { MapNode, ScalarNode, ShapedDocument } from '../node.ts'
import type { Declarations } from './declarations.ts'
import { asScalar, child, innerSpan, items, textAt } from './read.ts'
import { nowhere, unmatchedEntities, unmatchedFiles } from './rule-reports.ts'
import { type RuleNames, readLevels, readOptions } from './rule-values.ts'
import type { Uses } from './uses.ts'

/** What an override can be for. */
interface Among {
  readonly files: readonly ShapedDocument[]
  readonly declared: Declarations
  /** Reports what nothing matches, unless it may stand in a file that could not be read. */
  readonly undeclared: Report
  readonly uses: Uses
}

/** Reads one item of `overrides`; patterns that match nothing are reported one by one. */
export function resolveOverride(node: MapNode, document: ShapedDocument, among: Among, names: RuleNames): RuleOverride {
  const written = {
    files: scalars(node, 'files', document),
    entities: scalars(node, 'entities', document),
  }
  const files = child(node, 'files') === undefined ? undefined : matchedFiles(written.files, document, among)
  const entities = child(node, 'entities') === undefined ? undefined : matchedEntities(written.entities, among)
  if (files === undefined && entities === undefined) names.report(nowhere(node))
  const why = textAt(node, 'why')
  return {
    patterns: { files: written.files.map(textOf), entities: written.entities.map(textOf) },
    ...(files === undefined ? {} : { files }),
    ...(entities === undefined ? {} : { entities }),
    levels: readLevels(child(node, 'levels'), names),
    options: readOptions(child(node, 'options'), document.broken, names),
    ...(why === undefined ? {} : { why: why.trim() }),
    span: node.span,
  }
}

function scalars(node: MapNode, key: string, { broken }: ShapedDocument): readonly ScalarNode[] {
  return items(child(node, key)).flatMap((item) => {
    const scalar = broken.has(item) ? undefined : asScalar(item)
    return scalar === undefined ? [] : [scalar]
  })
}

function textOf({ value }: ScalarNode): string {
  return String(value)
}

/** Patterns are relative to the file that they stand in. */
function matchedFiles(patterns: readonly ScalarNode[], document: ShapedDocument, among: Among): ReadonlySet<string> {
  const paths = among.files.map(({ file }) => file.path)
  const matched = new Set<string>()
  for (const node of patterns) {
    const pattern = joinedPath(document.file.path, textOf(node))
    const found = pattern === undefined ? [] : paths.filter((path) => matchesGlob(path, pattern))
    for (const path of found) matched.add(path)
    if (found.length === 0) among.undeclared(unmatchedFiles(textOf(node), innerSpan(node)))
  }
  return matched
}

function matchedEntities(patterns: readonly ScalarNode[], { declared, undeclared, uses }: Among): ReadonlySet<string> {
  const known = [...declared.entities.keys()]
  const matched = new Set<string>()
  for (const node of patterns) {
    const found = known.filter((name) => matchesGlob(name, textOf(node)))
    for (const name of found) matched.add(name)
    // A pattern that is a name is one more use of it.
    if (declared.entities.has(textOf(node))) uses.add(`entity:${textOf(node)}`, innerSpan(node))
    if (found.length === 0) undeclared(unmatchedEntities(textOf(node), innerSpan(node), known))
  }
  return matched
}
