import type { Attribute, BlockAttribute, Field, KeyValue, Model, Schema, Value } from '@mrleebo/prisma-ast'
import type { Token } from '../../../generator/print/prisma/escape.ts'
import {
  type FieldLine,
  field,
  type ModelLine,
  printComments,
  printModel,
  printSchema,
  printSettings,
} from '../../../generator/print/prisma/print.ts'
import { attribute, blockAttribute, call, list, named, nativeType } from '../../../generator/print/prisma/syntax.ts'

type Line = Model['properties'][number]

/** A tree of prisma-ast as this repository writes it; its comments stand above a block or alone, an empty line before each. */
export function written(tree: Schema): string {
  const blocks: string[] = []
  let comments: Token[] = []
  const close = (block: string): void => {
    blocks.push(`${printComments(comments)}${block}`)
    comments = []
  }
  for (const item of tree.list) {
    if (item.type === 'comment') comments.push(token(item.text))
    else if (item.type === 'break') {
      if (comments.length > 0) close('')
    } else if (item.type === 'datasource' || item.type === 'generator') {
      const values = item.assignments.flatMap((one) =>
        one.type === 'assignment' ? [[one.key, valueText(one.value)] as const] : [],
      )
      close(printSettings(item.type, item.name, Object.fromEntries(values)))
    } else if (item.type === 'model') close(printModel(item.name, groupsOf(item.properties)))
  }
  return printSchema(blocks)
}

function groupsOf(lines: readonly Line[]): readonly (readonly ModelLine[])[] {
  const groups: ModelLine[][] = [[]]
  for (const line of lines) {
    if (line.type === 'break') groups.push([])
    else groups.at(-1)?.push(lineOf(line))
  }
  return groups
}

function lineOf(line: Exclude<Line, { type: 'break' }>): ModelLine {
  if (line.type === 'comment') return token(line.text)
  return line.type === 'field' ? fieldOf(line) : attributeOf(line)
}

function fieldOf({ name, fieldType, array = false, optional = false, attributes = [] }: Field): FieldLine {
  return field(name, String(fieldType), { list: array, optional, attributes: attributes.map(attributeOf) })
}

function attributeOf({ kind, group, name, args = [] }: Attribute | BlockAttribute): Token {
  const values = args.map(({ value }) => valueText(value))
  if (kind === 'object') return blockAttribute(name, values)
  return group === 'db' ? nativeType(name, values) : attribute(name, values)
}

function valueText(value: Value | KeyValue): Token {
  if (typeof value !== 'object' || value === null) return token(String(value))
  if (Array.isArray(value)) throw new Error('a list of the library has a type')
  switch (value.type) {
    case 'keyValue':
      return named(value.key, valueText(value.value))
    case 'function':
      return call(String(value.name), (value.params ?? []).map(valueText))
    case 'array':
      return list((value.args ?? []).map(valueText))
    case 'object':
      throw new Error('no object is written')
  }
}

/** What a tree of the library holds as text is written already. */
function token(text: string): Token {
  return text as Token
}
