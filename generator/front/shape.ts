import type { Report } from '../diagnostic/diagnostic.ts'
import type { MapNode, ShapedDocument, SpecDocument, SpecNode } from './node.ts'
import type { ParsedDocument } from './parse.ts'
import { projectKeys } from './schema/language.ts'
import { sharedRulesKeys } from './schema/rules.ts'
import { damagedNodes, isDamaged } from './shape/damage.ts'
import { dataOf } from './shape/data.ts'
import { diagnose } from './shape/diagnose.ts'
import { Places } from './shape/place.ts'
import { relevant } from './shape/relevant.ts'
import { renameKeys } from './shape/rename-keys.ts'
import { meantKey } from './shape/unknown-key.ts'
import { type ShapeError, schemaErrors } from './shape/validator.ts'

/** How often mistyped keys are put right before what is left is reported: each round may uncover some below them. */
const mostRounds = 4

/**
 * Checks a document against the language's JSON Schema. A mistyped key is reported and then read as the key that was
 * meant, so that what stands below it is checked too and nothing that refers to it is reported as unknown. Where YAML
 * itself could not be read, nothing is said of the shape.
 */
export function checkShape(document: SpecDocument | ParsedDocument, report: Report): ShapedDocument {
  const { damaged: offsets, lost } = 'damaged' in document ? document : { damaged: [], lost: [] }
  let { root } = document
  for (let round = 1; ; round += 1) {
    const places = new Places(root)
    const damaged = new Set([...damagedNodes(root, offsets), ...lost])
    const errors = relevant(schemaErrors(dataOf(root)), places).filter(
      (error) => !isDamaged(places.at(error.instancePath), damaged),
    )
    const renames = round < mostRounds ? mistyped(errors, places, report) : new Map()
    if (renames.size === 0) return shaped(document, root, errors, places, damaged, report)
    root = renameKeys(root, renames)
  }
}

/** The keys that can be put right, reported. */
function mistyped(
  errors: readonly ShapeError[],
  places: Places,
  report: Report,
): ReadonlyMap<MapNode, ReadonlyMap<string, string>> {
  const renames = new Map<MapNode, Map<string, string>>()
  for (const error of errors) {
    const { node } = places.at(error.instancePath)
    if (error.keyword !== 'additionalProperties' || node.kind !== 'map') continue
    const entry = places.entry(node, error.params.additionalProperty ?? '')
    const meant = entry === undefined ? undefined : meantKey(entry, node, error.parentSchema, places)
    if (entry === undefined || meant === undefined) continue
    const keys = renames.get(node) ?? new Map<string, string>()
    // Two keys may look like the same third one: the first takes it, the other is asked about in the next round.
    if ([...keys.values()].includes(meant)) continue
    renames.set(node, keys.set(entry.key, meant))
    report(diagnose(error, places).diagnostic)
  }
  return renames
}

function shaped(
  document: SpecDocument,
  root: MapNode,
  errors: readonly ShapeError[],
  places: Places,
  damaged: ReadonlySet<SpecNode>,
  report: Report,
): ShapedDocument {
  const broken = new Set<SpecNode>(damaged)
  for (const error of errors) {
    const finding = diagnose(error, places)
    report(finding.diagnostic)
    broken.add(finding.broken)
  }
  return { file: document.file, root, kind: kindOf(root), broken }
}

/** As the schema tells them apart. */
function kindOf({ entries }: MapNode): ShapedDocument['kind'] {
  const ruled = entries.some(({ key }) => key === 'rules')
  if (ruled && entries.every(({ key }) => sharedRulesKeys.has(key))) return 'rules'
  return entries.some(({ key }) => projectKeys.has(key)) ? 'project' : 'domain'
}
