import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { textsIn } from '../output/trees.ts'
import { runCli } from './run-cli.ts'
import { amend, articles, freshProject } from './specs.ts'

const main = join(import.meta.dirname, '../../generator/cli/main.ts')

interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly out: string
  readonly err: string
}

function start(cwd: string, argv: readonly string[]): { readonly kill: () => void; readonly end: Promise<Ended> } {
  const child = spawn(process.execPath, [main, ...argv], { cwd, env: { PATH: process.env.PATH } })
  const end = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([out, err, [code, signal]]) => ({ code, signal, out, err }),
  )
  return { kill: () => void child.kill('SIGKILL'), end }
}

describe('as a process', () => {
  test('exit codes and streams are those of the command', async () => {
    const project = freshProject()
    const version = await start(project, ['--version']).end
    expect(version).toEqual({ code: 0, signal: null, out: '0.1.0\n', err: '' })
    const stale = await start(project, ['generate', '--check']).end
    expect(stale.code).toBe(1)
    expect(stale.out).toContain('  create  generated/')
    expect(stale.err).toMatch(/^\d+ files are not what the spec says/)
    const usage = await start(project, ['nonsense']).end
    expect(usage).toMatchObject({ code: 2, out: '' })
    expect(usage.err).toContain("unknown command 'nonsense'")
  })

  test('a reader that stops reading is no fault', async () => {
    const project = freshProject()
    const child = spawn(process.execPath, [main, 'rules', '--format', 'json'], { cwd: project })
    child.stdout.destroy()
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  test('two runs at once both end well and leave one whole output', async () => {
    const project = freshProject()
    const runs = [start(project, ['generate']), start(project, ['generate']), start(project, ['generate'])]
    for (const ended of await Promise.all(runs.map(({ end }) => end))) expect(ended.code, ended.err).toBe(0)
    expect(await runCli(project, ['generate', '--check'])).toEqual({ code: 0, out: '', err: '' })
    expect(Object.keys(textsIn(join(project, 'generated'))).filter((path) => /\.lock|-tmp|\.next/.test(path))).toEqual(
      [],
    )
  })

  test('killed with SIGKILL while it writes, the next run repairs the tree', { tags: ['full'] }, async () => {
    const project = freshProject()
    await runCli(project, ['generate'])
    const generated = join(project, 'generated')
    let about = 'What stands above the text.'
    let interrupted = 0
    for (let round = 0; round < 4; round += 1) {
      amend(project, articles, about, `Title ${round}.`)
      about = `Title ${round}.`
      const { kill, end } = start(project, ['generate'])
      const watcher = watch(generated, kill)
      const { signal } = await end
      watcher.close()
      if (signal === 'SIGKILL') interrupted += 1
      const next = await runCli(project, ['generate'])
      expect(next.code, next.err).toBe(0)
      expect(await runCli(project, ['generate', '--check'])).toEqual({ code: 0, out: '', err: '' })
      expect(Object.keys(textsIn(generated)).filter((path) => /\.lock|-tmp|\.next/.test(path))).toEqual([])
    }
    expect(interrupted).toBeGreaterThan(0)
  })
})
