import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { watchedRuleFiles } from '../../generator/cli/custom-rules/load.ts'
import { bakery, brief, lintFolder, ruleText } from './bakery.ts'

const each = `for (const { name, span } of model.entities) report({ message: 'seen ' + name, span })`

describe('a rule file', () => {
  test('is TypeScript or JavaScript, and gives one rule, a list, or named ones', async () => {
    using folder = bakery({
      'one.ts': ruleText(
        'custom/one',
        "for (const { span } of declaredFields(model)) report({ message: 'one' as string, span })",
      ),
      'two.mjs': `const rule = (code) => ({ code, severity: 'info', summary: 'x', check() {} })
export default [rule('custom/two'), rule('custom/three')]
export const four = rule('custom/four')
export const names = ['no', 'rules']
export function helper() {}
`,
      'one.test.ts': 'throw new Error("a test is no rule file")',
      'types.d.ts': 'throw new Error("a declaration is no rule file")',
      'readme.md': 'no code',
    })
    const { rules, diagnostics } = await lintFolder(folder.path)
    expect(rules.map(({ code }) => code)).toEqual(['custom/one', 'custom/two', 'custom/three', 'custom/four'])
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(Array(8).fill('custom/one warning'))
  })

  test('is an ES module whatever the package says, and imports what stands beside it', async () => {
    using folder = bakery({
      'one.js':
        "import { title } from './lib/title.ts'\nexport default { code: 'custom/one', severity: 'error', summary: title, check() {} }\n",
      'lib/title.ts': 'export const title: string = "asks for something"\n',
    })
    folder.write([{ path: 'package.json', text: '{ "type": "commonjs" }' }])
    const { rules, diagnostics } = await lintFolder(folder.path)
    expect(diagnostics).toEqual([])
    expect(rules.map(({ summary }) => summary)).toEqual(['asks for something'])
  })

  test('is loaded once for each of its texts, and anew where something changed below it', async () => {
    using folder = bakery(
      {
        'one.ts': `import { word } from './word.ts'\n${ruleText('custom/one', 'for (const { span } of model.entities) report({ message: word, span })')}`,
        'word.ts': "export const word: string = 'first'\n",
        'other.ts': ruleText('custom/other', ''),
      },
      'files: [../rules/one.ts, ../rules/other.ts]',
    )
    const first = await lintFolder(folder.path)
    expect(new Set(first.diagnostics.map(({ message }) => message))).toEqual(new Set(['first']))
    expect((await lintFolder(folder.path)).rules).toEqual(first.rules)
    expect((await lintFolder(folder.path)).rules[0]).toBe(first.rules[0])

    folder.write([{ path: 'rules/word.ts', text: "export const word: string = 'second'\n" }])
    const second = await lintFolder(folder.path)
    expect(new Set(second.diagnostics.map(({ message }) => message))).toEqual(new Set(['second']))
    expect(second.rules[0]).not.toBe(first.rules[0])
    expect(second.rules[1]).toBe(first.rules[1])

    rmSync(join(folder.path, 'rules/word.ts'))
    expect(brief((await lintFolder(folder.path)).diagnostics)).toEqual([
      expect.stringContaining('rules/one.ts:1:22 rules/unreadable-file "\'./word.ts\'"'),
    ])
    folder.write([{ path: 'rules/word.ts', text: "export const word: string = 'third'\n" }])
    expect(new Set((await lintFolder(folder.path)).diagnostics.map(({ message }) => message))).toEqual(
      new Set(['third']),
    )
    expect(watchedRuleFiles(folder.path).map((path) => path.slice(folder.path.length))).toEqual([
      '/rules/one.ts',
      '/rules/other.ts',
      '/rules/word.ts',
    ])
    // A folder whose name only begins so is another one.
    folder.write([{ path: 'rul/readme.md', text: '' }])
    expect(watchedRuleFiles(join(folder.path, 'rul'))).toEqual([])
  })

  test('that is broken is told of at the place where the project names it now', async () => {
    using folder = bakery({ 'a.ts': "throw 'up'\n" }, 'files: [../rules/a.ts]')
    expect(brief((await lintFolder(folder.path)).diagnostics)).toEqual([
      expect.stringContaining('spec/stowage.yaml:5:36 '),
    ])
    folder.write([{ path: 'spec/stowage.yaml', text: `# a line more\n${folder.read('spec/stowage.yaml')}` }])
    expect(brief((await lintFolder(folder.path)).diagnostics)).toEqual([
      expect.stringContaining('spec/stowage.yaml:6:36 rules/unreadable-file "../rules/a.ts"'),
    ])
  })

  test('of a file of rules that projects share is named relative to that', async () => {
    using folder = bakery({ 'one.ts': ruleText('custom/one', each) }, 'extends: [minimal, ../house/rules.yaml]')
    folder.write([
      { path: 'spec/stowage.yaml', text: folder.read('spec/stowage.yaml').replace('extends: minimal, ', '') },
      { path: 'house/rules.yaml', text: 'rules: { files: [../rules/one.ts], levels: { custom/one: error } }\n' },
    ])
    const { diagnostics } = await lintFolder(folder.path)
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'custom/one error',
      'custom/one error',
    ])
  })
})
