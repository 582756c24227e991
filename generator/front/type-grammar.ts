/** A type as written: `ref(User)?` is name `ref`, one argument `User`, optional. Offsets are into the type's text. */
export interface TypeExpression {
  readonly name: TypeWord
  readonly arguments: readonly TypeWord[]
  readonly list: boolean
  readonly optional: boolean
}

export interface TypeWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface TypeSyntaxError {
  readonly message: string
  readonly help: string
  readonly start: number
  readonly end: number
}

const token = /\s*([A-Za-z_][A-Za-z0-9_-]*|\d+|[(),?]|\[\s*\]|\S)/y

/** Splits a type's text; a stray character is a token of its own, so that the report can point at it. */
function tokens(text: string): readonly TypeWord[] {
  const found: TypeWord[] = []
  token.lastIndex = 0
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const word = match[1] ?? ''
    found.push({
      text: word.startsWith('[') && word.endsWith(']') ? '[]' : word,
      start: token.lastIndex - word.length,
      end: token.lastIndex,
    })
  }
  return found
}

/** Nearly every type there is: a name with one argument at most, and nothing between its words. */
const plain = /^([A-Za-z_]\w*)(?:\(([A-Za-z_]\w*|\d+)\))?(\[\])?(\?)?$/

/** Parses `name`, `name(argument, ...)`, then `[]` for a list, then `?` for optional. */
export function parseType(text: string): TypeExpression | TypeSyntaxError {
  const match = plain.exec(text)
  if (match === null) return parseWords(text)
  const [, name = '', argument, list, optional] = match
  const start = name.length + 1
  return {
    name: { text: name, start: 0, end: name.length },
    arguments: argument === undefined ? [] : [{ text: argument, start, end: start + argument.length }],
    list: list !== undefined,
    optional: optional !== undefined,
  }
}

function parseWords(text: string): TypeExpression | TypeSyntaxError {
  const words = tokens(text)
  let at = 0
  const end: TypeWord = { text: '', start: text.trimEnd().length, end: text.trimEnd().length }
  const next = (): TypeWord => words[at] ?? end
  const wrong = (message: string, help: string, word: TypeWord): TypeSyntaxError => ({
    message,
    help,
    start: word === end ? 0 : word.start,
    end: word === end ? text.length : word.end,
  })

  const name = next()
  if (!/^[A-Za-z_]/.test(name.text))
    return wrong('a type must start with a name', 'write it like `string(120)?` or `ref(User)`', name)
  at += 1
  const parameters: TypeWord[] = []
  if (next().text === '(') {
    at += 1
    while (next().text !== ')') {
      const argument = next()
      if (!/^[A-Za-z0-9_]/.test(argument.text)) {
        return wrong(
          `the parenthesis of \`${name.text}(\` is not closed`,
          `write it like \`${name.text}(...)\``,
          argument,
        )
      }
      parameters.push(argument)
      at += 1
      if (next().text === ',') at += 1
      else if (next().text !== ')')
        return wrong('a comma or `)` is missing here', 'arguments are separated by commas', next())
    }
    at += 1
  }
  const list = next().text === '[]'
  if (list) at += 1
  const optional = next().text === '?'
  if (optional) at += 1
  const rest = next()
  if (rest !== end) {
    const help =
      optional && rest.text === '[]'
        ? 'an optional list is written `[]?`; a list of optional values does not exist'
        : /^[A-Za-z@]/.test(rest.text)
          ? `what else there is to say stands beside the type: \`{ type: ${name.text}, ... }\``
          : 'after the name come its arguments, then `[]` for a list, then `?` for optional'
    return wrong(`\`${rest.text}\` cannot stand here`, help, rest)
  }
  return { name, arguments: parameters, list, optional }
}
