import { by } from '../../base/order.ts'
import type { Code } from '../../diagnostic/codes.ts'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { Model } from '../../model/model.ts'
import type { ShapedDocument, SpecNode } from '../node.ts'
import { resolveAudit } from './audit.ts'
import type { Context } from './context.ts'
import { reportCyclicReferences } from './cyclic-reference.ts'
import { type Declarations, type DeclaredMap, declare, projectDocument } from './declarations.ts'
import { extentOf, resolveEntity } from './entity.ts'
import type { EntityHeader } from './entity-header.ts'
import { resolveEnums } from './enums.ts'
import { readHeaders } from './header.ts'
import { claimInverses } from './inverse.ts'
import { ResolveMemory } from './memory.ts'
import { declareMixins, layMixins, resolveMixins } from './mixins.ts'
import { reportOutputAmongSpecs } from './output-folder.ts'
import { reportPhysicalClashes } from './physical-clash.ts'
import { resolvePrefix } from './prefix.ts'
import { resolveProject } from './project.ts'
import { child } from './read.ts'
import { isSlip } from './unknown-name.ts'
import type { Use } from './uses.ts'
import { reportReferencesInJson } from './value-type-place.ts'
import { resolveValueTypes } from './value-types.ts'

/** Mistakes that can swallow the declarations of a file, or of what follows in it. */
const mayHideDeclarations: ReadonlySet<string> = new Set<Code>([
  'project/unreadable-file',
  'project/missing-include',
  'project/outside-include',
  'project/too-many-files',
  'syntax/not-utf8',
  'syntax/yaml',
  'syntax/tab',
  'syntax/empty-file',
  'syntax/too-large',
  'syntax/too-deep',
  'syntax/multiple-documents',
])

/**
 * Decides everything that a spec leaves to the compiler: names, defaults, inverse sides, order. Recovers from every
 * mistake: what is broken is left out and satisfies references silently, so the model holds what is sound. Undefined
 * only where there is no project file to be read.
 *
 * @param reported what the stages before found: an entity in which they did is unsound too
 * @param memory what was resolved before, of this spec as it was then
 */
export function resolve(
  documents: readonly ShapedDocument[],
  reported: readonly Diagnostic[],
  report: Report,
  memory: ResolveMemory = new ResolveMemory(false),
): Model | undefined {
  const root = projectDocument(documents)
  if (root === undefined) {
    const hidden = reported.some((diagnostic) => mayHideDeclarations.has(diagnostic.code))
    if (documents[0] !== undefined && !hidden) report(notAProject(documents[0]))
    return undefined
  }
  const found: Diagnostic[] = reported.filter((diagnostic) => diagnostic.severity === 'error')
  const note: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') found.push(diagnostic)
    report(diagnostic)
  }
  const broken = new Set(documents.flatMap((document) => [...document.broken]))
  const incomplete = reported.some((diagnostic) => mayHideDeclarations.has(diagnostic.code))
  memory.begin(note, incomplete)
  const { recall, uses } = memory
  const declared = declare(documents, note)
  uses.addLater(() => usesOfDeclarations(declared))
  const undeclared: Report = (diagnostic) => {
    if (isSlip(diagnostic) || !memory.isIncomplete()) memory.report(diagnostic)
  }
  const project = memory.keepProject(resolveProject(root, documents, declared, uses, { report: note, undeclared }))
  reportOutputAmongSpecs(root, documents, note)
  resolvePrefix(project, note, (name, span) => uses.add(`field:tenancy.${name}`, span))
  const context: Context = {
    ...memory.open(declared),
    project,
    isBroken: (node: SpecNode) => broken.has(node),
    undeclared,
  }
  const enumsByName = resolveEnums(declared.enums, recall.enum, context)
  memory.enums.turnTo(enumsByName)
  const headers = readHeaders(declared.entities, recall.headers, context)
  memory.headers.turnTo(headers)
  const mixins = declareMixins(declared.mixins, recall.declaredMixin, context)
  memory.layers.turnTo(layMixins(mixins, context))
  const valueTypes = resolveValueTypes(declared.valueTypes, recall.valueType, context)
  const claiming = recall.claiming(memory.order.sort(headers), project, (header) =>
    claimInverses(resolveEntity(header, context), header, context),
  )
  const entities = memory.inverses.turnTo(claiming, memory.report)
  if (memory.physicalNames.turnTo(entities)) reportPhysicalClashes(entities, note)
  reportReferencesInJson(entities, valueTypes, context)
  reportCyclicReferences(entities, valueTypes, note)

  const audit = resolveAudit(child(root.root, 'audit'), {
    project,
    declared,
    headers,
    entities,
    enums: enumsByName,
    valueTypes,
    use: (key, span) => uses.add(key, span),
    report: note,
    undeclared,
  })

  const named = <T extends { readonly name: string }>(list: Iterable<T>): readonly T[] =>
    [...list].sort(by((item) => item.name))
  const enums = named(enumsByName.values())
  const types = named(valueTypes.values())
  const mixed = named(resolveMixins(mixins, recall.mixin, context))
  return {
    project: memory.keepAudited(project, audit),
    files: documents.map((document) => document.file).sort(by((file) => file.path)),
    domains: declared.domains,
    enums,
    valueTypes: types,
    mixins: mixed,
    entities,
    byName: {
      domains: mapOf(declared.domains),
      enums: mapOf(enums),
      valueTypes: mapOf(types),
      mixins: mapOf(mixed),
      entities: mapOf(entities),
    },
    references: memory.references.turnTo(entities),
    uses: uses.byKey(),
    unsound: unsoundOf(headers, found),
  }
}

/** Before all else, so that each declaration is the first of its uses, also where what it declares is broken. */
function usesOfDeclarations({ enums, valueTypes, mixins, entities }: Declarations): readonly Use[] {
  const named = (kind: string, all: DeclaredMap): readonly Use[] =>
    [...all.values()].map(({ name, span }) => ({ key: `${kind}:${name}`, span }))
  return [
    ...named('enum', enums),
    ...named('type', valueTypes),
    ...named('mixin', mixins),
    ...named('entity', entities),
  ]
}

function mapOf<T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.name, item]))
}

function unsoundOf(headers: ReadonlyMap<string, EntityHeader>, found: readonly Diagnostic[]): ReadonlySet<string> {
  const byFile = Map.groupBy(
    found.flatMap((diagnostic) => diagnostic.span ?? []),
    ({ file }) => file,
  )
  const names = new Set<string>()
  if (byFile.size === 0) return names
  for (const header of headers.values()) {
    const { start, end } = extentOf(header)
    const spans = byFile.get(header.declared.span.file)
    if (spans?.some((span) => span.start >= start && span.start < end) === true) names.add(header.name)
  }
  return names
}

/** A file of declarations was named as the project file: the first of a spec, whatever it holds, must be one. */
function notAProject({ file, root }: ShapedDocument): Diagnostic {
  return {
    code: 'shape/missing-key',
    severity: 'error',
    message: `\`${file.path}\` is not a project file: it has no key \`stowage\``,
    span: root.entries[0]?.keySpan ?? root.span,
    help: 'name the project file with `--config`, or start this one with `stowage: 1`',
  }
}
