import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { soundModel } from '../../support/analyze-folder.ts'
import { outputOf } from './trial.ts'

// Below the repository, so that the packages are found.
const root = join(process.cwd(), '.tmp', `conformance-types-${process.pid}`)

afterAll(() => rmSync(root, { recursive: true, force: true }))

const options = {
  target: 'es2024',
  lib: ['es2024'],
  module: 'nodenext',
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
}

test('the conformance tests are sound TypeScript, in strict mode', { tags: ['full'] }, () => {
  for (const { path, text } of outputOf(soundModel('test/emit/conformance/library'))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['conformance'] }))
  const report = (): string => execFileSync('node_modules/.bin/tsc', ['-p', root], { encoding: 'utf8' })
  expect(report()).toBe('')
})
