import { posix } from 'node:path'
import { expandInclude, includesOf } from '../front/load/include.ts'
import type { SpecReader } from '../front/load/spec-reader.ts'
import type { Model } from '../model/model.ts'
import type { SourceFile, Span } from '../source/source-file.ts'
import { nameAt } from './names.ts'
import type { EditedDocument, ProjectView } from './project-view.ts'

/** A thing that is named at a place: where the text stands, where it is declared, and where else it is named. */
export interface Mention {
  readonly span: Span
  readonly declaration: Span | undefined
  /** Every place that names it, the declaration too where that names it. */
  readonly uses: readonly Span[]
}

/** What is named at a place of a file: a name of the spec, or the part of an entity that `part(mongo)` points to. */
export function mentionAt(
  { snapshot: { model } }: ProjectView,
  { path }: EditedDocument,
  offset: number,
): Mention | undefined {
  if (model === undefined) return undefined
  const name = nameAt(model, path, offset)
  if (name !== undefined) {
    const uses = model.uses.get(name.key) ?? []
    return { span: name.span, declaration: uses[0], uses }
  }
  return documentPart(model, path, offset)
}

/** Fields of the type `part(mongo)`, and the block of their entity that they point to. */
function documentPart(model: Model, path: string, offset: number): Mention | undefined {
  const here = ({ file, start, end }: Span): boolean => file.path === path && start <= offset && offset <= end
  for (const { postgres, mongo } of model.entities) {
    if (mongo === undefined) continue
    const pointers = (postgres?.fields ?? []).flatMap((field) => (field.type.kind === 'part' ? [field.typeSpan] : []))
    const span = [mongo.span, ...pointers].find(here)
    if (span !== undefined) return { span, declaration: mongo.span, uses: [mongo.span, ...pointers] }
  }
  return undefined
}

/** The line of an `include` at a place: its text, and the files that it brought into the spec. */
export function includedAt(
  { snapshot }: ProjectView,
  { tree, path }: EditedDocument,
  offset: number,
): { readonly span: Span; readonly files: readonly SourceFile[] } | undefined {
  if (tree === undefined) return undefined
  const include = includesOf(tree).find(({ span }) => span.start <= offset && offset <= span.end)
  if (include === undefined) return undefined
  const loaded = new Map(snapshot.files.map((file) => [file.path, file]))
  const reader: SpecReader = {
    read: () => undefined,
    glob: (pattern) => [...loaded.keys()].filter((known) => posix.matchesGlob(known, pattern)),
  }
  // What is wrong with the line is told by the analysis.
  const paths = expandInclude(include, path, reader, () => undefined)
  return { span: include.span, files: paths.flatMap((known) => loaded.get(known) ?? []) }
}
