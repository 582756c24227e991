import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bakery, brief, lintFolder, ruleText } from './bakery.ts'

const each = `for (const { name, span } of model.entities) report({ message: 'seen ' + name, span })`

describe('a rule file that is not as it should be', () => {
  test('because it is a link out of the project is not run', async () => {
    using elsewhere = bakery({ 'a.ts': ruleText('custom/a', each) })
    using folder = bakery({ 'b.ts': ruleText('custom/b', '') }, 'files: [../rules/a.ts]')
    symlinkSync(join(elsewhere.path, 'rules/a.ts'), join(folder.path, 'rules/a.ts'))
    const { rules, diagnostics } = await lintFolder(folder.path)
    expect(rules).toEqual([])
    expect(brief(diagnostics)).toEqual([expect.stringContaining('it is a link to a place outside the project')])
  })

  const told = async (rules: Readonly<Record<string, string>>, settings?: string): Promise<readonly string[]> => {
    using folder = bakery(rules, settings)
    return brief((await lintFolder(folder.path)).diagnostics)
  }
  const rule = (text: string): string => `export default {\n  ${text},\n}\n`
  const whole = "severity: 'error', summary: 'x', check() {}"

  test.each<[string, Readonly<Record<string, string>>, string | undefined, readonly string[]]>([
    [
      'is not there',
      {},
      'files: [../rules/no.ts]',
      ['spec/stowage.yaml:5:36 rules/missing-file "../rules/no.ts": there is no rule file `rules/no.ts`'],
    ],
    [
      'matches nothing',
      {},
      'files: ["../rules/*.ts"]',
      ['spec/stowage.yaml:5:36 rules/missing-file "\\"../rules/*.ts\\"": no rule file matches `rules/*.ts`'],
    ],
    [
      'is outside',
      {},
      'files: [../../rules.ts]',
      [
        'spec/stowage.yaml:5:36 rules/missing-file "../../rules.ts": `../../rules.ts` leads out of the project\'s folder',
      ],
    ],
    [
      'is a folder',
      { 'a.ts/b.md': '' },
      'files: [../rules/a.ts]',
      [
        'spec/stowage.yaml:5:36 rules/unreadable-file "../rules/a.ts": rule file `rules/a.ts` cannot be read: it is a folder',
      ],
    ],
    [
      'is no module',
      {},
      'files: [../rules/a.cjs]',
      [
        'spec/stowage.yaml:5:36 rules/unreadable-file "../rules/a.cjs": `rules/a.cjs` is no rule file: its name must end in `.ts`, `.mts`, `.js` or `.mjs`',
      ],
    ],
    [
      'is TypeScript with a mistake',
      { 'a.ts': "export default {\n  code: 'x' 'y'\n}\n" },
      undefined,
      [
        "rules/a.ts:2:13 rules/unreadable-file \"'y'\": rule file `rules/a.ts` is no TypeScript: Expected ',', got 'string literal'",
      ],
    ],
    [
      'is JavaScript with a mistake',
      { 'a.js': 'export default {\n  code: = 1\n}\n' },
      undefined,
      ['rules/a.js:2:9 rules/unreadable-file "=": rule file `rules/a.js` is no TypeScript: Expression expected'],
    ],
    [
      'needs a compiler',
      { 'a.ts': 'export enum Level { low }\n' },
      undefined,
      [
        'rules/a.ts:1:8 rules/unreadable-file "enum": rule file `rules/a.ts` cannot run as it is: TypeScript enum is not supported in strip-only mode',
      ],
    ],
    [
      'imports a file that is not there',
      { 'a.ts': "import { b } from './b'\nexport default b\n" },
      undefined,
      ['rules/a.ts:1:19 rules/unreadable-file "\'./b\'": rule file `rules/a.ts` imports `rules/b`, which is not there'],
    ],
    [
      'imports a package that is not there',
      { 'a.ts': "import b from '@acme/house'\nexport default b\n" },
      undefined,
      [
        'rules/a.ts:1:15 rules/unreadable-file "\'@acme/house\'": rule file `rules/a.ts` imports `@acme/house`, which is not installed',
      ],
    ],
    [
      'imports what a file does not export',
      { 'a.ts': "import { b } from './c.ts'\nexport default b\n", 'c.ts': rule(`code: 'custom/c', ${whole}`) },
      undefined,
      [
        "rules/a.ts:1:10 rules/unreadable-file \"b\": rule file `rules/a.ts` is no ES module: The requested module './c.ts' does not provide an export named 'b'",
      ],
    ],
    [
      'throws',
      { 'a.ts': 'const none = undefined\nexport default none.rule\n' },
      undefined,
      [
        'rules/a.ts:2:21 rules/unreadable-file "rule": rule file `rules/a.ts` failed while it was loaded: Cannot read properties of undefined (reading \'rule\')',
      ],
    ],
    [
      'throws what is no error',
      { 'a.ts': "throw 'up\\nthe hands'\n" },
      undefined,
      [
        'spec/stowage.yaml:5:36 rules/unreadable-file "../rules/*": rule file `rules/a.ts` failed while it was loaded: up',
      ],
    ],
    [
      'throws when its exports are looked at',
      { 'a.ts': "export default {\n  get code() {\n    throw new Error('not today')\n  },\n}\n" },
      undefined,
      [
        'rules/a.ts:3:11 rules/unreadable-file "new Error": rule file `rules/a.ts` failed while it was loaded: not today',
      ],
    ],
    [
      'exports nothing',
      { 'a.ts': 'export const names: string[] = []\n' },
      undefined,
      ['rules/a.ts:1:1 rules/bad-rule "export const names: string[] = []": rule file `rules/a.ts`: it exports no rule'],
    ],
    [
      'exports something else',
      { 'a.ts': 'export default 42\n' },
      undefined,
      [
        'rules/a.ts:1:1 rules/bad-rule "export default 42": rule file `rules/a.ts`: its default export is neither a rule nor a list of rules',
      ],
    ],
    [
      'has a code of Stowage',
      { 'a.ts': rule(`code: 'naming/table', ${whole}`) },
      undefined,
      [
        'rules/a.ts:2:10 rules/bad-rule "naming/table": rule file `rules/a.ts`: rule `naming/table` has a code without `custom/`',
      ],
    ],
    [
      'has a code in another case',
      { 'a.ts': rule(`code: 'custom/noFloat', ${whole}`) },
      undefined,
      [
        'rules/a.ts:2:10 rules/bad-rule "custom/noFloat": rule file `rules/a.ts`: rule `custom/noFloat` has a code that is not in kebab-case',
      ],
    ],
    [
      'has no code',
      { 'a.ts': rule(whole) },
      undefined,
      ['rules/a.ts:1:1 rules/bad-rule "export default {": rule file `rules/a.ts`: a rule has no `code`'],
    ],
    [
      'has an empty code',
      { 'a.ts': rule(`code: ' ', ${whole}`) },
      undefined,
      ['rules/a.ts:1:1 rules/bad-rule "export default {": rule file `rules/a.ts`: a rule has no `code`'],
    ],
    [
      'has the code of another',
      { 'a.ts': rule(`code: 'custom/a', ${whole}`), 'b.ts': rule(`code: 'custom/a', ${whole}`) },
      undefined,
      ['rules/b.ts:2:10 rules/bad-rule "custom/a": two rules have the code `custom/a`'],
    ],
    [
      'has a check that is async',
      { 'a.ts': rule("code: 'custom/a', severity: 'error', summary: 'x', async check() {}") },
      undefined,
      [
        'rules/a.ts:2:10 rules/bad-rule "custom/a": rule file `rules/a.ts`: rule `custom/a` has a `check` that is async or a generator',
      ],
    ],
    [
      'has options of another rule',
      { 'a.ts': rule(`code: 'custom/a', options: [{ rule: 'custom/b' }], ${whole}`) },
      undefined,
      [
        'rules/a.ts:2:10 rules/bad-rule "custom/a": rule file `rules/a.ts`: rule `custom/a` has `options` that are none of its own',
      ],
    ],
    [
      'is told all its mistakes',
      { 'a.ts': rule("code: 'custom/a', severity: 'warn', sumary: 'x', docs: 1, fixable: 'yes'") },
      undefined,
      [
        'rules/a.ts:2:10 rules/bad-rule "custom/a": rule file `rules/a.ts`: rule `custom/a` has `docs` that are no text',
        'rules/a.ts:2:10 rules/bad-rule "custom/a": rule file `rules/a.ts`: rule `custom/a` has a `fixable` that is neither true nor false',
        'rules/a.ts:2:10 rules/bad-rule "custom/a": rule file `rules/a.ts`: rule `custom/a` has an unknown key `sumary`',
        'rules/a.ts:2:10 rules/bad-rule "custom/a": rule file `rules/a.ts`: rule `custom/a` has no `summary`',
        'rules/a.ts:2:10 rules/bad-rule "custom/a": rule file `rules/a.ts`: rule `custom/a` has no function `check`',
        'rules/a.ts:2:10 rules/bad-rule "custom/a": rule file `rules/a.ts`: rule `custom/a` has no valid `severity`',
      ],
    ],
  ])('%s', async (_, rules, settings, expected) => {
    expect(await told(rules, settings)).toEqual(expected)
  })
})
