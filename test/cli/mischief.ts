import {
  chmodSync,
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
import { decodeStamp, encodeStamp, type Stamp } from '../../generator/cli/clean-run/stamp-format.ts'
import { stampPlace } from '../../generator/cli/clean-run/stamp-place.ts'
import { manifestPath } from '../../generator/output/output-path.ts'
import { read, textsIn, write } from '../output/trees.ts'
import { amend, articles } from './specs.ts'

/** The stamp of a project, which must have one. */
export function stampIn(project: string): Stamp {
  const stamp = decodeStamp(readFileSync(stampPlace(project)))
  if (stamp === undefined) throw new Error('there is no stamp')
  return stamp
}

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

/** All of it, by what it is called. */
export const mischief: Readonly<Record<string, Mischief>> = {
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
