import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importRuleFile } from '../../generator/cli/custom-rules/import-rule-file.ts'
import { attempts } from '../support/run-marks.ts'
import { bakery, lintFolder, ruleText } from './bakery.ts'

const whole = ruleText('custom/a', "for (const { span } of model.entities) report({ message: 'x', span })")

test('a rule file with any piece cut out or put in is loaded, or is told of', { timeout: 120_000 }, async () => {
  using folder = bakery({ 'a.ts': whole })
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length),
      fc.nat(30),
      fc.oneof(
        fc.constant(''),
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom('{', '(', "'", '`', 'await ', '// '),
      ),
      async (at, length, piece) => {
        folder.write([{ path: 'rules/a.ts', text: whole.slice(0, at) + piece + whole.slice(at + length) }])
        const { rules, diagnostics } = await lintFolder(folder.path)
        const codes = new Set(diagnostics.map(({ code }) => code))
        if (rules.length === 0) expect([...codes].some((code) => code.startsWith('rules/'))).toBe(true)
        expect([...codes].filter((code) => !/^(rules|custom)\//.test(code))).toEqual([])
        for (const { span } of diagnostics) expect(span).toBeDefined()
      },
    ),
    { numRuns: attempts(400) },
  )
})

test('a rule file that never finishes loading is given up', async () => {
  using folder = bakery({ 'a.ts': 'await new Promise(() => undefined)\nexport default []\n' })
  const { module, error } = await importRuleFile(`${folder.path}/rules/a.ts`, 50)
  expect(module).toBeUndefined()
  expect(String(error)).toBe('Error: it is not done after 0.05 s')
})
