import { toCase } from '../../base/casing.ts'
import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Field } from '../../model/field.ts'
import type { PathPiece, PathVariable } from '../../model/s3.ts'
import type { Span } from '../../source/source-file.ts'
import { isSlip, unknownName } from './unknown-name.ts'

/** What the variables of a path can be. */
export interface PathNames {
  readonly fields: ReadonlyMap<string, Field>
  readonly unknown: ReadonlySet<string>
  /** Whether a mixin that is unknown may have more fields. */
  readonly open: boolean
  readonly entity: string
  /** What has the names, for a message. */
  readonly title: string
  /** Whether `{object}` is there: not in what many objects have in common. */
  readonly object: boolean
  readonly tenancy: { readonly field: string; readonly entity: string } | undefined
  /** Told of each variable that names a field, the tenant's too. */
  readonly use: (name: string, span: Span) => void
}

/** Splits a path into segments of literals and variables. `at` gives the span of a range of the text. */
export function parsePath(
  text: string,
  at: (start: number, end: number) => Span,
  names: PathNames,
  report: Report,
): readonly (readonly PathPiece[])[] | undefined {
  const segments: PathPiece[][] = []
  let sound = true
  let offset = 0
  for (const segment of text.split('/')) {
    const pieces = parseSegment(segment, offset, at, names, report)
    if (pieces === undefined) sound = false
    else segments.push(pieces)
    offset += segment.length + 1
  }
  return sound ? segments : undefined
}

function parseSegment(
  segment: string,
  offset: number,
  at: (start: number, end: number) => Span,
  names: PathNames,
  report: Report,
): PathPiece[] | undefined {
  const bad = (message: string, start: number, end: number): undefined => {
    report({
      code: 'resolve/bad-path',
      severity: 'error',
      message,
      span: at(offset + start, offset + Math.max(end, start + 1)),
      help: 'write segments of letters, digits, `.`, `_` and `-` with variables in braces, such as `contracts/{ref_id}/{object}.pdf`',
    })
    return undefined
  }
  if (segment === '' || segment === '.' || segment === '..') {
    // What is empty has no place of its own: the slash before it shows it, and behind a last slash the file may end.
    const start = segment === '' && offset > 0 ? -1 : 0
    return bad('a path has no empty, `.` or `..` segment', start, segment.length)
  }
  const pieces: PathPiece[] = []
  const token = /\{([^{}]*)\}|([A-Za-z0-9._-]+)|(.)/gsu
  let sound = true
  for (let match = token.exec(segment); match !== null; match = token.exec(segment)) {
    const [whole, variable, literal] = match
    if (literal !== undefined) pieces.push({ kind: 'literal', text: literal })
    else if (variable !== undefined) {
      const span = at(offset + match.index + 1, offset + match.index + 1 + variable.length)
      const resolved = resolveVariable(variable, span, names, report)
      if (resolved === undefined) sound = false
      else pieces.push({ kind: 'variable', variable: resolved })
    } else return bad(`\`${whole}\` cannot stand in a path`, match.index, match.index + whole.length)
  }
  return sound ? pieces : undefined
}

function resolveVariable(name: string, span: Span, names: PathNames, report: Report): PathVariable | undefined {
  const { tenancy } = names
  if (name === 'object' && names.object) return { name, member: 'object', form: 'ulid' }
  if (tenancy !== undefined && name === tenancy.field) {
    names.use(name, span)
    return { name, member: toCase(name, 'camelCase'), form: 'ulid', idOf: tenancy.entity }
  }
  const field = names.fields.get(name)
  if (field === undefined) {
    if (names.unknown.has(name)) return undefined
    const declared = new Set([
      ...(names.object ? ['object'] : []),
      ...(tenancy === undefined ? [] : [tenancy.field]),
      ...names.fields.keys(),
    ])
    const message = `${names.title} has no \`${name}\` to put into a path`
    const unknown = unknownName('resolve/unknown-variable', message, name, span, declared)
    if (!names.open || isSlip(unknown)) report(unknown)
    return undefined
  }
  names.use(name, span)
  // A required pointer to an object whose key may lack a value is found by `split/pointer-without-object`.
  if (field.optional && field.type.kind === 'ref') {
    report({
      code: 'resolve/unknown-variable',
      severity: 'error',
      message: `\`${name}\` may be empty, and a key needs its value`,
      span,
      related: [{ span: field.typeSpan, label: 'it is optional' }],
      help: 'make the field required, or leave it out of the path: the record that points to the object knows it anyway',
    })
    return undefined
  }
  const form = formOf(field, names.entity)
  if (form !== undefined)
    return {
      name,
      member: field.type.kind === 'ref' ? `${toCase(name, 'camelCase')}RefId` : toCase(name, 'camelCase'),
      ...form,
    }
  report({
    code: 'resolve/unknown-variable',
    severity: 'error',
    message: `the values of \`${name}\` are not safe in a key`,
    span,
    related: [{ span: field.typeSpan, label: 'its type is declared here' }],
    help: 'a path takes public ids, references, whole numbers, dates, enums, and strings whose `pattern` allows only letters, digits, `.`, `_` and `-`; internal ids stay in PostgreSQL',
  })
  return undefined
}

function formOf(field: Field, entity: string): Pick<PathVariable, 'form' | 'enum' | 'idOf'> | undefined {
  const { type } = field
  if (field.list) return undefined
  if (field.publicId) return { form: 'ulid', idOf: entity }
  if (type.kind === 'ref') return { form: 'ulid', idOf: type.entity }
  if (type.kind === 'enum') return { form: 'enum', enum: type.enum }
  if (type.kind !== 'scalar') return undefined
  switch (type.scalar) {
    case 'ulid':
    case 'object_id':
    case 'date':
      return { form: type.scalar }
    case 'int':
    case 'bigint':
      return { form: 'int' }
    case 'string':
      return field.pattern !== undefined && slugPattern.test(field.pattern) ? { form: 'slug' } : undefined
    default:
      return undefined
  }
}

/** A pattern of one or more classes of safe characters: `^[a-z0-9-]+$`. */
const slugPattern = /^\^(?:\[(?:[A-Za-z0-9_]-[A-Za-z0-9_]|[A-Za-z0-9._-])+\](?:[+*?]|\{\d+(?:,\d*)?\})?)+\$$/
