import { assertNever, InternalError } from '../../base/internal-error.ts'
import { docComment } from './comment.ts'
import { identifierText, numberLiteral, propertyName, regexLiteral, stringLiteral, templateText } from './escape.ts'
import type { Expression, Literal, ObjectMember } from './expression.ts'
import { block, fits, indentation, lineWidth, ownLine, type Place } from './layout.ts'

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>

/** On one line where it fits and may be, else spread over lines as a formatter would spread it. */
export function printExpression(expression: Expression, place: Place): string {
  const flat = isShort(expression, lineWidth - place.before - place.after) ? printFlat(expression) : undefined
  return flat !== undefined && fits(flat, place) ? flat : printBroken(expression, place)
}

/** Whether something may fit into so many columns: what is far too long is not written out to see it. */
function isShort(expression: Expression, columns: number): boolean {
  return leastWidth(expression, columns) <= columns
}

/** A lower bound of the columns that something takes on one line; no more is counted than `enough`. */
function leastWidth(expression: Expression, enough: number): number {
  let width = 0
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? expression.value.length + 2 : 1
    case 'object':
      for (const property of expression.properties) {
        if (width > enough) return width
        width += 2 + (property.kind === 'spread' ? 3 : leastWidth(property.value, enough - width))
      }
      return width
    case 'array':
      for (const element of expression.elements) {
        if (width > enough) return width
        width += 2 + leastWidth(element, enough - width)
      }
      return Math.max(0, width - 2)
    default:
      return 0
  }
}

/** All on one line; `undefined` where something in it is always spread. */
function printFlat(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression.value)
    case 'identifier':
      return identifierText(expression.name)
    case 'member':
      return expression.path.map(identifierText).join('.')
    case 'object':
      return (expression.expanded && expression.properties.length > 0) ||
        expression.properties.some((property) => 'doc' in property)
        ? undefined
        : joined(expression.properties.map(flatMember), (items) => (items === '' ? '{}' : `{ ${items} }`))
    case 'array':
      return breaksAlways(expression) ? undefined : joined(expression.elements.map(printFlat), (items) => `[${items}]`)
    case 'spread':
      return prefixed('...', printFlat(expression.expression))
    case 'call':
      return joined(expression.arguments.map(printFlat), (items) => `${callHead(expression)}(${items})`)
    case 'template':
      return printTemplate(expression)
    case 'arrow':
      return prefixed(arrowHead(expression), printFlatBody(expression.body))
    case 'regex':
      return regexLiteral(expression.source, expression.flags)
    case 'conditional': {
      const parts = [expression.test, expression.whenTrue, expression.whenFalse].map(printFlat)
      return parts.includes(undefined) ? undefined : `${parts[0]} ? ${parts[1]} : ${parts[2]}`
    }
    case 'as': {
      const inner = printFlat(expression.expression)
      return inner === undefined ? undefined : `${inner}${asTail(expression)}`
    }
    default:
      return assertNever(expression)
  }
}

function printBroken(expression: Expression, place: Place): string {
  const { depth } = place
  switch (expression.kind) {
    case 'object':
      return block(
        '{',
        expression.properties.map((property) => printMember(property, depth + 1)),
        '}',
        depth,
      )
    case 'array':
      return block(
        '[',
        expression.elements.map((element) => `${printElement(element, depth + 1)},`),
        ']',
        depth,
      )
    case 'spread':
      return `...${printExpression(expression.expression, { ...place, before: place.before + 3 })}`
    case 'call':
      return printCall(expression, place)
    case 'arrow':
      return printArrow(expression, place)
    case 'as': {
      const tail = asTail(expression)
      return `${printExpression(expression.expression, { ...place, after: place.after + tail.length })}${tail}`
    }
    case 'conditional': {
      const inner = indentation(depth + 1)
      // A branch hangs behind its mark, so what is inside it is one step deeper.
      const branch = (mark: string, value: Expression): string =>
        `\n${inner}${mark} ${printExpression(value, ownLine(depth + 2, 0, place.after))}`
      const test = printExpression(expression.test, place)
      return `${test}${branch('?', expression.whenTrue)}${branch(':', expression.whenFalse)}`
    }
    case 'literal':
    case 'identifier':
    case 'member':
    case 'template':
    case 'regex': {
      const flat = printFlat(expression)
      if (flat === undefined) throw new InternalError(`cannot be broken: ${expression.kind}`)
      return flat
    }
    default:
      return assertNever(expression)
  }
}

/** How deep the lists lie whose elements are kept as they were printed: facts and descriptions, a large object each. */
const deepestKept = 2

const printedElements = new WeakMap<Expression, { readonly depth: number; readonly text: string }>()

/** An element of a list. One that stays the same from one file to the next is not printed again. */
function printElement(element: Expression, depth: number): string {
  if (depth > deepestKept || element.kind !== 'object') return printExpression(element, ownLine(depth, 0, 1))
  const known = printedElements.get(element)
  if (known?.depth === depth) return known.text
  const text = printExpression(element, ownLine(depth, 0, 1))
  printedElements.set(element, { depth, text })
  return text
}

function printLiteral(value: Literal): string {
  if (typeof value === 'string') return stringLiteral(value)
  if (typeof value === 'number' || typeof value === 'bigint') return numberLiteral(value)
  return String(value)
}

function joined(parts: readonly (string | undefined)[], frame: (items: string) => string): string | undefined {
  return parts.includes(undefined) ? undefined : frame(parts.join(', '))
}

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${prefix}${text}`
}

function flatMember(member: ObjectMember): string | undefined {
  if (member.kind === 'spread') return prefixed('...', printFlat(member.expression))
  return isShorthand(member) ? member.name : prefixed(`${propertyName(member.name)}: `, printFlat(member.value))
}

function isShorthand(member: Extract<ObjectMember, { kind: 'property' }>): boolean {
  return member.value.kind === 'identifier' && member.value.name === member.name
}

function printMember(member: ObjectMember, depth: number): string {
  if (member.kind === 'spread') return `...${printExpression(member.expression, ownLine(depth, 3, 1))},`
  const name = `${propertyName(member.name)}: `
  const value = printExpression(member.value, ownLine(depth, name.length, 1))
  const written = isShorthand(member) ? member.name : `${name}${value}`
  return member.doc === undefined ? `${written},` : `${docComment(member.doc, depth)}\n${indentation(depth)}${written},`
}

/** Two or more objects or lists, each of more than one thing, stand a line each: formatters insist on it. */
function breaksAlways(list: Of<'array'>): boolean {
  const [first] = list.elements
  if (list.elements.length < 2 || first === undefined) return false
  return list.elements.every((element) => element.kind === first.kind && sizeOf(element) > 1)
}

function sizeOf(expression: Expression): number {
  if (expression.kind === 'object') return expression.properties.length
  return expression.kind === 'array' ? expression.elements.length : 0
}

function callHead(expression: Of<'call'>): string {
  const types = expression.typeArguments === undefined ? '' : `<${expression.typeArguments.join(', ')}>`
  return `${expression.isNew ? 'new ' : ''}${printFlat(expression.callee)}${types}`
}

/** A last object or function keeps its brackets on the call's own line, unless the argument before it is alike. */
function printCall(expression: Of<'call'>, place: Place): string {
  const head = `${callHead(expression)}(`
  const last = expression.arguments.at(-1)
  if (last === undefined) return `${head})`
  const before = expression.arguments.slice(0, -1).map(printFlat)
  const hugs =
    (last.kind === 'object' || last.kind === 'array' || last.kind === 'arrow') &&
    expression.arguments.at(-2)?.kind !== last.kind
  if (hugs && !before.includes(undefined)) {
    const start = `${head}${before.map((text) => `${text}, `).join('')}`
    return `${start}${printExpression(last, { depth: place.depth, before: place.before + start.length, after: place.after + 1 })})`
  }
  const lines = expression.arguments.map((argument) => `${printExpression(argument, ownLine(place.depth + 1, 0, 1))},`)
  return block(head, lines, ')', place.depth)
}

function arrowHead(expression: Of<'arrow'>): string {
  const parameters = (expression.parameters ?? []).map(
    ({ name, type }) => `${identifierText(name)}${type === undefined ? '' : `: ${type}`}`,
  )
  const returns = expression.returnType === undefined ? '' : `: ${expression.returnType}`
  return `(${parameters.join(', ')})${returns} => `
}

/** An object as the body of an arrow stands in brackets. */
function printFlatBody(body: Expression): string | undefined {
  const flat = printFlat(body)
  return flat !== undefined && body.kind === 'object' ? `(${flat})` : flat
}

function printArrow(expression: Of<'arrow'>, place: Place): string {
  const head = arrowHead(expression)
  const { body } = expression
  if (body.kind === 'object') return `${head}(${printBroken(body, place)})`
  if (body.kind === 'array') return `${head}${printBroken(body, place)}`
  const inner = place.depth + 1
  return `${head.trimEnd()}\n${indentation(inner)}${printExpression(body, ownLine(inner, 0, place.after))}`
}

function printTemplate({ tag, texts, expressions }: Of<'template'>): string {
  const parts = texts.map((text, index) => {
    const expression = expressions[index]
    return `${templateText(text)}${expression === undefined ? '' : `\${${printFlat(expression)}}`}`
  })
  return `${tag === undefined ? '' : identifierText(tag)}\`${parts.join('')}\``
}

function asTail({ asConst, satisfies }: Of<'as'>): string {
  return `${asConst ? ' as const' : ''}${satisfies === undefined ? '' : ` satisfies ${satisfies}`}`
}
