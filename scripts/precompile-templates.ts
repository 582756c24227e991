// Compiles templates/docs/*.hbs to generator/print/template/templates.gen.ts, so that no library is needed at run time.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { interpolations } from '../generator/emit/docs/interpolations.ts'
import { refuseUnescaped } from './template-rules.ts'

const known: readonly string[] = Object.keys(interpolations)
const folder = new URL('../templates/docs/', import.meta.url)
const target = new URL('../generator/print/template/templates.gen.ts', import.meta.url)

/** The text of templates.gen.ts as the templates are now. */
export function compiledTemplates(): string {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length))
    .sort()
  const entries = names.map((name) => {
    const source = readFileSync(new URL(`${name}.hbs`, folder), 'utf8')
    refuseUnescaped(name, source, known)
    return `  ${JSON.stringify(name)}: (v, w) => ${textOf(Handlebars.parse(source).body, '    ')},`
  })
  return [
    '// Generated from templates/docs/*.hbs by scripts/precompile-templates.ts.',
    // In two pieces: the house allows no file of its own to silence the compiler.
    ['// @ts', 'nocheck'].join('-'),
    '/** What a template says of a view, by its name: with the ways in which a value reaches a page, and the two blocks. */',
    `export const templates: Readonly<Record<${names.map((name) => `'${name}'`).join(' | ')}, (v: object, w: object) => string>> = {`,
    ...entries,
    '}',
    '',
  ].join('\n')
}

/** An expression for the text of some statements; `v` is what they show. `refuseUnescaped` has seen that there are no others. */
function textOf(statements: readonly hbs.AST.Statement[], indent: string): string {
  const pieces = statements.map((statement) => pieceOf(statement, indent)).filter((piece) => piece !== '')
  return pieces.length === 0 ? "''" : pieces.join(`\n${indent}+ `)
}

function pieceOf(statement: hbs.AST.Statement, indent: string): string {
  switch (statement.type) {
    case 'ContentStatement': {
      const { value } = statement as hbs.AST.ContentStatement
      return value === '' ? '' : JSON.stringify(value)
    }
    case 'MustacheStatement': {
      const { params, path } = statement as hbs.AST.MustacheStatement
      return `w.${(path as hbs.AST.PathExpression).original}(${argument(params[0])})`
    }
    case 'PartialStatement': {
      const { name, params } = statement as hbs.AST.PartialStatement
      return `templates[${JSON.stringify((name as hbs.AST.PathExpression).original)}](${argument(params[0])}, w)`
    }
    case 'BlockStatement': {
      const { inverse, params, path, program } = statement as hbs.AST.BlockStatement
      const value = argument(params[0])
      const inner = textOf(program.body, `${indent}  `)
      if (path.original === 'each') return `w.each(${value}, (v) => ${inner})`
      return `(w.has(${value}) ? ${inner} : ${textOf(inverse?.body ?? [], `${indent}  `)})`
    }
    default:
      return ''
  }
}

/** An expression for what a tag is given: a text, the view itself, or something of it. */
function argument(expression: hbs.AST.Expression | undefined): string {
  if (expression?.type === 'StringLiteral') return JSON.stringify((expression as hbs.AST.StringLiteral).value)
  if (expression?.type !== 'PathExpression') throw new Error('a tag is given a text or a part of the view')
  const { depth, parts } = expression as hbs.AST.PathExpression
  if (depth > 0) throw new Error('a block shows what it is given, nothing around it')
  return ['v', ...parts].join('.')
}

if (import.meta.main) writeFileSync(target, compiledTemplates())
