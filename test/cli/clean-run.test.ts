import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeStamp, encodeStamp, type Stamp } from '../../generator/cli/clean-run/stamp-format.ts'
import { stampPlace } from '../../generator/cli/clean-run/stamp-place.ts'
import { codeFingerprint } from '../../generator/cli/clean-run/tool.ts'
import { manifestPath } from '../../generator/output/output-path.ts'
import { folderWith, read, textsIn, write } from '../output/trees.ts'
import { attempts, onlyInFull } from '../support/run-marks.ts'
import { type Ran, runCli } from './run-cli.ts'
import { amend, articles, freshProject } from './specs.ts'

/** A project whose output is up to date, and whose stamp says so. */
async function settledProject(): Promise<string> {
  const project = freshProject()
  mkdirSync(join(project, 'node_modules'))
  expect(await runCli(project, ['generate'])).toMatchObject({ code: 0 })
  return project
}

function stampIn(project: string): Stamp {
  const stamp = decodeStamp(readFileSync(stampPlace(project)))
  if (stamp === undefined) throw new Error('there is no stamp')
  return stamp
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

/** What somebody does between two runs. */
type Mischief = (project: string, random: number) => void

function inPlace(project: string, path: string): void {
  const text = read(project, path) ?? ''
  writeFileSync(
    join(project, path),
    text.replace(/[a-z]/, (letter) => (letter === 'x' ? 'y' : 'x')),
  )
}

function withTimesKept(project: string, path: string, change: () => void): void {
  const { atimeMs, mtimeMs } = lstatSync(join(project, path))
  change()
  utimesSync(join(project, path), atimeMs / 1000, mtimeMs / 1000)
}

function damage(project: string, change: (bytes: Buffer) => Uint8Array): void {
  writeFileSync(stampPlace(project), change(readFileSync(stampPlace(project))))
}

function lie(project: string, change: (stamp: Stamp) => Partial<Stamp>): void {
  const stamp = stampIn(project)
  writeFileSync(stampPlace(project), encodeStamp({ ...stamp, ...change(stamp) }))
}

/** One of the files of the output. */
function some(project: string, random: number): string {
  const paths = Object.keys(textsIn(join(project, 'generated')))
  return `generated/${paths[random % paths.length]}`
}

const mischief: Readonly<Record<string, Mischief>> = {
  nothing: () => undefined,
  'a flipped bit': (project, random) =>
    damage(project, (bytes) => {
      const at = random % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (random % 8))
      return bytes
    }),
  'a stamp cut short': (project, random) => damage(project, (bytes) => bytes.subarray(0, random % bytes.length)),
  'a stamp with more behind it': (project) => damage(project, (bytes) => Buffer.concat([bytes, Buffer.from('x')])),
  'no stamp': (project) => rmSync(stampPlace(project)),
  'a folder for a stamp': (project) => {
    rmSync(stampPlace(project))
    mkdirSync(stampPlace(project))
  },
  'a stamp of another tool': (project) => lie(project, ({ key }) => ({ key: key.replace(/[0-9a-f]{8}/, '00000000') })),
  'a stamp of another folder': (project) => lie(project, ({ key }) => ({ key: key.replace(project, `${project}x`) })),
  'a stamp of another spec': (project) =>
    lie(project, ({ answers }) => ({
      answers: answers.map((answer) => ('read' in answer ? { ...answer, sha256: '0'.repeat(64) } : answer)),
    })),
  'an output that is edited': (project, random) => write(project, some(project, random), 'by hand\n'),
  'an output that is edited in its place, with the same size': (project, random) =>
    inPlace(project, some(project, random)),
  'the same, and its time set back': (project, random) => {
    const path = some(project, random)
    withTimesKept(project, path, () => inPlace(project, path))
  },
  'an output that another file replaces, as large and as old': (project, random) => {
    const path = some(project, random)
    withTimesKept(project, path, () => {
      const text = read(project, path) ?? ''
      rmSync(join(project, path))
      write(project, path, text.replace(/[a-z]/, '0'))
    })
  },
  'an output that is replaced by what it was': (project, random) => {
    const path = some(project, random)
    const text = read(project, path) ?? ''
    rmSync(join(project, path))
    write(project, path, text)
  },
  'an output that is gone': (project, random) => rmSync(join(project, some(project, random))),
  'an output that is a link to what it was': (project, random) => {
    const path = join(project, some(project, random))
    renameSync(path, join(project, 'moved'))
    symlinkSync(join(project, 'moved'), path)
  },
  'a folder that is a link to what it was': (project) => {
    renameSync(join(project, 'generated/docs'), join(project, 'docs'))
    symlinkSync(join(project, 'docs'), join(project, 'generated/docs'))
  },
  'an output that nobody may write': (project, random) => chmodSync(join(project, some(project, random)), 0o444),
  'a file of somebody else beside it': (project) => write(project, 'generated/docs/mine.md', 'mine\n'),
  'a manifest that is damaged': (project) => write(project, `generated/${manifestPath}`, '{'),
  'what a killed run left': (project) =>
    write(project, 'generated/.manifest.next.json', '{\n  "version": 1,\n  "files": []\n}\n'),
  'a spec that is edited': (project) => amend(project, articles, 'type: string(200)', 'type: string(201)'),
  'a spec that is edited, and its time set back': (project) =>
    withTimesKept(project, articles, () => amend(project, articles, 'type: string(200)', 'type: string(201)')),
  'a spec with a mistake': (project) => amend(project, articles, 'ref(Member), inverse', 'ref(Membr), inverse'),
  'a spec with a comment more': (project) =>
    write(project, articles, `${read(project, articles) ?? ''}\n# nothing of note\n`),
  'a file more that the include matches': (project) =>
    write(project, 'spec/domains/more.yaml', 'domain: more\nabout: More of it.\n'),
  'a file of the spec that is gone': (project) => rmSync(join(project, articles)),
  'a baseline': (project) => write(project, 'spec/stowage.baseline.json', '{}'),
  'another root of the output': (project) => amend(project, 'spec/stowage.yaml', 'root: generated', 'root: made'),
  'drawings that are wanted': (project) =>
    amend(project, 'spec/stowage.yaml', 'root: generated', 'root: generated, drawings: true'),
  'a record of drawings': (project) => write(project, 'generated/diagrams/.drawn.json', '{}'),
  'a migration': (project) =>
    write(project, 'generated/provider-db/prisma/migrations/0001_first/migration.sql', 'SELECT 1;\n'),
}

describe('a stamp never matters', () => {
  const looks = onlyInFull(['full']) ? [['check']] : [['check'], ['generate', '--check']]

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
        if (onlyInFull(['full'])) return

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
