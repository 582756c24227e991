import { cpSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { guideFiles, guideSettings } from '../custom-rules/guide-files.ts'
import { noRegistry, npm, npmInstall, npmPack, type Packed, registryAnswers } from '../support/npm.ts'
import { runProcess } from '../support/run-process.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'

const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
const checkout = new TemporaryFolder()
const tarballs = new TemporaryFolder()
const project = new TemporaryFolder()
let packed: Packed

/** A copy of the checkout, so that its own `dist` is not touched while other tests run. */
function copyCheckout(): void {
  const root = resolve('.')
  const left = new Set(['node_modules', 'dist', '.git', 'generated', '.stowage', '.tmp'])
  cpSync(root, checkout.path, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) })
  symlinkSync(join(root, 'node_modules'), join(checkout.path, 'node_modules'))
}

describe('a project with nothing but the packed tool', { tags: ['full'] }, () => {
  let online = false
  beforeAll(async () => {
    online = await registryAnswers()
    if (!online) return
    copyCheckout()
    packed = await npmPack(checkout.path, tarballs.path)
    await npmInstall(project.path, [join(tarballs.path, packed.filename)])
    project.write(guideFiles)
  }, 240_000)
  beforeEach(({ skip }) => skip(!online, noRegistry))
  afterAll(() => {
    for (const folder of [checkout, tarballs, project]) folder[Symbol.dispose]()
  })

  const tsc = (): ReturnType<typeof runProcess> =>
    runProcess(process.execPath, [join(typescript, 'bin/tsc'), '-p', '.'], { cwd: project.path })

  test('compiles the rule of the guide by the settings of the guide, with the declarations checked too', async () => {
    const settings = JSON.parse(guideSettings)
    const strict = { ...settings.compilerOptions, skipLibCheck: false, lib: ['es2024'], types: [] }
    const text = JSON.stringify({ compilerOptions: strict, files: ['rules/no-float-money.ts'] })
    project.write([{ path: 'tsconfig.json', text }])
    expect(await tsc()).toEqual({ code: 0, out: '', err: '' })
  })

  test('has the mistakes of a rule told by the compiler', async () => {
    const rule = project.read('rules/no-float-money.ts')
    const wrong = rule
      .replace("severity: 'error'", "severity: 'grave'")
      .replace("code: 'custom/no-float-money'", "code: 'no-float-money'")
      .replace('field.typeSpan,\n        help', 'field.typeSpan.start,\n        help')
      .replace('field.type.scalar', 'field.type.scaler')
    project.write([{ path: 'rules/no-float-money.ts', text: wrong }])
    const { code, out } = await tsc()
    project.write([{ path: 'rules/no-float-money.ts', text: rule }])
    expect(code).not.toBe(0)
    expect(out.match(/error TS\d+/g)?.length, out).toBe(4)
  })

  test('lints with it, and passes its test', async () => {
    const linted = await runProcess(process.execPath, ['node_modules/stowage/dist/cli/main.js', 'lint'], {
      cwd: project.path,
    })
    expect(linted.code).toBe(1)
    expect(linted.out).toContain('error[custom/no-float-money]: money in `total_price` is a float')
    expect(linted.out).toMatch(/^2 errors, 2 fixable/m)
    const tested = await npm(project.path, ['exec', '-c', 'node --test rules/no-float-money.test.ts'])
    expect(tested.out).toMatch(/pass 2\b/)
  })

  test('finds declarations of what can be imported and of nothing else', () => {
    const declared = packed.files.map(({ path }) => path).filter((path) => path.endsWith('.d.ts'))
    expect(declared).toEqual(
      expect.arrayContaining(['dist/api/rules.d.ts', 'dist/api/testing.d.ts', 'dist/model/model.d.ts']),
    )
    expect(declared.filter((path) => !/^dist\/(api|base|diagnostic|model|rules|source)\//.test(path))).toEqual([])
  })
})
