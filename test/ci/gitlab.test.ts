import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { gitlabInclude, gitlabPipeline } from '../../generator/cli/init/ci/gitlab.ts'
import { runCli } from '../cli/run-cli.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { runScript } from './commands.ts'
import { isIncludingFile, isJobFile } from './gitlab-grammar.ts'

interface Job {
  readonly script: readonly string[]
  readonly artifacts: {
    readonly when: string
    readonly reports: { readonly codequality: string; readonly junit: string }
  }
}

describe.each([
  ['at the root of the repository', '', 'stowage'],
  ['in a folder of it', 'services/shop/', 'stowage-services-shop'],
])('the job of a project %s', (_, prefix, name) => {
  const [own, pipeline] = gitlabPipeline({ prefix, lock: `${prefix}package-lock.json` })
  const jobs: Readonly<Record<string, Job>> = parse(own?.text ?? '')
  const job = jobs[name]

  test('has the form of one, and the pipeline includes it', () => {
    expect(isJobFile(jobs), JSON.stringify(isJobFile.errors)).toBe(true)
    expect(isJobFile(parse(own?.text.replace('artifacts:', 'artefacts:') ?? ''))).toBe(false)
    const including = parse(pipeline?.text ?? '')
    expect(isIncludingFile(including), JSON.stringify(isIncludingFile.errors)).toBe(true)
    expect(including.include).toEqual([{ local: own?.path }])
    expect(parse(gitlabInclude(prefix))).toEqual(including)
  })

  test('runs, and leaves its reports where they are looked for', { tags: ['full'], timeout: 120_000 }, async () => {
    using repository = new TemporaryFolder()
    using tools = new TemporaryFolder()
    const folder = join(repository.path, prefix)
    mkdirSync(join(repository.path, '.git'))
    mkdirSync(folder, { recursive: true })
    expect((await runCli(folder, ['init', '--ci', 'gitlab'])).code).toBe(0)
    expect((await runCli(folder, ['generate'])).code).toBe(0)
    const run = async (): ReturnType<typeof runScript> =>
      await runScript(job?.script ?? [], repository.path, tools, { CI_PROJECT_DIR: repository.path })
    const reports = job?.artifacts.reports ?? { codequality: '', junit: '' }

    const passed = await run()
    expect(passed.code, passed.err).toBe(0)
    expect(JSON.parse(repository.read(reports.codequality))).toEqual([])
    const spec = join(folder, 'spec/domains/people.yaml')
    writeFileSync(spec, readFileSync(spec, 'utf8').replace('type: MemberRole', 'type: MemberRoll'))
    const failed = await run()
    expect(failed.code).toBe(1)
    expect(failed.out).toContain('error[type/unknown]')
    expect(JSON.parse(repository.read(reports.codequality))).toMatchObject([
      { check_name: 'type/unknown', location: { path: `${prefix}spec/domains/people.yaml` } },
    ])
    expect(repository.read(reports.junit)).toContain('type/unknown')
    expect(job?.artifacts.when).toBe('always')
  })
})
