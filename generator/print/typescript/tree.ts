import type {
  ExportSpecifierStructure,
  ImportSpecifierStructure,
  PropertySignatureStructure,
  TypeParameterDeclarationStructure,
} from 'ts-morph'
import type { Code } from './code.ts'
import type { Expression } from './expression.ts'

/**
 * A TypeScript file as a tree: ts-morph's structures, cut down to what is emitted, with expression trees where ts-morph
 * takes text. Types are given as text, built of names that are checked identifiers and of escaped literals.
 */
export interface SourceFile {
  /** A line comment at the top. */
  readonly header?: string
  readonly statements: readonly Statement[]
}

export type Statement =
  | ImportDeclaration
  | ExportDeclaration
  | InterfaceDeclaration
  | TypeAliasDeclaration
  | VariableStatement
  | FunctionDeclaration
  | ExpressionStatement

export type ImportDeclaration = NamedImport | PrintedImport

/** One that is kept from one file to the next. */
export interface PrintedImport {
  readonly kind: 'import'
  readonly moduleSpecifier: string
  readonly printed: Code
}

export interface NamedImport {
  readonly kind: 'import'
  readonly moduleSpecifier: string
  /** `import type { ... }`. */
  readonly isTypeOnly?: boolean
  readonly namedImports: readonly ImportSpecifier[]
}

export type ImportSpecifier = Readonly<Pick<ImportSpecifierStructure, 'name' | 'isTypeOnly'>>

/** A re-export; without names, of everything. */
export interface ExportDeclaration {
  readonly kind: 'export'
  readonly moduleSpecifier: string
  readonly isTypeOnly?: boolean
  readonly namedExports?: readonly Readonly<Pick<ExportSpecifierStructure, 'name' | 'isTypeOnly'>>[]
}

interface Documented {
  /** Free text; it becomes a documentation comment. */
  readonly doc?: string
}

interface Declaration extends Documented, Joined {
  readonly name: string
  readonly isExported?: boolean
}

interface Joined {
  /** Whether it stands right below the statement before it, without an empty line. */
  readonly joined?: boolean
}

export type TypeParameter = Readonly<Pick<TypeParameterDeclarationStructure, 'name'>> & {
  readonly constraint?: string
  readonly default?: string
}

export interface InterfaceDeclaration extends Declaration {
  readonly kind: 'interface'
  readonly typeParameters?: readonly TypeParameter[]
  readonly extends?: readonly string[]
  /** Those that are kept from one file to the next are printed already. */
  readonly properties: readonly (PropertySignature | Code)[]
}

export type PropertySignature = Readonly<Pick<PropertySignatureStructure, 'name' | 'hasQuestionToken' | 'isReadonly'>> &
  Documented & { readonly type: string }

export interface TypeAliasDeclaration extends Declaration {
  readonly kind: 'typeAlias'
  readonly type: string
}

/** A `const`. */
export interface VariableStatement extends Declaration {
  readonly kind: 'variable'
  readonly type?: string
  readonly initializer: Expression
}

export interface FunctionDeclaration extends Declaration {
  readonly kind: 'function'
  readonly parameters: readonly Parameter[]
  readonly returnType: string
  readonly statements: readonly FunctionStatement[]
}

export interface Parameter {
  readonly name: string
  readonly type: string
  readonly hasQuestionToken?: boolean
}

export type FunctionStatement =
  | { readonly kind: 'const'; readonly name: string; readonly initializer: Expression }
  | { readonly kind: 'return'; readonly expression: Expression }

export interface ExpressionStatement extends Documented, Joined {
  readonly kind: 'expression'
  readonly expression: Expression
}
