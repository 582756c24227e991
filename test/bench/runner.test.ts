import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InputFolder } from '../../bench/runner/input-folder.ts'
import { type Measuring, measure, type Subject } from '../../bench/runner/measure.ts'
import { chosenWorks, readOptions } from '../../bench/runner/options.ts'
import { runOnce } from '../../bench/runner/run-once.ts'
import { WatchedProcess } from '../../bench/runner/watched-process.ts'
import { works } from '../../bench/works/index.ts'
import { runProcess } from '../support/run-process.ts'
import { filesBelow, TemporaryFolder } from '../support/temporary-folder.ts'

const node = process.execPath
const quiet = (): void => undefined

function measuring(scratch: TemporaryFolder, said: string[] = []): Measuring {
  return { rounds: 1, cap: 30, scratch: scratch.path, progress: (text) => said.push(text) }
}

describe('a run', () => {
  test('of an empty process takes some time and memory', async () => {
    using folder = new TemporaryFolder()
    const ending = await runOnce({ command: [node, '-e', ''], cwd: folder.path }, 30, folder.path)
    if (ending.kind !== 'run') throw new Error(JSON.stringify(ending))
    for (const value of Object.values(ending.run)) expect(value).toBeGreaterThan(0)
  })

  test('counts the processes that it starts', async () => {
    using folder = new TemporaryFolder()
    const child = "require('node:child_process').execFileSync(process.execPath, ['-e', ''])"
    await runOnce({ command: [node, '-e', child], cwd: folder.path }, 30, folder.path)
    expect(folder.read('usage').trim().split('\n')).toHaveLength(2)
  })

  test('ends, with all that it started, when its time is over', async () => {
    using folder = new TemporaryFolder()
    const command = [node, '-e', 'setInterval(() => undefined, 1000)']
    await expect(runOnce({ command, cwd: folder.path }, 0.2, folder.path)).resolves.toEqual({ kind: 'over', cap: 0.2 })
  })

  test('that fails tells what it said', async () => {
    using folder = new TemporaryFolder()
    const ending = await runOnce(
      { command: [node, '-e', 'console.error("no"); process.exit(3)'], cwd: folder.path },
      30,
      folder.path,
    )
    expect(ending).toEqual({ kind: 'failed', said: 'ended with 3: no\n' })
  })

  test('of what is not there fails', async () => {
    using folder = new TemporaryFolder()
    const ending = await runOnce({ command: [join(folder.path, 'nothing')], cwd: folder.path }, 30, folder.path)
    expect(ending).toMatchObject({ kind: 'failed', said: expect.stringContaining('ENOENT') })
  })
})

describe('a measurement', () => {
  test('takes turns, prepares each run, and does not repeat what fails', async () => {
    using folder = new TemporaryFolder()
    const done: string[] = []
    const subject = (name: string, script: string): Subject => ({
      name,
      command: [node, '-e', script],
      cwd: folder.path,
      prepare: () => done.push(name),
    })
    const said: string[] = []
    const outcomes = await measure(
      [subject('one', ''), subject('bad', 'process.exit(1)'), subject('two', '')],
      measuring(folder, said),
    )
    expect(done).toEqual(['one', 'bad', 'two', 'one', 'two'])
    expect([...outcomes].map(([name, { kind }]) => [name, kind])).toEqual([
      ['one', 'measured'],
      ['bad', 'failed'],
      ['two', 'measured'],
    ])
    expect(said.map((text) => text.split(':')[0])).toEqual([
      'warm-up, one',
      'warm-up, bad',
      'warm-up, two',
      'round 1 of 1, one',
      'round 1 of 1, two',
    ])
  })

  test('does not count a run that made nothing', async () => {
    using folder = new TemporaryFolder()
    const product = join(folder.path, 'made')
    const outcomes = await measure(
      [{ name: 'idle', command: [node, '-e', ''], cwd: folder.path, product }],
      measuring(folder),
    )
    expect(outcomes.get('idle')).toEqual({ kind: 'failed', said: `made no ${product}` })
  })
})

test('a folder of inputs is cleaned of all but them, with the text that they had', () => {
  using folder = new TemporaryFolder()
  const path = join(folder.path, 'inputs')
  const input = new InputFolder(path, [
    { path: 'a.txt', text: 'a' },
    { path: 'below/b.txt', text: 'b' },
  ])
  folder.write([
    { path: 'inputs/a.txt', text: 'changed' },
    { path: 'inputs/below/made.txt', text: 'made' },
    { path: 'inputs/output/made.txt', text: 'made' },
  ])
  input.clean()
  input.moveAway('output')
  expect(filesBelow(path)).toEqual(['a.txt', 'below/b.txt'])
  expect(readFileSync(join(path, 'a.txt'), 'utf8')).toBe('a')
})

test('a process that watches is waited for, and its end is an error', async () => {
  using folder = new TemporaryFolder()
  const file = join(folder.path, 'watched')
  writeFileSync(file, '')
  const script = `require('node:fs').watch(${JSON.stringify(file)}, () => { console.log('changed'); process.exit(3) }); console.log('ready 1')`
  await using watched = new WatchedProcess({ command: [node, '-e', script], cwd: folder.path })
  expect((await watched.says(/ready (\d)/, 30))[1]).toBe('1')
  writeFileSync(file, 'edited')
  await expect(watched.says(/never/, 30)).rejects.toThrow('it ended with 3 before it said /never/: changed')
})

describe('options', () => {
  const chosen = (...args: string[]): readonly string[] => chosenWorks(works, readOptions(args)).map(({ id }) => id)

  test('choose what is quick, all, or what is named', () => {
    expect(chosen()).toContain('generate-40')
    expect(chosen()).not.toContain('generate-2000')
    expect(chosen('--full')).toEqual(works.map(({ id }) => id))
    expect(chosen('--only', '^ring$')).toEqual(['ring'])
    expect(chosen('--sizes', '40', '--only', '^(help|lint|generate|growth)')).toEqual([
      'help',
      'lint-40',
      'generate-40',
    ])
  })

  test('are refused where they are not understood', () => {
    expect(() => readOptions(['--rounds', 'many'])).toThrow('--rounds takes whole numbers, not many')
    expect(() => readOptions(['--fast'])).toThrow("Unknown option '--fast'")
  })

  test('each work has a name of its own', () => {
    expect(new Set(works.map(({ id }) => id)).size).toBe(works.length)
  })
})

test('the command tells how it is used and what there is', async () => {
  const main = resolve('bench/main.ts')
  const help = await runProcess(node, [main, '--help'], { cwd: resolve('.') })
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining('usage: npm run bench') })
  const list = await runProcess(node, [main, '--list'], { cwd: resolve('.') })
  expect(list.out.trim().split('\n')).toHaveLength(works.length)
})

test('a work is measured where nothing is built and no peer is there', async () => {
  using folder = new TemporaryFolder()
  const help = works.find(({ id }) => id === 'help')
  // An empty process in place of the command, so that nothing has to be built.
  const stowage = [node, '-e', '']
  const outcomes = await help?.run(
    {
      root: resolve('.'),
      folder: folder.path,
      stowage,
      peers: '',
      withPeers: false,
      modelOf: () => ({ enums: [], entities: [] }),
    },
    { ...measuring(folder), progress: quiet },
  )
  expect([...(outcomes ?? [])].map(([name, { kind }]) => [name, kind])).toEqual([
    ['stowage --help', 'measured'],
    ['empty node', 'measured'],
  ])
})
