import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sourcesIn } from '../support/analyze-folder.ts'
import { rearranged } from '../support/rearranged.ts'
import { type Ended, runProcess, runToSuccess } from '../support/run-process.ts'
import { filesBelow, TemporaryFolder, textsBelow } from '../support/temporary-folder.ts'

const main = resolve('generator/cli/main.ts')
const spec = sourcesIn('spec')

/** Other places, and what a shell sets there that must not matter: other digits, other letters, far time zones. */
const places: readonly { readonly folder: string; readonly env: NodeJS.ProcessEnv }[] = [
  { folder: 'a', env: { LC_ALL: 'C', LANG: 'C', TZ: 'UTC' } },
  {
    folder: 'a folder/with spaces/and ünïcode/spec',
    env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' },
  },
  {
    folder: 'deep/er/and/deeper/spec',
    env: { LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8', TZ: 'America/St_Johns', STOWAGE_ENV: 'production' },
  },
]

function stowage(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return runToSuccess(process.execPath, [main, ...args], { cwd, env: { PATH: process.env.PATH, ...env } })
}

/** What a second look would tell apart: the file itself, when it was written, and its size. */
function marks(folder: string): ReadonlyMap<string, string> {
  return new Map(
    filesBelow(folder).map((path) => {
      const { ino, mtimeNs, size } = statSync(join(folder, path), { bigint: true })
      return [path, `${ino} ${mtimeNs} ${size}`]
    }),
  )
}

describe('generate on the reference spec', { tags: ['full'] }, () => {
  const plain = new TemporaryFolder()
  const output = join(plain.path, 'generated')
  beforeAll(async () => {
    plain.write(spec, 'spec')
    await stowage(plain.path, ['generate'])
  })
  afterAll(() => plain[Symbol.dispose]())

  test('writes nothing the second time', async () => {
    const before = marks(output)
    expect(before.size).toBeGreaterThan(100)
    const again = await stowage(plain.path, ['generate'])
    expect(again.err).toMatch(/^ {2}written {3}nothing to do, \d+ unchanged$/m)
    expect(marks(output)).toEqual(before)
  })

  test.each(places)('is the same in $folder, with other files, in $env.TZ', async ({ folder, env }) => {
    using other = new TemporaryFolder()
    other.write(
      rearranged(
        spec,
        places.findIndex((place) => place.folder === folder),
      ),
      folder,
    )
    // The project file is looked for in two places.
    const project = folder.replace(/\/spec$/, '')
    await stowage(other.path, ['--cwd', project, 'generate'], env)
    const expected = textsBelow(output)
    const found = textsBelow(join(other.path, project, 'generated'))
    expect([...found.keys()]).toEqual([...expected.keys()])
    for (const [path, text] of found) expect(text, path).toBe(expected.get(path))
  })
})

describe('a report', { tags: ['full'] }, () => {
  test('is the same in another country', async () => {
    const cwd = resolve('test/cases/mistake-several-at-once')
    const reports = await Promise.all(
      places.flatMap(({ env }) =>
        ['json', 'text'].map((format) =>
          runProcess(process.execPath, [main, 'lint', '--format', format], {
            cwd,
            env: { PATH: process.env.PATH, ...env },
          }),
        ),
      ),
    )
    expect(reports.map(({ code }) => code)).toEqual(reports.map(() => 1))
    expect(new Set(reports.map(({ out }) => out)).size).toBe(2)
  })

  test('the countries differ to the run time: else these tests would show nothing', async () => {
    const script = 'console.log(new Intl.NumberFormat().format(1234.5), new Date(0).toString())'
    const said = await Promise.all(
      places.map(({ env }) =>
        runToSuccess(process.execPath, ['-e', script], { cwd: '.', env: { PATH: process.env.PATH, ...env } }),
      ),
    )
    expect(new Set(said.map(({ out }) => out)).size).toBe(places.length)
  })
})
