import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskReader } from '../../generator/cli/disk-reader.ts'
import { RuleLoader } from '../../generator/cli/lsp/rule-loader.ts'
import { loadSpec } from '../../generator/front/load.ts'
import type { TemporaryFolder } from '../support/temporary-folder.ts'
import { bakery, bakeryProject, ruleText } from './bakery.ts'

function parsedIn(folder: TemporaryFolder): Parameters<RuleLoader['load']>[0] {
  return loadSpec('spec/stowage.yaml', diskReader(folder.path), () => {}).parsed
}

test('of two loads at the same time the earlier one gives nothing, whichever is done first', async () => {
  const slow = `await new Promise((done) => setTimeout(done, 200))\n${ruleText('custom/slow', '')}`
  using folder = bakery({ 'slow.ts': slow, 'quick.ts': ruleText('custom/quick', '') }, 'files: [../rules/slow.ts]')
  const loader = new RuleLoader(folder.path)
  const earlier = loader.load(parsedIn(folder))
  folder.write([{ path: 'spec/stowage.yaml', text: bakeryProject('files: [../rules/quick.ts]') }])
  const later = await loader.load(parsedIn(folder))
  expect(later?.rules.map(({ code }) => code)).toEqual(['custom/quick'])
  expect(await earlier).toBeUndefined()
})

test('a load that fails is tried again', async () => {
  using folder = bakery({ 'one.ts': ruleText('custom/one', '') })
  const parsed = parsedIn(folder)
  const loader = new RuleLoader(join(folder.path, 'moved'))
  await expect(loader.load(parsed)).rejects.toThrow('ENOENT')
  folder.write([{ path: 'moved/rules/one.ts', text: folder.read('rules/one.ts') }])
  const own = await loader.load(parsed)
  expect(own?.rules.map(({ code }) => code)).toEqual(['custom/one'])
  expect(await loader.load(parsed)).toBeUndefined()
  rmSync(join(folder.path, 'moved'), { recursive: true })
})
