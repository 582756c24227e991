import {
  array,
  arrow,
  call,
  type Expression,
  flatOf,
  identifier,
  type Literal,
  literal,
  member,
  type ObjectMember,
  object,
  property,
  regex,
  spread,
  template,
} from '../../../generator/print/typescript/index.ts'
import type {
  ExpressionStatement,
  FunctionDeclaration,
  InterfaceDeclaration,
  PrintedImport,
  PropertySignature,
  SourceFile,
  Statement,
  VariableStatement,
} from '../../../generator/print/typescript/tree.ts'

/** An expression before it is text, from which this printer's text and TypeScript's own are made. */
export type ExpressionTree =
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'identifier'; readonly name: string }
  | { readonly kind: 'member'; readonly path: readonly string[] }
  | { readonly kind: 'object'; readonly properties: readonly MemberTree[]; readonly expanded: boolean }
  | { readonly kind: 'array'; readonly elements: readonly ExpressionTree[] }
  | { readonly kind: 'spread'; readonly expression: ExpressionTree }
  | {
      readonly kind: 'call'
      readonly callee: readonly string[]
      readonly isNew: boolean
      readonly arguments: readonly ExpressionTree[]
    }
  | {
      readonly kind: 'template'
      readonly tag?: string
      readonly texts: readonly string[]
      readonly expressions: readonly ExpressionTree[]
    }
  | { readonly kind: 'arrow'; readonly body: ExpressionTree }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }

export type MemberTree =
  | { readonly kind: 'property'; readonly name: string; readonly value: ExpressionTree; readonly doc?: string }
  | { readonly kind: 'spread'; readonly expression: ExpressionTree }

type With<T, Key extends keyof T, Value> = Omit<T, Key> & { readonly [K in Key]: Value }

export type FunctionStatementTree =
  | { readonly kind: 'const'; readonly name: string; readonly initializer: ExpressionTree }
  | { readonly kind: 'return'; readonly expression: ExpressionTree }

export type StatementTree =
  | Exclude<
      Statement,
      PrintedImport | InterfaceDeclaration | VariableStatement | FunctionDeclaration | ExpressionStatement
    >
  | With<InterfaceDeclaration, 'properties', readonly PropertySignature[]>
  | With<VariableStatement, 'initializer', ExpressionTree>
  | With<FunctionDeclaration, 'statements', readonly FunctionStatementTree[]>
  | With<ExpressionStatement, 'expression', ExpressionTree>

export interface FileTree {
  readonly header: string
  readonly statements: readonly StatementTree[]
}

/** The same file as the printer takes it. */
export function written({ header, statements }: FileTree): SourceFile {
  return { header, statements: statements.map(statementOf) }
}

function statementOf(statement: StatementTree): Statement {
  switch (statement.kind) {
    case 'variable':
      return { ...statement, initializer: expressionOf(statement.initializer) }
    case 'expression':
      return { ...statement, expression: expressionOf(statement.expression) }
    case 'function':
      return {
        ...statement,
        statements: statement.statements.map((one) =>
          one.kind === 'const'
            ? { ...one, initializer: expressionOf(one.initializer) }
            : { ...one, expression: expressionOf(one.expression) },
        ),
      }
    default:
      return statement
  }
}

function expressionOf(tree: ExpressionTree): Expression {
  switch (tree.kind) {
    case 'literal':
      return literal(tree.value)
    case 'identifier':
      return identifier(tree.name)
    case 'member':
      return member(...tree.path)
    case 'object':
      return object(tree.properties.map(memberOf), tree.expanded ? 'expanded' : 'fitting')
    case 'array':
      return array(tree.elements.map(expressionOf))
    case 'spread':
      return spread(expressionOf(tree.expression))
    case 'call':
      return call(tree.callee.join('.'), tree.arguments.map(expressionOf), { isNew: tree.isNew })
    case 'template':
      return template(
        tree.texts,
        tree.expressions.map((one) => flatOf(expressionOf(one))),
        tree.tag,
      )
    case 'arrow':
      return arrow(expressionOf(tree.body))
    case 'regex':
      return regex(tree.source, tree.flags)
  }
}

function memberOf(tree: MemberTree): ObjectMember {
  if (tree.kind === 'spread') return { kind: 'spread', expression: expressionOf(tree.expression) }
  return property(tree.name, expressionOf(tree.value), tree.doc)
}
