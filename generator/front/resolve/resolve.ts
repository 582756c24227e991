import { by } from '../../base/order.ts'
import type { Code } from '../../diagnostic/codes.ts'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { Entity } from '../../model/entity.ts'
import type { Model, Reference } from '../../model/model.ts'
import type { ShapedDocument, SpecNode } from '../node.ts'
import type { Context } from './context.ts'
import { type Declarations, declare, projectDocument } from './declarations.ts'
import { extentOf, resolveEntity } from './entity.ts'
import type { EntityHeader } from './entity-header.ts'
import { resolveEnums } from './enums.ts'
import { readHeaders } from './header.ts'
import { addInverses, claimInverses } from './inverse.ts'
import { ResolveMemory } from './memory.ts'
import { declareMixins, layMixins, resolveMixins } from './mixins.ts'
import { reportOutputAmongSpecs } from './output-folder.ts'
import { reportPhysicalClashes } from './physical-clash.ts'
import { resolvePrefix } from './prefix.ts'
import { resolveProject } from './project.ts'
import { isSlip } from './unknown-name.ts'
import type { Uses } from './uses.ts'
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
  memory: ResolveMemory = new ResolveMemory(),
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
  noteDeclared(declared, uses)
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
  const headers = readHeaders(declared.entities, recall.header, context)
  memory.headers.turnTo(headers)
  const mixins = declareMixins(declared.mixins, recall.declaredMixin, context)
  memory.layers.turnTo(layMixins(mixins, context))
  const valueTypes = resolveValueTypes(declared.valueTypes, recall.valueType, context)
  const claiming = [...headers.values()]
    .sort(by((header) => header.name))
    .map((header) =>
      recall.claiming(header.name, [header, project], () =>
        claimInverses(resolveEntity(header, context), header, context),
      ),
    )
  const entities = addInverses(claiming, recall, context)
  reportPhysicalClashes(entities, note)
  reportReferencesInJson(entities, valueTypes, context)

  const named = <T extends { readonly name: string }>(list: Iterable<T>): readonly T[] =>
    [...list].sort(by((item) => item.name))
  const enums = named(enumsByName.values())
  const types = named(valueTypes.values())
  const mixed = named(resolveMixins(mixins, recall.mixin, context))
  return {
    project,
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
    references: referencesOf(entities),
    uses: uses.byKey(),
    unsound: unsoundOf(headers, found),
  }
}

/** Before all else, so that each declaration is the first of its uses, also where what it declares is broken. */
function noteDeclared({ enums, valueTypes, mixins, entities }: Declarations, uses: Uses): void {
  for (const { name, span } of enums.values()) uses.add(`enum:${name}`, span)
  for (const { name, span } of valueTypes.values()) uses.add(`type:${name}`, span)
  for (const { name, span } of mixins.values()) uses.add(`mixin:${name}`, span)
  for (const { name, span } of entities.values()) uses.add(`entity:${name}`, span)
}

function mapOf<T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.name, item]))
}

function referencesOf(entities: readonly Entity[]): ReadonlyMap<string, readonly Reference[]> {
  const references = new Map<string, Reference[]>()
  for (const from of entities) {
    for (const part of ['postgres', 'mongo'] as const) {
      for (const field of from[part]?.fields ?? []) {
        if (field.type.kind !== 'ref') continue
        const known = references.get(field.type.entity)
        if (known === undefined) references.set(field.type.entity, [{ from, part, field }])
        else known.push({ from, part, field })
      }
    }
  }
  return references
}

function unsoundOf(headers: ReadonlyMap<string, EntityHeader>, found: readonly Diagnostic[]): ReadonlySet<string> {
  const spans = found.flatMap((diagnostic) => diagnostic.span ?? [])
  if (spans.length === 0) return new Set()
  const names = [...headers.values()].flatMap((header) => {
    const { file } = header.declared.span
    const { start, end } = extentOf(header)
    return spans.some((span) => span.file === file && span.start >= start && span.start < end) ? [header.name] : []
  })
  return new Set(names)
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
