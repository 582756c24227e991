import { name, type Token } from './escape.ts'

/** A field of a model: what stands in each of its three columns. */
export interface FieldLine {
  readonly name: Token
  /** With what follows it: `String[]`, `Int?`. */
  readonly type: string
  /** May be empty. */
  readonly attributes: string
}

/** A line of a model: a field, or a comment or block attribute as it stands. */
export type ModelLine = FieldLine | Token

export interface FieldOptions {
  readonly list?: boolean
  readonly optional?: boolean
  readonly attributes?: readonly Token[]
}

export function field(fieldName: string, type: string, options: FieldOptions = {}): FieldLine {
  const { list = false, optional = false, attributes = [] } = options
  const suffix = list ? '[]' : optional ? '?' : ''
  return { name: name(fieldName), type: `${name(type)}${suffix}`, attributes: attributes.join(' ') }
}

/** A file of its blocks, with an empty line between each two, as `prisma format` would leave it. */
export function printSchema(blocks: readonly string[]): string {
  return blocks.join('\n')
}

/** Comments that stand by themselves or above a block. */
export function printComments(comments: readonly Token[]): string {
  return comments.length === 0 ? '' : `${comments.join('\n')}\n`
}

/** A data source or a generator. */
export function printSettings(
  kind: 'datasource' | 'generator',
  blockName: string,
  values: Readonly<Record<string, Token>>,
): string {
  const width = Math.max(...Object.keys(values).map((key) => key.length))
  const lines = Object.entries(values).map(([key, value]) => `  ${name(key).padEnd(width)} = ${value}\n`)
  return `${kind} ${name(blockName)} {\n${lines.join('')}}\n`
}

/** A model of groups of lines: between each two there is an empty line, and in each the fields line up in columns. */
export function printModel(modelName: string, groups: readonly (readonly ModelLine[])[]): string {
  const body = groups.filter((group) => group.length > 0).map(printGroup)
  return `model ${name(modelName)} {\n${body.join('\n')}}\n`
}

function printGroup(group: readonly ModelLine[]): string {
  let nameWidth = 0
  let typeWidth = 0
  for (const line of group) {
    if (typeof line === 'string') continue
    nameWidth = Math.max(nameWidth, line.name.length)
    typeWidth = Math.max(typeWidth, line.type.length)
  }
  let text = ''
  for (const line of group) {
    if (typeof line === 'string') text += `  ${line}\n`
    else if (line.attributes === '') text += `  ${line.name.padEnd(nameWidth)} ${line.type}\n`
    else text += `  ${line.name.padEnd(nameWidth)} ${line.type.padEnd(typeWidth)} ${line.attributes}\n`
  }
  return text
}
