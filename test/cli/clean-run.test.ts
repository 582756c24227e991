import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeStamp, encodeStamp } from '../../generator/cli/clean-run/stamp-format.ts'
import { stampPlace } from '../../generator/cli/clean-run/stamp-place.ts'
import { codeFingerprint } from '../../generator/cli/clean-run/tool.ts'
import { folderWith, read, write } from '../output/trees.ts'
import { attempts, every } from '../support/run-marks.ts'
import { mischief, stampIn } from './mischief.ts'
import { type Ran, runCli } from './run-cli.ts'
import { amend, articles, freshProject } from './specs.ts'

/** A project whose output is up to date, and whose stamp says so. */
async function settledProject(): Promise<string> {
  const project = freshProject()
  mkdirSync(join(project, 'node_modules'))
  expect(await runCli(project, ['generate'])).toMatchObject({ code: 0 })
  return project
}

/** Whether a run went by the stamp: a run that says how long its stages took has had some. */
async function isShort(project: string, ...argv: readonly string[]): Promise<boolean> {
  const { err } = await runCli(project, [...argv, '--stats'])
  return err.includes('nothing had to be done')
}

const schema = 'generated/provider-db/prisma/schema/articles.prisma'

describe('a run after a clean one', () => {
  test('does nothing, and says what a run says that finds nothing to do', async () => {
    const project = await settledProject()
    for (const argv of [['check'], ['generate', '--check'], ['generate']]) {
      const short = await runCli(project, argv)
      const stamp = readFileSync(stampPlace(project))
      rmSync(stampPlace(project))
      expect(await runCli(project, argv)).toEqual(short)
      writeFileSync(stampPlace(project), stamp)
    }
    expect(await isShort(project, 'generate')).toBe(true)
    expect(await isShort(project, 'generate', '--check')).toBe(true)
  })

  test.each([['--only', 'prisma'], ['--no-baseline'], ['--dry-run'], ['--check', '-f', 'json']])(
    'goes by it only where it is the usual one: %s',
    async (...options) => {
      const project = await settledProject()
      expect(await isShort(project, 'generate', ...options)).toBe(false)
    },
  )

  test('needs no stamp of a project that has findings, even mild ones', async () => {
    const project = await settledProject()
    amend(project, articles, '        - [written_by]\n', '')
    for (const argv of [['generate'], ['generate'], ['generate', '--check'], ['generate']]) {
      const { err, out } = await runCli(project, argv)
      expect(out + err).toContain('warning[postgres/foreign-key-unindexed]')
    }
  })

  test('reads again what is too young for its times to show a change, and only once', async () => {
    const project = await settledProject()
    await sleep(50)
    expect(await isShort(project, 'generate')).toBe(true)
    expect(stampIn(project).unsettled).toEqual({})
    expect(await isShort(project, 'generate')).toBe(true)
  })

  test('writes its stamp among what can be made again, and none where only a look was asked for', async () => {
    const project = freshProject()
    await runCli(project, ['generate'])
    expect(read(project, '.stowage/.gitignore')).toBe('*\n')
    expect(await isShort(project, 'generate')).toBe(true)
    rmSync(join(project, '.stowage'), { recursive: true })
    expect(await runCli(project, ['check'])).toMatchObject({ code: 0 })
    expect(existsSync(join(project, '.stowage'))).toBe(false)
  })

  test('is as it would be where no stamp can be written', async () => {
    const project = freshProject()
    write(project, '.stowage', 'a file\n')
    const first = await runCli(project, ['generate'])
    expect(first.code).toBe(0)
    expect((await runCli(project, ['generate'])).err).toMatch(/nothing to do/)
    expect(read(project, '.stowage')).toBe('a file\n')
  })

  test('looks at migrations where only a `generate` went before', async () => {
    const project = await settledProject()
    await runCli(project, ['migrate', 'new', 'first'])
    expect(await isShort(project, 'generate', '--check')).toBe(false)
    rmSync(stampPlace(project))
    expect(await runCli(project, ['generate'])).toMatchObject({ code: 0 })
    expect(stampIn(project).scope).toBe('generate')
    expect(await isShort(project, 'generate')).toBe(true)
    const [name = ''] = stampIn(project).migrations.names
    rmSync(join(project, 'generated/provider-db/prisma/migrations', name, 'model.lock.json'))
    expect(await isShort(project, 'generate')).toBe(true)
    expect((await runCli(project, ['check'])).code).toBe(1)
  })
})

describe('a stamp never matters', () => {
  const looks = !every ? [['check']] : [['check'], ['generate', '--check']]

  /** What commands say with the stamp as it is, each with the same one. */
  async function answersOf(project: string, stamp: (() => void) | undefined): Promise<readonly Ran[]> {
    const said: Ran[] = []
    for (const argv of looks) {
      rmSync(stampPlace(project), { recursive: true, force: true })
      stamp?.()
      said.push(await runCli(project, argv))
    }
    return said
  }

  test.each(Object.entries(mischief))('%s', { timeout: 60_000 }, async (_, happens) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.boolean(), async (random, waits) => {
        const project = await settledProject()
        if (waits) {
          await sleep(20)
          expect(await isShort(project, 'generate')).toBe(true)
        }
        happens(project, random)
        const place = stampPlace(project)
        const bytes = existsSync(place) && lstatSync(place).isFile() ? readFileSync(place) : undefined
        const stamp = (): void => {
          if (bytes !== undefined) writeFileSync(place, bytes)
        }
        const withIt = await answersOf(project, stamp)
        expect(withIt).toEqual(await answersOf(project, undefined))
        if (!every) return

        rmSync(place, { recursive: true, force: true })
        stamp()
        const ran = await runCli(project, ['generate'])
        rmSync(place, { recursive: true, force: true })
        const again = await runCli(project, ['generate'])
        if (ran.code === 0) expect(again.err).toMatch(/written {3}nothing to do/)
        else expect(again).toEqual(ran)
      }),
      { numRuns: attempts(10, 10) },
    )
  })

  test('of another project is none, even where that one has the same spec', async () => {
    const [one, other] = [await settledProject(), await settledProject()]
    write(other, schema, 'by hand\n')
    writeFileSync(stampPlace(other), readFileSync(stampPlace(one)))
    expect(await runCli(other, ['check'])).toMatchObject({ code: 1, out: `  edited  ${schema}\n` })
  })

  test('of damaged bytes is never read as one', async () => {
    const project = await settledProject()
    const bytes = readFileSync(stampPlace(project))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, cut) => {
        const damaged = Buffer.from(bytes)
        damaged[at] = (damaged[at] ?? 0) ^ change
        expect(decodeStamp(cut ? damaged.subarray(0, at) : damaged)).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })

  test('that keeps its sum but not its form is none', async () => {
    const project = await settledProject()
    const stamp = stampIn(project)
    expect(decodeStamp(Buffer.from(encodeStamp(stamp)))).toEqual(stamp)
    const { paths, values } = stamp.stamps
    const wrong: readonly object[] = [
      { key: 1 },
      { scope: 'some' },
      { answers: [{ read: 'x' }] },
      { answers: [{ glob: 'x', paths: [1] }] },
      { migrations: null },
      { maker: 7 },
      { unsettled: { x: 1 } },
      { files: 1.5 },
      { stamps: { paths: paths.slice(1), values } },
      { stamps: { paths, values: values.slice(1) } },
    ]
    for (const part of wrong) expect(decodeStamp(Buffer.from(encodeStamp({ ...stamp, ...part })))).toBeUndefined()
  })
})

describe('the tool', () => {
  const files = {
    'package.json': '{"version":"1.0.0","dependencies":{"a":"1"}}',
    'dist/main.js': 'one',
    'dist/x/y.js': '',
  }

  test('is another one where its code, its description or a package that it needs is', () => {
    const folder = folderWith({ ...files, 'node_modules/a/package.json': '{"version":"1.0.0"}' })
    const seen = new Set([codeFingerprint(folder, 'dist')])
    expect(seen.has(codeFingerprint(folder, 'dist'))).toBe(true)
    for (const [path, text] of [
      ['dist/main.js', 'two'],
      ['dist/x/z.js', ''],
      ['package.json', files['package.json'].replace('1.0.0', '1.0.1')],
      ['node_modules/a/package.json', '{"version":"1.0.1"}'],
    ] as const) {
      write(folder, path, text)
      const now = codeFingerprint(folder, 'dist')
      expect(seen.has(now), path).toBe(false)
      seen.add(now)
    }
  })
})
