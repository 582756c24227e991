import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { runProcess } from '../support/run-process.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { guideCommands, guideFiles } from './guide-files.ts'

/** A package of the name that leads to the sources: what is packed is tried by test/pack/custom-rules.test.ts. */
function stowage(): readonly { readonly path: string; readonly text: string }[] {
  const entry = (name: string): { readonly path: string; readonly text: string } => ({
    path: `node_modules/stowage/${name}.js`,
    text: `export * from ${JSON.stringify(pathToFileURL(`generator/api/${name}.ts`).href)}\n`,
  })
  const manifest = {
    name: 'stowage',
    type: 'module',
    exports: { './rules': './rules.js', './testing': './testing.js' },
  }
  return [
    { path: 'node_modules/stowage/package.json', text: JSON.stringify(manifest) },
    entry('rules'),
    entry('testing'),
  ]
}

test('the test of docs/custom-rules.md passes, and fails where the rule does nothing', async () => {
  expect(guideCommands).toEqual(['node --test rules/no-float-money.test.ts'])
  using folder = new TemporaryFolder()
  folder.write([...guideFiles, ...stowage()])
  const [, ...args] = guideCommands[0]?.split(' ') ?? []
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined }
  const passed = await runProcess(process.execPath, args, { cwd: folder.path, env })
  expect(passed.code, passed.out + passed.err).toBe(0)
  expect(passed.out).toMatch(/pass 2\b/)

  const rule = folder.read('rules/no-float-money.ts')
  folder.write([{ path: 'rules/no-float-money.ts', text: rule.replace('      report({', '      if (1 > 2) report({') }])
  const failed = await runProcess(process.execPath, args, { cwd: folder.path, env })
  expect(failed.code).toBe(1)
  expect(failed.out).toMatch(/fail 1\b/)
})
