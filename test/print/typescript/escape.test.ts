import fc from 'fast-check'
import { ts } from 'ts-morph'
import { describe, expect, test } from 'vitest'
import { InternalError } from '../../../generator/base/internal-error.ts'
import { docComment } from '../../../generator/print/typescript/comment.ts'
import {
  identifierText,
  lineComment,
  numberLiteral,
  propertyName,
  regexLiteral,
  stringLiteral,
  templateText,
} from '../../../generator/print/typescript/escape.ts'
import { anyText, hostileTexts } from './hostile.ts'
import { parse } from './parsed.ts'

/** The only expression of a text that is one expression. */
function onlyExpression(text: string): ts.Expression {
  const file = parse(`(${text})`)
  const [statement] = file.statements
  if (file.statements.length !== 1 || statement === undefined || !ts.isExpressionStatement(statement)) {
    throw new Error(`not one expression: ${text}`)
  }
  const { expression } = statement
  if (!ts.isParenthesizedExpression(expression)) throw new Error(`not one expression: ${text}`)
  return expression.expression
}

/** What may change how a text reads, or what its lines are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
const misleading = /[\0-\x08\x0B-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069\u200E\u200F\uFEFF]|\p{Surrogate}/u

describe('string literals', () => {
  test('say what they were made from, in one harmless line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const literal = stringLiteral(text)
        const expression = onlyExpression(literal)
        expect(ts.isStringLiteral(expression) && expression.text).toBe(text)
        expect(literal).not.toMatch(misleading)
        expect(literal).not.toContain('\n')
      }),
    )
  })

  test('take the quotes that need fewer escapes, single ones where both do', () => {
    expect(stringLiteral('plain')).toBe("'plain'")
    expect(stringLiteral("it's")).toBe(`"it's"`)
    expect(stringLiteral(`"it's"`)).toBe(`'"it\\'s"'`)
    expect(stringLiteral('\u202E\n\u0000')).toBe("'\\u202E\\n\\u0000'")
  })
})

describe('template text', () => {
  test('says what it was made from, with nothing inserted', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expression = onlyExpression(`\`${templateText(text)}\``)
        expect(ts.isNoSubstitutionTemplateLiteral(expression) && expression.text).toBe(text)
        expect(templateText(text)).not.toMatch(misleading)
      }),
    )
  })
})

describe('comments', () => {
  test('a documentation comment stays one comment without tags, whatever it holds', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(0, 1), (text, depth) => {
        const comment = docComment(text, depth)
        const file = parse(`${comment}\nconst x = 1`)
        const [statement] = file.statements
        expect(file.statements).toHaveLength(1)
        expect(statement === undefined ? [] : ts.getJSDocTags(statement)).toEqual([])
        expect(ts.getLeadingCommentRanges(file.text, 0)).toHaveLength(1)
        expect(comment).not.toMatch(misleading)
      }),
    )
  })

  test('a tag of a text is shown and is none', () => {
    expect(docComment('@deprecated not so', 0)).toBe('/** \\@deprecated not so */')
    expect(docComment('see {@link x}', 0)).toBe('/** see {\\@link x} */')
    expect(docComment('mail a@b.example', 0)).toBe('/** mail a@b.example */')
  })

  test('a long one is wrapped within 120 columns, paragraphs kept', () => {
    const lines = docComment(`${'word '.repeat(60)}\n\nsecond`, 1).split('\n')
    expect(lines.every((line) => line.length <= 120)).toBe(true)
    expect(lines.slice(-3)).toEqual(['   *', '   * second', '   */'])
    expect(lines.length).toBeGreaterThan(4)
  })

  test('a line comment stays on its line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const file = parse(`// ${lineComment(text)}\nconst x = 1`)
        expect(file.statements).toHaveLength(1)
        expect(lineComment(text)).not.toMatch(misleading)
      }),
    )
  })
})

describe('regular expressions', () => {
  const patterns = [
    '^[a-z0-9-]+$',
    'a/b',
    '[/]',
    '\\/',
    '\u2028|\u202E',
    '\n',
    '',
    '^[^\\s@]+@[^\\s@]+$',
    '`[$]{x}`',
    '*/'.slice(1),
  ]

  test.each(patterns)('%j is one literal that matches the same', (pattern) => {
    const literal = regexLiteral(pattern)
    const expression = onlyExpression(literal)
    expect(ts.isRegularExpressionLiteral(expression)).toBe(true)
    expect(literal).not.toMatch(misleading)
    const made = new RegExp(literal.slice(1, literal.lastIndexOf('/')))
    for (const text of [...hostileTexts, 'a/b', '/', 'slug-1', 'a@b', '']) {
      expect(made.test(text)).toBe(new RegExp(pattern).test(text))
    }
  })

  test('what is no expression is an internal error, not a broken file', () => {
    expect(() => regexLiteral('(')).toThrow(SyntaxError)
  })
})

describe('names and numbers', () => {
  test('a property name is bare where it can be and never sets a prototype', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const expression = onlyExpression(`{ ${propertyName(name)}: 1 }`)
        const [property] = ts.isObjectLiteralExpression(expression) ? expression.properties : []
        const written = property?.name
        expect(written).toBeDefined()
        if (written === undefined) return
        const given = ts.isComputedPropertyName(written) ? written.expression : written
        expect(ts.isIdentifier(given) || ts.isStringLiteral(given) ? given.text : undefined).toBe(name)
        expect(ts.isComputedPropertyName(written)).toBe(name === '__proto__')
      }),
    )
    expect(propertyName('deletedOn')).toBe('deletedOn')
    expect(propertyName('in-part')).toBe("'in-part'")
  })

  test('an identifier that is none is an internal error', () => {
    for (const name of ['', 'a b', '1a', 'a;b', 'a\u2028']) expect(() => identifierText(name)).toThrow(InternalError)
  })

  test('numbers keep their value', () => {
    const numbers = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger())
    fc.assert(
      fc.property(numbers, (value) => {
        const literal = numberLiteral(value)
        onlyExpression(literal)
        expect(Number(literal.replaceAll('_', ''))).toBe(value)
      }),
    )
    expect(numberLiteral(7_776_000)).toBe('7_776_000')
    expect(numberLiteral(1_000)).toBe('1000')
    expect(numberLiteral(-12_345.5)).toBe('-12345.5')
    expect(numberLiteral(90_000_000_000_000_000_000n)).toBe('90_000_000_000_000_000_000n')
    expect(() => numberLiteral(Number.NaN)).toThrow(InternalError)
  })
})
