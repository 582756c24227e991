import { describe, expect, test } from 'vitest'
import { tellFailure } from '../../generator/cli/failure.ts'
import { read, write } from '../output/trees.ts'
import { runCli } from './run-cli.ts'
import { freshProject } from './specs.ts'

describe('where a command is run', () => {
  test('below a project, the way up is named', async () => {
    const project = freshProject()
    write(project, 'app/src/x.ts', '')
    expect((await runCli(`${project}/app/src`, ['lint'])).err).toBe(
      `error: there is no spec here: neither spec/stowage.yaml nor stowage.yaml exists
the nearest project is in ../..: stowage --cwd ../.. <command>
`,
    )
  })

  test("the spec's own folder is not taken for a project: its output would land among the specs", async () => {
    const project = freshProject()
    const { code, err } = await runCli(`${project}/spec`, ['generate'])
    expect(code).toBe(2)
    expect(err).toContain('stowage --cwd ..')
    expect(read(project, 'spec/generated/.manifest.json')).toBeUndefined()
    expect((await runCli(`${project}/spec`, ['lint', '--config', 'stowage.yaml'])).code).toBe(0)
    expect((await runCli(project, ['lint', '--cwd', 'spec'])).code).toBe(0)
  })

  test('what the system refuses is no fault of stowage', async () => {
    const io = { stdout: { isTTY: false, write: () => undefined }, env: {}, cwd: '/', now: () => 0 }
    const told: string[] = []
    const stderr = { isTTY: false, write: (text: string) => void told.push(text) }
    const refused = Object.assign(new Error("EACCES: permission denied, open '/srv/package.json'"), {
      code: 'EACCES',
      syscall: 'open',
      path: '/srv/package.json',
    })
    expect(tellFailure(refused, { ...io, stderr })).toBe(2)
    expect(told.join('')).toBe('error: cannot open /srv/package.json: permission denied (EACCES)\n')
  })
})
