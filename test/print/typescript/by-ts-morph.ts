import {
  type ExportDeclarationStructure,
  type ImportDeclarationStructure,
  type InterfaceDeclarationStructure,
  Project,
  type StatementStructures,
  StructureKind,
  type TypeAliasDeclarationStructure,
  ts,
  VariableDeclarationKind,
  type VariableStatementStructure,
} from 'ts-morph'
import type { Literal } from '../../../generator/print/typescript/index.ts'
import type { ExpressionTree, FileTree, MemberTree, StatementTree } from './expression-tree.ts'

const { factory } = ts
const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true })
const printer = ts.createPrinter()
const scratch = ts.createSourceFile('scratch.ts', '', ts.ScriptTarget.ES2023)

/** The same tree as TypeScript's own factory and ts-morph write it; comments aside. */
export function printByTsMorph(file: FileTree): string {
  return file.statements.map((one) => (one.kind === 'function' ? functionText(one) : structureText(one))).join('\n')
}

function structureText(statement: Exclude<StatementTree, { kind: 'function' }>): string {
  return project
    .createSourceFile('made.ts', { statements: [toStructure(statement)] }, { overwrite: true })
    .getFullText()
}

/** By the factory alone: ts-morph's writer indents bodies by guessing where comments and literals end. */
function functionText({
  name,
  isExported,
  parameters,
  returnType,
  statements,
}: Extract<StatementTree, { kind: 'function' }>): string {
  const body = statements.map((one) =>
    one.kind === 'return'
      ? factory.createReturnStatement(toNode(one.expression))
      : factory.createVariableStatement(
          undefined,
          factory.createVariableDeclarationList(
            [factory.createVariableDeclaration(one.name, undefined, undefined, toNode(one.initializer))],
            ts.NodeFlags.Const,
          ),
        ),
  )
  const text = printer.printNode(ts.EmitHint.Unspecified, factory.createBlock(body, true), scratch)
  const written = parameters.map((one) => `${one.name}: ${one.type}`).join(', ')
  return `${isExported ? 'export ' : ''}function ${name}(${written}): ${returnType} ${text}`
}

function toStructure(statement: Exclude<StatementTree, { kind: 'function' }>): StatementStructures {
  switch (statement.kind) {
    case 'import':
      return {
        ...statement,
        kind: StructureKind.ImportDeclaration,
        namedImports: [...statement.namedImports],
      } satisfies ImportDeclarationStructure
    case 'export': {
      const { namedExports, ...rest } = statement
      const named = namedExports === undefined ? {} : { namedExports: [...namedExports] }
      return { ...rest, ...named, kind: StructureKind.ExportDeclaration } satisfies ExportDeclarationStructure
    }
    case 'interface':
      return {
        kind: StructureKind.Interface,
        name: statement.name,
        isExported: statement.isExported ?? false,
        extends: [...(statement.extends ?? [])],
        properties: statement.properties.map(({ doc: _, ...property }) => ({
          ...property,
          name: property.name === '__proto__' ? "['__proto__']" : JSON.stringify(property.name),
        })),
      } satisfies InterfaceDeclarationStructure
    case 'typeAlias':
      return {
        kind: StructureKind.TypeAlias,
        name: statement.name,
        isExported: statement.isExported ?? false,
        type: statement.type,
      } satisfies TypeAliasDeclarationStructure
    case 'variable':
      return {
        kind: StructureKind.VariableStatement,
        isExported: statement.isExported ?? false,
        declarationKind: VariableDeclarationKind.Const,
        declarations: [{ name: statement.name, initializer: textOf(statement.initializer) }],
      } satisfies VariableStatementStructure
    case 'expression':
      return { kind: StructureKind.Function, name: 'unused', statements: [textOf(statement.expression)] }
  }
}

function textOf(expression: ExpressionTree): string {
  return printer.printNode(ts.EmitHint.Expression, toNode(expression), scratch)
}

function dotted(path: readonly string[]): ts.Expression {
  const [first = '', ...rest] = path
  return rest.reduce<ts.Expression>(
    (left, name) => factory.createPropertyAccessExpression(left, name),
    factory.createIdentifier(first),
  )
}

function toNode(expression: ExpressionTree): ts.Expression {
  switch (expression.kind) {
    case 'literal':
      return literalNode(expression.value)
    case 'identifier':
      return factory.createIdentifier(expression.name)
    case 'member':
      return dotted(expression.path)
    case 'object':
      return factory.createObjectLiteralExpression(expression.properties.map(memberNode))
    case 'array':
      return factory.createArrayLiteralExpression(expression.elements.map(toNode))
    case 'spread':
      return factory.createSpreadElement(toNode(expression.expression))
    case 'call': {
      const args = expression.arguments.map(toNode)
      return expression.isNew
        ? factory.createNewExpression(dotted(expression.callee), undefined, args)
        : factory.createCallExpression(dotted(expression.callee), undefined, args)
    }
    case 'template':
      return templateNode(expression)
    case 'arrow':
      return factory.createArrowFunction(undefined, undefined, [], undefined, undefined, toNode(expression.body))
    case 'regex':
      return factory.createRegularExpressionLiteral(
        String(new RegExp(expression.source, expression.flags)).replace('\u2028', '\\u2028'),
      )
  }
}

/** Newlines are given escaped: ts-morph indents the lines of a function's body, those of templates too. */
function raw(text: string): string {
  const escaped = text.replace(/[\\`]|\$(?=\{)/g, '\\$&')
  return escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}

function templateNode({ tag, texts, expressions }: Extract<ExpressionTree, { kind: 'template' }>): ts.Expression {
  const [head = '', ...rest] = texts
  const spans = rest.map((text, index) => {
    const expression = expressions[index]
    if (expression === undefined) throw new Error('fewer expressions than gaps')
    const tail =
      index === rest.length - 1
        ? factory.createTemplateTail(text, raw(text))
        : factory.createTemplateMiddle(text, raw(text))
    return factory.createTemplateSpan(toNode(expression), tail)
  })
  const template =
    spans.length === 0
      ? factory.createNoSubstitutionTemplateLiteral(head, raw(head))
      : factory.createTemplateExpression(factory.createTemplateHead(head, raw(head)), spans)
  return tag === undefined
    ? template
    : factory.createTaggedTemplateExpression(factory.createIdentifier(tag), undefined, template)
}

function memberNode(member: MemberTree): ts.ObjectLiteralElementLike {
  if (member.kind === 'spread') return factory.createSpreadAssignment(toNode(member.expression))
  const { name, value } = member
  if (value.kind === 'identifier' && value.name === name) return factory.createShorthandPropertyAssignment(name)
  const literal = factory.createStringLiteral(name)
  const written = name === '__proto__' ? factory.createComputedPropertyName(literal) : literal
  return factory.createPropertyAssignment(written, toNode(value))
}

function literalNode(value: Literal): ts.Expression {
  if (typeof value === 'string') return factory.createStringLiteral(value)
  if (typeof value === 'boolean') return value ? factory.createTrue() : factory.createFalse()
  if (value === null) return factory.createNull()
  if (value === undefined) return factory.createIdentifier('undefined')
  const size = value < 0 ? -value : value
  const literal =
    typeof size === 'bigint' ? factory.createBigIntLiteral(`${size}n`) : factory.createNumericLiteral(size)
  return value < 0 ? factory.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, literal) : literal
}
