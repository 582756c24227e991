import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../generator/output/hash.ts'
import { folderWith, read, textsIn, write } from '../output/trees.ts'
import { runCli } from './run-cli.ts'
import { amend, articles, freshProject } from './specs.ts'

const schema = 'generated/provider-db/prisma/schema/articles.prisma'

describe('stowage generate', () => {
  test('writes everything, then has nothing to do', async () => {
    const project = freshProject()
    const first = await runCli(project, ['generate'])
    expect(first).toMatchObject({ code: 0, out: '' })
    expect(first.err).toMatch(
      /^ {2}spec {6}4 files, 4 entities: 3 in PostgreSQL, 2 in MongoDB, 1 object in S3, 1 split$/m,
    )
    expect(first.err).toMatch(/^ {2}checked {3}0 errors, 0 warnings$/m)
    expect(first.err).toMatch(/^ {2}written {3}\d+ created \(.*prisma \d+.*\)$/m)
    expect(first.err).toMatch(/^ {2}and \d+ more$/m)
    const written = textsIn(project)
    const second = await runCli(project, ['generate'])
    expect(second.err).toMatch(/^ {2}written {3}nothing to do, \d+ unchanged$/m)
    expect(second.err).not.toContain('create')
    expect(textsIn(project)).toEqual(written)
  })

  test('has a manifest that tells the truth of every file', async () => {
    const project = freshProject()
    await runCli(project, ['generate'])
    const { '.manifest.json': manifest, ...texts } = textsIn(join(project, 'generated'))
    const { files } = JSON.parse(manifest ?? '')
    expect(Object.fromEntries(files.map((file: { path: string; sha256: string }) => [file.path, file.sha256]))).toEqual(
      Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, sha256(text)])),
    )
    expect(manifest).not.toContain('spec/')
  })

  test('names what a change of the spec changes', async () => {
    const project = freshProject()
    await runCli(project, ['generate'])
    amend(
      project,
      articles,
      'type: string(200), about: What stands above the text.',
      'type: string(250), about: The title.',
    )
    const rehearsal = await runCli(project, ['generate', '--dry-run'])
    expect(rehearsal).toMatchObject({ code: 0 })
    expect(rehearsal.out).toContain(`  update  ${schema}\n`)
    expect(rehearsal.err).toMatch(/would be {2}\d+ changed, \d+ unchanged \(/)
    expect(read(project, schema)).not.toContain('The title.')
    const run = await runCli(project, ['generate'])
    expect(run.err).toContain(`  update  ${schema}\n`)
    expect(read(project, schema)).toContain('The title.')
  })

  test('--check lists stale files and exits 1, writing nothing', async () => {
    const project = freshProject()
    const before = textsIn(project)
    const never = await runCli(project, ['generate', '--check'])
    expect(never.code).toBe(1)
    expect(never.out).toContain(`  create  ${schema}\n`)
    expect(never.err).toMatch(/\d+ files are not what the spec says: run `stowage generate`\n$/)
    expect(textsIn(project)).toEqual(before)
    await runCli(project, ['generate'])
    expect(await runCli(project, ['generate', '--check'])).toEqual({ code: 0, out: '', err: '' })
    write(project, schema, 'by hand\n')
    const edited = await runCli(project, ['generate', '--check'])
    expect(edited).toMatchObject({ code: 1, out: `  edited  ${schema}\n` })
  })

  test('--check notices a manifest that is gone or damaged', async () => {
    const project = freshProject()
    await runCli(project, ['generate'])
    write(project, 'generated/.manifest.json', '{')
    expect(await runCli(project, ['generate', '--check'])).toMatchObject({
      code: 1,
      out: '  update  generated/.manifest.json\n',
      err: '1 file is not what the spec says: run `stowage generate`\n',
    })
  })

  test('stops at a file that was changed by hand, and names it; --force overwrites', async () => {
    const project = freshProject()
    await runCli(project, ['generate'])
    const made = read(project, schema)
    write(project, schema, 'by hand\n')
    const stopped = await runCli(project, ['generate'])
    expect(stopped.code).toBe(2)
    expect(stopped.err).toBe(`error: nothing was written, so that no work of yours is lost
1 generated file changed by hand:
  edited  ${schema}
Take the change into the spec, or move the file away; \`stowage generate --force\` overwrites it.
`)
    expect(read(project, schema)).toBe('by hand\n')
    expect((await runCli(project, ['generate', '--force'])).code).toBe(0)
    expect(read(project, schema)).toBe(made)
  })

  test('--only touches the files of the emitters it names', async () => {
    const project = freshProject()
    await runCli(project, ['generate', '--only', 'prisma'])
    expect(existsSync(join(project, schema))).toBe(true)
    expect(existsSync(join(project, 'generated/conformance'))).toBe(false)
    const unknown = await runCli(project, ['generate', '--only', 'prisma,mongose'])
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain('there is no emitter named "mongose"; did you mean mongoose?\nemitters: prisma, ')
  })

  test('reports an unsound spec, writes nothing and exits 1', async () => {
    const project = freshProject()
    amend(project, articles, 'ref(Member), inverse', 'ref(Membr), inverse')
    const { code, out, err } = await runCli(project, ['generate'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('error[resolve/unknown-entity]')
    expect(err).toContain('`stowage explain resolve/unknown-entity` tells more.')
    expect(existsSync(join(project, 'generated'))).toBe(false)
  })

  test('refuses a root that leads out of the project', async () => {
    const project = freshProject()
    amend(project, 'spec/stowage.yaml', 'root: generated', 'root: ../elsewhere')
    const { code, err } = await runCli(project, ['generate'])
    expect(code).toBeGreaterThan(0)
    expect(err).toMatch(/root/)
    expect(existsSync(join(project, '../elsewhere'))).toBe(false)
  })

  test('is the same whatever the folder and the order of its files', async () => {
    const one = freshProject()
    const other = folderWith()
    for (const [path, text] of Object.entries(textsIn(one)).reverse()) {
      write(other, path.replace('domains/people', 'domains/zz-people'), text)
    }
    await runCli(one, ['generate'])
    await runCli(other, ['generate'])
    expect(textsIn(join(other, 'generated'))).toEqual(textsIn(join(one, 'generated')))
  })

  test('--stats tells the time by stage; progress is drawn at a terminal on long runs only', async () => {
    let time = 0
    const slow = (): number => {
      time += 250
      return time
    }
    const project = freshProject()
    const stats = await runCli(project, ['generate', '--stats'], { now: slow })
    expect(stats.err).toMatch(/^ {2}emit prisma +\d+\.0 ms +4 files +0\.\d\d MB$/m)
    expect(stats.err).toMatch(/^ {2}peak memory \d+ MB$/m)
    expect(stats.err).not.toContain('\r')
    const again = await runCli(project, ['generate', '--check', '--stats'])
    expect(again.err).toMatch(/^ {2}nothing had to be done, which took 0\.0 ms: all is as the last clean run left it$/m)
    rmSync(join(project, 'generated'), { recursive: true })
    const drawn = await runCli(project, ['generate'], { now: slow, tty: true, env: { NO_COLOR: '1' } })
    expect(drawn.err).toContain('\r\u001b[2K  emit prisma ...')
    expect(drawn.err.lastIndexOf('\u001b[2K')).toBeLessThan(drawn.err.indexOf('  spec '))
    const quick = await runCli(project, ['generate'], { tty: true, env: { NO_COLOR: '1' } })
    expect(quick.err).not.toContain('\u001b')
  })
})
