import type {
  Attribute,
  BlockAttribute,
  Datasource,
  Field,
  Generator,
  KeyValue,
  Schema,
  Value,
} from '@mrleebo/prisma-ast'
import { assertNever, InternalError } from '../../base/internal-error.ts'
import type { ModelLine, SchemaItem } from './tree.ts'

/** Writes a schema as `prisma format` would: the engine leaves the text as it is. */
export function printSchema(tree: Schema): string {
  return `${tree.list.map(printItem).join('\n')}\n`
}

function printItem(item: SchemaItem): string {
  switch (item.type) {
    case 'comment':
      return item.text
    case 'break':
      return ''
    case 'datasource':
    case 'generator':
      return printSettings(item)
    case 'model':
      return `model ${item.name} {\n${printLines(item.properties)}\n}`
    default:
      throw new InternalError(`no printer for a Prisma ${item.type}`)
  }
}

function printSettings(block: Datasource | Generator): string {
  const width = Math.max(...block.assignments.map((line) => (line.type === 'assignment' ? line.key.length : 0)))
  const lines = block.assignments.map((line) => {
    if (line.type === 'break') return ''
    return line.type === 'comment' ? `  ${line.text}` : `  ${line.key.padEnd(width)} = ${printValue(line.value)}`
  })
  return `${block.type} ${block.name} {\n${lines.join('\n')}\n}`
}

/** Fields line up in columns as far as the next empty line or block attribute; comments between them do not matter. */
function printLines(properties: readonly ModelLine[]): string {
  const printed: string[] = []
  let group: ModelLine[] = []
  for (const line of properties) {
    group.push(line)
    if (line.type === 'field' || line.type === 'comment') continue
    printed.push(...printGroup(group))
    group = []
  }
  printed.push(...printGroup(group))
  return printed.join('\n')
}

function printGroup(group: readonly ModelLine[]): readonly string[] {
  const fields = group.filter((line): line is Field => line.type === 'field')
  const nameWidth = Math.max(0, ...fields.map((field) => field.name.length))
  const typeWidth = Math.max(0, ...fields.map((field) => printType(field).length))
  return group.map((line) => printLine(line, nameWidth, typeWidth))
}

function printLine(line: ModelLine, nameWidth: number, typeWidth: number): string {
  switch (line.type) {
    case 'field': {
      const attributes = (line.attributes ?? []).map(printAttribute).join(' ')
      return `  ${line.name.padEnd(nameWidth)} ${printType(line).padEnd(typeWidth)} ${attributes}`.trimEnd()
    }
    case 'attribute':
      return `  ${printAttribute(line)}`
    case 'comment':
      return `  ${line.text}`
    case 'break':
      return ''
    default:
      return assertNever(line)
  }
}

function printType({ fieldType, array, optional }: Field): string {
  const suffix = array === true ? '[]' : optional === true ? '?' : ''
  return `${printValue(fieldType)}${suffix}`
}

function printAttribute({ kind, group, name, args = [] }: Attribute | BlockAttribute): string {
  const values = args.length === 0 ? '' : `(${args.map(({ value }) => printValue(value)).join(', ')})`
  return `${kind === 'field' ? '@' : '@@'}${group === undefined ? '' : `${group}.`}${name}${values}`
}

function printValue(value: Value | KeyValue): string {
  if (value === null || typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(printValue).join(', ')}]`
  switch (value.type) {
    case 'keyValue':
      return `${value.key}: ${printValue(value.value)}`
    case 'function':
      return `${value.name}(${(value.params ?? []).map(printValue).join(', ')})`
    case 'array':
      return `[${(value.args ?? []).map(printValue).join(', ')}]`
    case 'object':
      return `{ ${value.properties.map(printValue).join(', ')} }`
  }
}
