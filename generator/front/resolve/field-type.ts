import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { FieldType, RefType, ScalarName } from '../../model/type.ts'
import { scalarNames } from '../../model/type.ts'
import type { Span } from '../../source/source-file.ts'
import type { TypeExpression, TypeWord } from '../type-grammar.ts'
import type { Context } from './context.ts'
import type { EntityHeader } from './entity-header.ts'
import type { FieldDeclaration } from './field-declaration.ts'
import { foreignType } from './foreign-types.ts'
import { spanWithin } from './read.ts'
import { unknownName } from './unknown-name.ts'

/** Where a field stands: it decides what a reference holds and what can be pointed to. */
export interface FieldPlace {
  readonly store: 'postgres' | 'mongo' | 'value'
  /** Absent in mixins and value types. */
  readonly entity?: EntityHeader
}

const constructors = ['ref', 'key', 'part']
const parametric: Readonly<Record<string, number>> = { string: 1, decimal: 2 }

/** Looks up every name of a type. Undefined where it is unknown: reported, or a consequence of what is. */
export function resolveType(field: FieldDeclaration, place: FieldPlace, context: Context): FieldType | undefined {
  const { type } = field
  if (type === undefined) return undefined
  const name = type.name.text
  if (constructors.includes(name)) return resolveConstructor(name, field, type, place, context)
  const known = isScalar(name) || context.declared.enums.has(name) || context.declared.valueTypes.has(name)
  if (known && type.arguments.length > (parametric[name] ?? 0)) {
    return badArgument(
      field,
      type,
      `\`${name}\` takes ${parametric[name] === undefined ? 'no arguments' : 'fewer arguments'}`,
      context,
      parametric[name] === undefined ? withoutArguments(field, type.name) : {},
    )
  }
  if (isScalar(name)) return resolveScalar(name, field, type, context)
  if (context.declared.enums.has(name)) {
    context.uses.add(`enum:${name}`, wordSpan(field, type.name))
    return context.enums.has(name) ? { kind: 'enum', enum: name } : undefined
  }
  if (context.declared.valueTypes.has(name)) {
    context.uses.add(`type:${name}`, wordSpan(field, type.name))
    return context.declared.valueTypes.get(name)?.broken === true ? undefined : { kind: 'value', valueType: name }
  }
  reportUnknown(field, type.name, context)
  return undefined
}

/** An entity's own name is the likeliest slip, and has a mend of its own. */
function reportUnknown(field: FieldDeclaration, word: TypeWord, context: Context): void {
  const name = word.text
  const span = wordSpan(field, word)
  if (context.declared.entities.has(name)) {
    context.report({
      code: 'type/unknown',
      severity: 'error',
      message: `\`${name}\` is an entity; a field refers to it by \`ref(${name})\``,
      span,
      help: `write \`ref(${name})\``,
      fixes: [{ title: `refer to it by \`ref(${name})\``, edits: [{ span, text: `ref(${name})` }] }],
    })
    return
  }
  const foreign = foreignType(name)
  if (foreign !== undefined) {
    const called = field.type?.arguments.map((argument) => argument.text).join(',')
    const { word } = foreign
    const takes = word !== undefined && parametric[word] !== undefined
    const help = takes && called !== undefined && called !== '' ? `write \`${word}(${called})\`` : foreign.help
    const mechanical = word !== undefined && (takes ? called !== '' || word === 'string' : called === '')
    context.report({
      code: 'type/unknown',
      severity: 'error',
      message: `\`${name}\` is no type here`,
      span,
      help,
      ...(mechanical ? { fixes: [{ title: `change to \`${word}\``, edits: [{ span, text: word }] }] } : {}),
    })
    return
  }
  const known = [
    ...scalarNames,
    ...constructors,
    ...context.declared.enums.keys(),
    ...context.declared.valueTypes.keys(),
  ]
  context.undeclared(unknownName('type/unknown', `no type, enum or value type is named \`${name}\``, name, span, known))
}

function isScalar(name: string): name is ScalarName {
  return (scalarNames as readonly string[]).includes(name)
}

function wordSpan(field: FieldDeclaration, word: TypeWord): Span {
  return field.typeNode === undefined || word.end === 0 ? field.span : spanWithin(field.typeNode, word.start, word.end)
}

/** `timestamp(3)` -> `timestamp`. */
function withoutArguments(field: FieldDeclaration, name: TypeWord): Pick<Diagnostic, 'help' | 'fixes'> {
  const text = field.typeNode === undefined ? '' : String(field.typeNode.value)
  const [brackets] = /^\s*\([^()]*\)/.exec(text.slice(name.end)) ?? []
  if (field.typeNode === undefined || brackets === undefined) return {}
  const span = spanWithin(field.typeNode, name.end, name.end + brackets.length)
  if (span.end - span.start !== brackets.length) return {}
  const help = `write \`${name.text}\``
  return { help, fixes: [{ title: help, edits: [{ span, text: '' }] }] }
}

function badArgument(
  field: FieldDeclaration,
  type: TypeExpression,
  message: string,
  context: Context,
  mend: Pick<Diagnostic, 'help' | 'fixes'> = {},
): undefined {
  const first = type.arguments[0] ?? type.name
  context.report({
    code: 'type/bad-argument',
    severity: 'error',
    message,
    span: wordSpan(field, first),
    help: 'the types and their arguments are listed in docs/language.md under "Types"',
    ...mend,
  })
  return undefined
}

function resolveScalar(
  scalar: ScalarName,
  field: FieldDeclaration,
  type: TypeExpression,
  context: Context,
): FieldType | undefined {
  const [first, second] = type.arguments.map((argument) => Number(argument.text))
  if (scalar === 'string' && first !== undefined) {
    if (!Number.isInteger(first) || first < 1 || first > 10_485_760) {
      return badArgument(field, type, 'the length of a string is a whole number from 1 to 10,485,760', context)
    }
    return { kind: 'scalar', scalar, length: first }
  }
  if (scalar === 'decimal') {
    if (
      first === undefined ||
      second === undefined ||
      !(first >= 1 && first <= 1000 && second >= 0 && second <= first)
    ) {
      return badArgument(
        field,
        type,
        '`decimal` needs its digits in all and after the point, such as `decimal(12,2)`',
        context,
      )
    }
    return { kind: 'scalar', scalar, precision: first, scale: second }
  }
  return { kind: 'scalar', scalar }
}

function resolveConstructor(
  name: string,
  field: FieldDeclaration,
  type: TypeExpression,
  place: FieldPlace,
  context: Context,
): FieldType | undefined {
  const [argument, ...more] = type.arguments
  if (argument === undefined || more.length > 0) {
    const example = name === 'ref' ? 'ref(User)' : name === 'key' ? 'key(pdf)' : 'part(mongo)'
    return badArgument(field, type, `\`${name}\` takes one argument, such as \`${example}\``, context)
  }
  if (name === 'ref') return resolveRef(field, argument, place, context)
  if (type.list) {
    context.report({
      code: 'store/unsupported-type',
      severity: 'error',
      message: `a list of \`${name}(...)\` is not possible: a pointer stands for one part of the record`,
      span: wordSpan(field, type.name),
      help: 'make the pointed-to record an entity of its own and refer to it',
    })
    return undefined
  }
  return name === 'key' ? resolveKey(field, argument, place, context) : resolvePart(field, argument, place, context)
}

function resolveRef(
  field: FieldDeclaration,
  argument: TypeWord,
  place: FieldPlace,
  context: Context,
): RefType | undefined {
  const entity = argument.text
  const span = wordSpan(field, argument)
  if (!context.declared.entities.has(entity)) {
    const names = context.declared.entities.keys()
    context.undeclared(unknownName('resolve/unknown-entity', `no entity is named \`${entity}\``, entity, span, names))
    return undefined
  }
  context.uses.add(`entity:${entity}`, span)
  const target = context.headers.get(entity)
  if (target === undefined) return undefined
  const mongoTarget = target.root === 'mongo'
  if (place.store !== 'postgres' && target.root !== 's3') {
    return {
      kind: 'ref',
      entity,
      mode: mongoTarget && place.store === 'mongo' ? 'document' : 'pointer',
      holds: 'ref_id',
    }
  }
  if (field.type?.list === true || target.root === 's3') {
    context.report({
      code: 'store/unsupported-type',
      severity: 'error',
      message:
        target.root === 's3'
          ? `\`${entity}\` has no record, only objects, so nothing can refer to it`
          : `PostgreSQL cannot hold a list of references to \`${entity}\``,
      span,
      help:
        target.root === 's3'
          ? 'give it a `postgres` or `mongo` part'
          : 'make an entity that refers to both sides, one row for each pair',
    })
    return undefined
  }
  return mongoTarget
    ? { kind: 'ref', entity, mode: 'pointer', holds: 'object_id' }
    : { kind: 'ref', entity, mode: 'foreign_key', holds: 'id' }
}

function resolveKey(
  field: FieldDeclaration,
  argument: TypeWord,
  place: FieldPlace,
  context: Context,
): FieldType | undefined {
  const span = wordSpan(field, argument)
  const { entity } = place
  if (entity === undefined) {
    context.report({
      code: 'store/unsupported-type',
      severity: 'error',
      message: 'a key points to an object of the same entity, so it cannot stand in a mixin or value type',
      span,
      help: 'move the field into the entity that has the object',
    })
    return undefined
  }
  if (!entity.objects.has(argument.text)) {
    const message = `\`${entity.name}\` has no S3 object named \`${argument.text}\``
    const nothing = 'declare it under `s3: { objects: ... }` of the entity'
    context.report(unknownName('resolve/unknown-object', message, argument.text, span, entity.objects, nothing))
    return undefined
  }
  context.uses.add(`object:${entity.name}.${argument.text}`, span)
  return { kind: 'key', object: argument.text }
}

function resolvePart(
  field: FieldDeclaration,
  argument: TypeWord,
  place: FieldPlace,
  context: Context,
): FieldType | undefined {
  const { entity } = place
  if (argument.text === 'mongo' && place.store === 'postgres' && entity?.parts.includes('mongo') === true) {
    return { kind: 'part', store: 'mongo' }
  }
  context.report({
    code: 'type/bad-argument',
    severity: 'error',
    message:
      argument.text === 'mongo' && place.store === 'postgres' && entity !== undefined
        ? `\`${entity.name}\` has no \`mongo\` part to point to`
        : '`part(mongo)` points from a PostgreSQL part to the document of the same entity, and nothing else does',
    span: wordSpan(field, argument),
    help: 'add a `mongo:` block to the entity, or use `ref(Entity)` for another record and `key(object)` for an object',
  })
  return undefined
}
