import { assertNever } from '../../base/internal-error.ts'
import { type Code, code } from './code.ts'
import { docComment } from './comment.ts'
import { propertyName } from './escape.ts'
import {
  type Arrow,
  type CallExpression,
  type Expression,
  flatOf,
  isShorthand,
  type ObjectMember,
} from './expression.ts'
import { block, fits, indentation, ownLine, type Place } from './layout.ts'

/** On one line where it fits and may be, else spread over lines as a formatter would spread it. */
export function printExpression(expression: Expression, place: Place): string {
  if (typeof expression === 'string') return expression
  return expression.flat !== undefined && fits(expression.flat, place)
    ? expression.flat
    : printBroken(expression, place)
}

function printBroken(expression: Exclude<Expression, Code>, place: Place): string {
  const { depth } = place
  switch (expression.kind) {
    case 'object':
      return block(
        '{',
        expression.properties.map((one) => `${memberText(one, depth + 1)},`),
        '}',
        depth,
      )
    case 'array':
      return block(
        '[',
        expression.elements.map((element) => `${elementText(element, depth + 1)},`),
        ']',
        depth,
      )
    case 'wrapped': {
      const { before, after } = expression
      const inner = { depth, before: place.before + before.length, after: place.after + after.length }
      return `${before}${printExpression(expression.expression, inner)}${after}`
    }
    case 'call':
      return printCall(expression, place)
    case 'arrow':
      return printArrow(expression, place)
    default:
      return assertNever(expression)
  }
}

/** An element of a list that is so deep, for lists whose elements are kept from one file to the next. */
export function elementText(element: Expression, depth: number): Code {
  return code(printExpression(element, ownLine(depth, 0, 1)))
}

/** A member of an object that is so deep, for objects whose members are kept from one file to the next. */
export function memberText(member: ObjectMember, depth: number): Code {
  if (typeof member === 'string') return member
  if (member.kind === 'spread') return code(`...${printExpression(member.expression, ownLine(depth, 3, 1))}`)
  const name = isShorthand(member.name, member.value) ? '' : `${propertyName(member.name)}: `
  const written = `${name}${printExpression(member.value, ownLine(depth, name.length, 1))}`
  return code(member.doc === undefined ? written : `${docComment(member.doc, depth)}\n${indentation(depth)}${written}`)
}

/** A last object or function keeps its brackets on the call's own line, unless the argument before it is alike. */
function printCall({ head, arguments: args }: CallExpression, place: Place): string {
  const last = args.at(-1)
  if (last === undefined) return `${head})`
  const before = args.slice(0, -1).map(flatOf)
  if (hugs(last, args.at(-2)) && !before.includes(undefined)) {
    const start = `${head}${before.map((text) => `${text}, `).join('')}`
    return `${start}${printExpression(last, { depth: place.depth, before: place.before + start.length, after: place.after + 1 })})`
  }
  const lines = args.map((argument) => `${printExpression(argument, ownLine(place.depth + 1, 0, 1))},`)
  return block(head, lines, ')', place.depth)
}

function hugs(last: Expression, before: Expression | undefined): boolean {
  if (typeof last === 'string' || (last.kind !== 'object' && last.kind !== 'array' && last.kind !== 'arrow'))
    return false
  return before === undefined || typeof before === 'string' || before.kind !== last.kind
}

function printArrow({ body }: Arrow, place: Place): string {
  if (typeof body !== 'string') {
    // An object as the body of an arrow stands in brackets.
    if (body.kind === 'object') return `() => (${printBroken(body, place)})`
    if (body.kind === 'array') return `() => ${printBroken(body, place)}`
  }
  const inner = place.depth + 1
  return `() =>\n${indentation(inner)}${printExpression(body, ownLine(inner, 0, place.after))}`
}
