import { describe, expect, test } from 'vitest'
import { bakery, brief, lintFolder, ruleText } from './bakery.ts'

async function told(check: string, more?: string): Promise<readonly string[]> {
  using folder = bakery({ 'a.ts': ruleText('custom/a', check, more), 'b.ts': ruleText('custom/b', 'void report') })
  return brief((await lintFolder(folder.path)).diagnostics)
}

const entity = 'const [{ span }] = model.entities;'

describe('a rule that does not do its work', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'throws',
      '(model).nothing.at(0)',
      [
        'rules/a.ts:5:21 rules/failed "at": rule `custom/a` failed: Cannot read properties of undefined (reading \'at\')',
      ],
    ],
    [
      'throws what is no error',
      "throw { toString() { throw new Error('no') } }",
      ['rules/a.ts:3:10 rules/failed "custom/a": rule `custom/a` failed: it threw what cannot be read'],
    ],
    [
      'changes the model',
      'const { entities } = model; entities.push(entities[0])',
      ['rules/a.ts:5:42 rules/failed "push": rule `custom/a` failed: Cannot add property 2, object is not extensible'],
    ],
    [
      'changes what is deep in the model',
      'const [{ postgres }] = model.entities; postgres.fields.reverse()',
      [
        "rules/a.ts:5:60 rules/failed \"reverse\": rule `custom/a` failed: Cannot assign to read only property '0' of object '[object Array]'",
      ],
    ],
    [
      'gives back its findings',
      'return [{ message: "x" }]',
      ['rules/a.ts:3:10 rules/failed "custom/a": rule `custom/a` returns something'],
    ],
    [
      'is async behind its back',
      'return Promise.reject(new Error("nobody waits"))',
      ['rules/a.ts:3:10 rules/failed "custom/a": rule `custom/a` has an async `check`'],
    ],
    [
      'reports nothing',
      'report(undefined)',
      ['rules/a.ts:5:5 rules/failed "report": rule `custom/a` reported a finding that is no object'],
    ],
    [
      'reports no place',
      "report({ message: 'x' })",
      ['rules/a.ts:5:5 rules/failed "report": rule `custom/a` reported a finding without a valid span in `span`'],
    ],
    [
      'reports a place elsewhere',
      "report({ message: 'x', span: { file: { path: '/etc/passwd', text: '' }, start: 0, end: 0 } })",
      [
        'rules/a.ts:5:5 rules/failed "report": rule `custom/a` reported a finding whose span in `span` is in no file of the spec',
      ],
    ],
    [
      'reports a place behind the end',
      `${entity} report({ message: 'x', span: { ...span, end: 1e6 } })`,
      [
        'rules/a.ts:5:40 rules/failed "report": rule `custom/a` reported a finding whose span in `span` does not lie in the text of its file',
      ],
    ],
    [
      'reports no message',
      `${entity} report({ message: ' ', span })`,
      ['rules/a.ts:5:40 rules/failed "report": rule `custom/a` reported a finding without a `message`'],
    ],
    [
      'mends and does not say that it can',
      `${entity} report({ message: 'x', span, fixes: replaceText(span, 'y') })`,
      [
        'rules/a.ts:5:40 rules/failed "report": rule `custom/a` reported a finding with a fix, but does not say `fixable: true`',
      ],
    ],
  ])('because it %s is told so, at its own line, and the next rule runs', async (_, check, expected) => {
    expect(await told(check)).toEqual(expected)
  })

  test('because it never ends by itself is told so', async () => {
    expect(await told('const f = (n: number): number => f(n + 1) + 1; f(0)')).toEqual([
      expect.stringMatching(/^rules\/a\.ts:5:.*: rule `custom\/a` failed: Maximum call stack size exceeded$/),
    ])
  })

  test('because a fix of it leads out of the spec is told so', async () => {
    const edit = "{ span: { file: { path: 'package.json', text: '{}' }, start: 0, end: 0 }, text: 'x' }"
    const check = `${entity} report({ message: 'x', span, fixes: [{ title: 'mend', edits: [${edit}] }] })`
    expect(await told(check, ' fixable: true,')).toEqual([
      'rules/a.ts:5:40 rules/failed "report": rule `custom/a` reported a finding whose span in an edit is in no file of the spec',
    ])
  })

  test('in part is told of each part, once, and its good findings count', async () => {
    const check = `for (const { span, name } of model.entities) {
      report({ message: name, span })
      report({ message: name })
    }
    const none = {}; none.nothing.at(0)`
    expect([...(await told(check))].sort()).toEqual(
      [
        'rules/a.ts:7:7 rules/failed "report": rule `custom/a` reported a finding without a valid span in `span`',
        'rules/a.ts:9:35 rules/failed "at": rule `custom/a` failed: Cannot read properties of undefined (reading \'at\')',
        'spec/orders.yaml:14:3 custom/a "Baker": Baker',
        'spec/orders.yaml:4:3 custom/a "Order": Order',
      ].sort(),
    )
  })

  test('after its check has ended says nothing any more', async () => {
    expect(await told(`${entity} setImmediate(() => report({ message: 'late', span }))`)).toEqual([])
  })

  test('fails as an error that stops generation, and may be turned off', async () => {
    using folder = bakery(
      { 'a.ts': ruleText('custom/a', 'throw new Error("no")') },
      'files: [../rules/*], levels: { custom/a: off }',
    )
    expect((await lintFolder(folder.path)).diagnostics).toEqual([])
  })
})
