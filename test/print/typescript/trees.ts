import fc from 'fast-check'
import type { ExpressionTree, FileTree, MemberTree, StatementTree } from './expression-tree.ts'
import { anyText } from './hostile.ts'

const name = fc.constantFrom('alpha', 'beta', 'gammaDelta', 'aNameThatIsRatherLongForAName', '$x', '_y')
const type = fc.constantFrom('string', 'number | null', "RefId<'Order'>", 'readonly string[]', 'Map<string, Date>')
const doc = fc.option(anyText, { nil: undefined })
const flag = fc.boolean()

/** Leaves out what is undefined, as exact optional properties ask. */
function defined<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

const { expression } = fc.letrec<{ expression: ExpressionTree; member: MemberTree }>((tie) => {
  const inner = tie('expression')
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({
        kind: fc.constant('literal' as const),
        value: fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.bigInt()),
      }),
      fc.record({ kind: fc.constant('identifier' as const), name }),
      fc.record({ kind: fc.constant('member' as const), path: fc.array(name, { minLength: 1, maxLength: 3 }) }),
      fc.record({
        kind: fc.constant('regex' as const),
        source: fc.constantFrom('^[a-z]+$', 'a/b', '\u2028', ''),
        flags: fc.constantFrom('', 'u'),
      }),
      fc.record({
        kind: fc.constant('object' as const),
        properties: fc.array(tie('member'), { maxLength: 4 }),
        expanded: flag,
      }),
      fc.record({ kind: fc.constant('array' as const), elements: fc.array(inner, { maxLength: 4 }) }),
      fc.record({
        kind: fc.constant('call' as const),
        callee: fc.array(name, { minLength: 1, maxLength: 2 }),
        isNew: flag,
        arguments: fc.array(inner, { maxLength: 3 }),
      }),
      fc
        .record({
          kind: fc.constant('template' as const),
          tag: fc.option(name, { nil: undefined }),
          texts: fc.array(anyText, { minLength: 1, maxLength: 3 }),
          expressions: fc.constant<readonly ExpressionTree[]>([]),
        })
        .map(({ texts, ...rest }) => {
          const filled = texts.slice(1).map((_, index): ExpressionTree => ({ kind: 'identifier', name: `x${index}` }))
          return defined({ ...rest, texts, expressions: filled })
        }),
      fc.record({ kind: fc.constant('arrow' as const), body: inner }),
    ),
    member: fc.oneof(
      fc
        .record({ kind: fc.constant('property' as const), name: fc.oneof(name, anyText), value: inner, doc })
        .map((member) => defined(member)),
      fc.record({
        kind: fc.constant('spread' as const),
        expression: fc.record({ kind: fc.constant('identifier' as const), name }),
      }),
    ),
  }
})

const declared = { isExported: flag, doc }
const importSpecifiers = fc.uniqueArray(fc.record({ name, isTypeOnly: fc.constant(false) }), {
  selector: (one) => one.name,
  minLength: 1,
})

const statement: fc.Arbitrary<StatementTree> = fc.oneof(
  fc.record({
    kind: fc.constant('import' as const),
    moduleSpecifier: fc.constantFrom('./one.ts', 'package'),
    isTypeOnly: flag,
    namedImports: importSpecifiers,
  }),
  fc
    .record({
      kind: fc.constant('export' as const),
      moduleSpecifier: fc.constantFrom('./one.ts', '../two.ts'),
      namedExports: fc.option(importSpecifiers, { nil: undefined }),
    })
    .map(defined),
  fc
    .record({
      kind: fc.constant('interface' as const),
      ...declared,
      name,
      extends: fc.array(fc.constantFrom("Base<'Order'>", 'Other', "Omit<Third, 'x'>"), { maxLength: 3 }),
      properties: fc.array(
        fc.record({ name: fc.oneof(name, anyText), type, isReadonly: flag, hasQuestionToken: flag, doc }).map(defined),
        { maxLength: 4 },
      ),
    })
    .map(defined),
  fc.record({ kind: fc.constant('typeAlias' as const), ...declared, name, type }).map(defined),
  fc.record({ kind: fc.constant('variable' as const), ...declared, name, initializer: expression }).map(defined),
  fc
    .record({
      kind: fc.constant('function' as const),
      ...declared,
      name,
      parameters: fc.uniqueArray(fc.record({ name, type }), { selector: (one) => one.name, maxLength: 4 }),
      returnType: type,
      statements: fc.tuple(
        fc.record({ kind: fc.constant('const' as const), name: fc.constant('local'), initializer: expression }),
        fc.record({ kind: fc.constant('return' as const), expression }),
      ),
    })
    .map(defined),
)

/** Files of every kind of statement and expression, with hostile texts wherever a text is free. */
export const anySourceFile: fc.Arbitrary<FileTree> = fc.record({
  header: anyText,
  statements: fc.array(statement, { maxLength: 5 }),
})
