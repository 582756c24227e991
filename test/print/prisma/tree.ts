// The trees of prisma-ast, as its parser makes them: the oracle of what is printed.

import type {
  Attribute,
  AttributeArgument,
  BlockAttribute,
  Break,
  Comment,
  Datasource,
  Field,
  Func,
  Generator,
  KeyValue,
  Model,
  RelationArray,
  Schema,
  Value,
} from '@mrleebo/prisma-ast'
import { commentLines, name, type Token } from '../../../generator/print/prisma/escape.ts'

/** What may stand where a value is expected. */
export type Item = Token | Func | RelationArray
export type Argument = Item | KeyValue
export type ModelLine = Model['properties'][number]
export type SchemaItem = Schema['list'][number]

export function schema(list: readonly SchemaItem[]): Schema {
  return { type: 'schema', list: [...list] }
}

export function model(modelName: string, properties: readonly ModelLine[]): Model {
  return { type: 'model', name: name(modelName), properties: [...properties] }
}

function assignments(values: Readonly<Record<string, Token>>): Datasource['assignments'] {
  return Object.entries(values).map(([key, value]) => ({ type: 'assignment', key: name(key), value }))
}

export function datasource(blockName: string, values: Readonly<Record<string, Token>>): Datasource {
  return { type: 'datasource', name: name(blockName), assignments: assignments(values) }
}

export function generator(blockName: string, values: Readonly<Record<string, Token>>): Generator {
  return { type: 'generator', name: name(blockName), assignments: assignments(values) }
}

/** An empty line. */
export const blank: Break = { type: 'break' }

function lines(text: string, slashes: string): readonly Comment[] {
  return commentLines(text).map((line) => ({ type: 'comment', text: line === '' ? slashes : `${slashes} ${line}` }))
}

/** Documentation of what follows, which Prisma's client repeats. */
export function documentation(text: string): readonly Comment[] {
  return lines(text, '///')
}

/** A remark to whoever reads the file. */
export function remark(text: string): readonly Comment[] {
  return lines(text, '//')
}

export interface FieldOptions {
  readonly list?: boolean
  readonly optional?: boolean
  readonly attributes?: readonly Attribute[]
}

export function field(fieldName: string, type: string, options: FieldOptions = {}): Field {
  const { list = false, optional = false, attributes = [] } = options
  return {
    type: 'field',
    name: name(fieldName),
    fieldType: name(type),
    array: list,
    optional,
    ...(attributes.length === 0 ? {} : { attributes: [...attributes] }),
  }
}

function argumentsOf(values: readonly Argument[]): AttributeArgument[] {
  return values.map((value) => ({ type: 'attributeArgument', value }))
}

/** `@map("x")` */
export function attribute(attributeName: string, values: readonly Argument[] = []): Attribute {
  return {
    type: 'attribute',
    kind: 'field',
    name: name(attributeName),
    ...(values.length === 0 ? {} : { args: argumentsOf(values) }),
  }
}

/** `@db.Char(26)` */
export function nativeType(typeName: string, values: readonly Argument[] = []): Attribute {
  return { ...attribute(typeName, values), group: 'db' }
}

/** `@@index([a, b])` */
export function blockAttribute(attributeName: string, values: readonly Argument[]): BlockAttribute {
  return { type: 'attribute', kind: 'object', name: name(attributeName), args: argumentsOf(values) }
}

/** `[a, b]` */
export function list(items: readonly Item[]): RelationArray {
  // The library's parser leaves `args` out of an empty list, against its own types.
  return (items.length === 0 ? { type: 'array' } : { type: 'array', args: [...items] }) as RelationArray
}

/** `fields: [a, b]` */
export function named(key: string, value: Item): KeyValue {
  return { type: 'keyValue', key: name(key), value }
}

/** `uuid(7)`, `createdOn(sort: Desc)` */
export function call(functionName: string, values: readonly Argument[] = []): Func {
  // The library's parser puts named arguments among the parameters, though its types do not say so.
  const params = values as readonly Value[]
  return { type: 'function', name: name(functionName), ...(values.length === 0 ? {} : { params: [...params] }) }
}
