import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { buildPackage, linkPackage } from '../../../examples/pipeline/build-package.ts'
import { blocksOf } from '../../docs/blocks.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { runProcess } from '../../support/run-process.ts'

const page = readFileSync('docs/data-layer.md', 'utf8')
const examples = blocksOf(page).filter(({ language }) => language === 'ts')

test('the guide of the data layer shows code and no other language that nobody checks', () => {
  expect(examples.length).toBeGreaterThan(6)
  const languages = new Set(blocksOf(page).map(({ language }) => language))
  expect([...languages].sort()).toEqual(['sql', 'ts'])
})

test('its examples compile against the package that is generated', { tags: ['full'], timeout: 300_000 }, async () => {
  const model = soundModel('spec')
  const folder = resolve('.tmp/guide')
  mkdirSync(folder, { recursive: true })
  linkPackage(model, await buildPackage(model), folder)
  // The first one opens the provider, which the others import.
  for (const [at, { text }] of examples.entries())
    writeFileSync(join(folder, at === 0 ? 'provider.ts' : `example-${at}.ts`), text)
  const settings = {
    extends: resolve('tsconfig.json'),
    compilerOptions: { rootDir: resolve('.'), isolatedDeclarations: false, declaration: false, noUnusedLocals: false },
    include: ['*.ts'],
    exclude: [],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  const { out } = await runProcess(process.execPath, [tsc, '-p', folder], { cwd: folder })
  expect(out).toBe('')
})
