import { assertNever } from '../../base/internal-error.ts'
import { type Code, code } from './code.ts'
import { docComment } from './comment.ts'
import { identifierText, lineComment, propertyName, stringLiteral } from './escape.ts'
import { block, fits, indentation, lineWidth, ownLine } from './layout.ts'
import { printExpression } from './print-expression.ts'
import type {
  ExportDeclaration,
  FunctionDeclaration,
  FunctionStatement,
  ImportDeclaration,
  InterfaceDeclaration,
  NamedImport,
  PropertySignature,
  SourceFile,
  Statement,
  TypeParameter,
  VariableStatement,
} from './tree.ts'

/** Prints a file as this repository's formatter would leave it: two spaces, single quotes, no semicolons, 120 columns. */
export function printTypeScript(file: SourceFile): string {
  const header = file.header === undefined ? '' : `${`// ${lineComment(file.header)}`.trimEnd()}\n`
  const body = file.statements.map((statement, index) => {
    const before = file.statements[index - 1]
    return `${before === undefined || standsClose(before, statement) ? '' : '\n'}${printStatement(statement)}\n`
  })
  return `${header}${header !== '' && body.length > 0 ? '\n' : ''}${body.join('')}`
}

/** Imports, re-exports and calls that belong together have no empty line between them. */
function standsClose(before: Statement, statement: Statement): boolean {
  if (statement.kind === 'import' || statement.kind === 'export') return before.kind === statement.kind
  return statement.joined === true
}

function printStatement(statement: Statement): string {
  switch (statement.kind) {
    case 'import':
      return printImport(statement)
    case 'export':
      return printExport(statement)
    case 'interface':
      return `${printDoc(statement.doc)}${printInterface(statement)}`
    case 'typeAlias':
      return `${printDoc(statement.doc)}${exported(statement)}type ${identifierText(statement.name)} = ${statement.type}`
    case 'variable':
      return `${printDoc(statement.doc)}${printVariable(statement)}`
    case 'function':
      return `${printDoc(statement.doc)}${printFunction(statement)}`
    case 'expression':
      return `${printDoc(statement.doc)}${printExpression(statement.expression, ownLine(0))}`
    default:
      return assertNever(statement)
  }
}

function printDoc(doc: string | undefined): string {
  return doc === undefined ? '' : `${docComment(doc, 0)}\n`
}

function exported(declaration: { readonly isExported?: boolean }): string {
  return declaration.isExported ? 'export ' : ''
}

function printImport(declaration: ImportDeclaration): string {
  return 'printed' in declaration ? declaration.printed : importText(declaration)
}

export function importText({ moduleSpecifier, isTypeOnly, namedImports }: NamedImport): Code {
  const names = namedImports.map((one) => `${one.isTypeOnly ? 'type ' : ''}${identifierText(one.name)}`)
  return code(printNamed(`import ${isTypeOnly ? 'type ' : ''}`, names, ` from ${stringLiteral(moduleSpecifier)}`))
}

function printExport({ moduleSpecifier, isTypeOnly, namedExports }: ExportDeclaration): string {
  const start = `export ${isTypeOnly ? 'type ' : ''}`
  const from = ` from ${stringLiteral(moduleSpecifier)}`
  if (namedExports === undefined) return `${start}*${from}`
  return printNamed(
    start,
    namedExports.map((one) => `${one.isTypeOnly ? 'type ' : ''}${identifierText(one.name)}`),
    from,
  )
}

function printNamed(start: string, names: readonly string[], from: string): string {
  const flat = `${start}{ ${names.join(', ')} }${from}`
  // A single name stays on its line whatever its length: formatters leave it there.
  if (names.length === 1 || fits(flat, ownLine(0))) return flat
  return `${start}${block(
    '{',
    names.map((name) => `${name},`),
    '}',
    0,
  )}${from}`
}

function printInterface(declaration: InterfaceDeclaration): string {
  const parameters = (declaration.typeParameters ?? []).map(typeParameterText)
  const generic = parameters.length === 0 ? '' : `<${parameters.join(', ')}>`
  const bases = declaration.extends ?? []
  const head = `${exported(declaration)}interface ${identifierText(declaration.name)}${generic}`
  const start = `${head}${bases.length === 0 ? '' : ` extends ${bases.join(', ')}`} {`
  const body = declaration.properties.map((one) => `${typeof one === 'string' ? one : propertyText(one)}\n`).join('')
  if (fits(start, ownLine(0)) || bases.length === 0) return `${start}${body === '' ? '' : '\n'}${body}}`
  const [only, second] = bases
  const broken = second === undefined ? `\n  extends ${only}` : `\n  extends ${bases.join(`,\n${indentation(2)}`)}`
  return `${head}${broken} {${body === '' ? '' : '\n'}${body}}`
}

function typeParameterText({ name, constraint, default: fallback }: TypeParameter): string {
  const bound = constraint === undefined ? '' : ` extends ${constraint}`
  return `${identifierText(name)}${bound}${fallback === undefined ? '' : ` = ${fallback}`}`
}

/** A member of an interface, with the line's indentation. */
export function propertyText({ name, type, doc, hasQuestionToken, isReadonly }: PropertySignature): Code {
  const text = `${isReadonly ? 'readonly ' : ''}${propertyName(name)}${hasQuestionToken ? '?' : ''}: ${type}`
  return code(`${doc === undefined ? '' : `  ${docComment(doc, 1)}\n`}  ${text}`)
}

function printVariable(statement: VariableStatement): string {
  const type = statement.type === undefined ? '' : `: ${statement.type}`
  const start = `${exported(statement)}const ${identifierText(statement.name)}${type} = `
  const value = printExpression(statement.initializer, { depth: 0, before: start.length, after: 0 })
  const lineEnd = value.indexOf('\n')
  if (start.length + (lineEnd === -1 ? value.length : lineEnd) <= lineWidth) return `${start}${value}`
  return `${start.trimEnd()}\n  ${printExpression(statement.initializer, ownLine(1))}`
}

function printFunction(declaration: FunctionDeclaration): string {
  const { name, parameters, returnType } = declaration
  const written = parameters.map((one) => `${identifierText(one.name)}${one.hasQuestionToken ? '?' : ''}: ${one.type}`)
  const start = `${exported(declaration)}function ${identifierText(name)}(`
  const end = `): ${returnType} {`
  const flat = `${start}${written.join(', ')}${end}`
  const head = fits(flat, ownLine(0))
    ? flat
    : `${block(
        start,
        written.map((one) => `${one},`),
        '',
        0,
      )}${end}`
  return `${head}\n${declaration.statements.map((statement) => `  ${printBodyStatement(statement)}\n`).join('')}}`
}

function printBodyStatement(statement: FunctionStatement): string {
  const start = statement.kind === 'const' ? `const ${identifierText(statement.name)} = ` : 'return '
  const expression = statement.kind === 'const' ? statement.initializer : statement.expression
  return `${start}${printExpression(expression, ownLine(1, start.length))}`
}
