import { InternalError } from '../../base/internal-error.ts'
import { identifierText, numberLiteral, regexLiteral, stringLiteral, templateText } from './escape.ts'

declare const written: unique symbol

/** Source text of one line, made of checked names and of escaped literals. */
export type Code = string & { readonly [written]: true }

/** Source text of one line that is made of other such text, and of signs. */
export function code(text: string): Code {
  return text as Code
}

export type Literal = string | number | bigint | boolean | null | undefined

/** A value of any text, however hostile. */
export function literal(value: Literal): Code {
  if (typeof value === 'string') return code(stringLiteral(value))
  if (typeof value === 'number' || typeof value === 'bigint') return code(numberLiteral(value))
  return code(String(value))
}

export function identifier(name: string): Code {
  return code(identifierText(name))
}

/** Member names in turn: `Schema`, `Types`, `Int32`. */
export function member(...path: readonly string[]): Code {
  return code(path.map(identifierText).join('.'))
}

export function regex(source: string, flags?: string): Code {
  return code(regexLiteral(source, flags))
}

/** A template of texts and, between each two of them, an expression. */
export function template(texts: readonly string[], expressions: readonly (Code | undefined)[], tag = ''): Code {
  const parts = texts.map((text, index) => {
    if (index === 0) return templateText(text)
    const expression = expressions[index - 1]
    if (expression === undefined) throw new InternalError('a template holds what stands on one line')
    return `\${${expression}}${templateText(text)}`
  })
  return code(`${tag === '' ? '' : identifierText(tag)}\`${parts.join('')}\``)
}
