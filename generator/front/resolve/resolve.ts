import { by } from '../../base/order.ts'
import type { Code } from '../../diagnostic/codes.ts'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { Entity } from '../../model/entity.ts'
import type { Model, Reference } from '../../model/model.ts'
import type { ShapedDocument, SpecNode } from '../node.ts'
import type { Context } from './context.ts'
import { declare, projectDocument } from './declarations.ts'
import { extentOf, resolveEntity } from './entity.ts'
import { resolveEnums } from './enums.ts'
import { readHeaders } from './header.ts'
import { addInverses } from './inverse.ts'
import { DeclaredMixins } from './mixins.ts'
import { reportOutputAmongSpecs } from './output-folder.ts'
import { reportPhysicalClashes } from './physical-clash.ts'
import { resolvePrefix } from './prefix.ts'
import { resolveProject } from './project.ts'
import { isSlip } from './unknown-name.ts'
import { Uses } from './uses.ts'
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
 */
export function resolve(
  documents: readonly ShapedDocument[],
  reported: readonly Diagnostic[],
  report: Report,
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
  const uses = new Uses()
  const declared = declare(documents, note)
  const incomplete = reported.some((diagnostic) => mayHideDeclarations.has(diagnostic.code))
  const undeclared: Report = (diagnostic) => {
    if (!incomplete || isSlip(diagnostic)) note(diagnostic)
  }
  const project = resolveProject(root, declared, uses, { report: note, undeclared })
  reportOutputAmongSpecs(root, documents, note)
  resolvePrefix(project, note)
  const context: Context = {
    report: note,
    uses,
    project,
    declared,
    enums: resolveEnums(declared, uses, note),
    headers: readHeaders(declared, project, note),
    isBroken: (node: SpecNode) => broken.has(node),
    undeclared,
  }
  const mixins = new DeclaredMixins(context)
  const valueTypes = resolveValueTypes(context)
  const headers = [...context.headers.values()].sort(by((header) => header.name))
  const entities = addInverses(
    headers.map((header) => resolveEntity(header, mixins, context)),
    context,
  )
  reportPhysicalClashes(entities, note)
  reportReferencesInJson(entities, valueTypes, context)

  const named = <T extends { readonly name: string }>(list: Iterable<T>): readonly T[] =>
    [...list].sort(by((item) => item.name))
  const enums = named(context.enums.values())
  const types = named(valueTypes.values())
  const mixed = named(mixins.resolve(context))
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
    uses: uses.all(),
    unsound: unsoundOf(context, found),
  }
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

function unsoundOf(context: Context, found: readonly Diagnostic[]): ReadonlySet<string> {
  const spans = found.flatMap((diagnostic) => diagnostic.span ?? [])
  if (spans.length === 0) return new Set()
  const names = [...context.headers.values()].flatMap((header) => {
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
