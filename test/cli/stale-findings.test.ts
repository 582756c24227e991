import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { write } from '../output/trees.ts'
import { breweryProject } from './brewery.ts'
import { runCli } from './run-cli.ts'
import { amend, articles, freshProject } from './specs.ts'

describe('stale files', () => {
  /** A project of which one file each is missing, stale, surplus, changed by hand, and in the way. */
  async function behind(): Promise<string> {
    const folder = freshProject()
    write(folder, 'generated/docs/README.md', 'mine\n')
    amend(
      folder,
      articles,
      'entities:\n',
      'entities:\n  Stray:\n    about: It will go.\n    use: [base_fields]\n    postgres: { fields: { name: string(20) } }\n',
    )
    await runCli(folder, ['generate', '--force'])
    amend(
      folder,
      articles,
      '  Stray:\n    about: It will go.\n    use: [base_fields]\n    postgres: { fields: { name: string(20) } }\n',
      '',
    )
    rmSync(join(folder, 'generated/.gitattributes'))
    write(folder, 'generated/provider-db/sql/schema.sql', 'by hand\n')
    return folder
  }

  test.each(['check', 'generate --check'])('are findings for machines with %s, each at its file', async (command) => {
    const folder = await behind()
    const { code, out, err } = await runCli(folder, [...command.split(' '), '-f', 'json'])
    expect(code).toBe(1)
    const { diagnostics, summary } = JSON.parse(out)
    const found = new Map<string, string>(
      diagnostics.map(({ code: its, place }: { code: string; place: { path: string } }) => [place.path, its]),
    )
    expect(found.get('generated/.gitattributes')).toBe('output/missing')
    expect(found.get('generated/.manifest.json')).toBe('output/stale')
    expect(found.get('generated/provider-db/sql/schema.sql')).toBe('output/edited')
    expect([...found.values()]).toContain('output/surplus')
    expect(summary).toMatchObject({ errors: found.size, filesWithFindings: 0, files: 4 })
    expect(diagnostics[0].place.start).toEqual({ line: 1, column: 1, offset: 0 })
    expect(err).toBe(`${found.size} errors\n`)
    const text = await runCli(folder, command.split(' '))
    expect(text.out.trimEnd().split('\n')).toHaveLength(found.size)
    expect(text.out).toContain('  edited  generated/provider-db/sql/schema.sql\n')
  })

  test('stand in every format', async () => {
    const folder = await behind()
    for (const format of ['sarif', 'junit', 'github-actions', 'gitlab', 'markdown']) {
      const { code, out } = await runCli(folder, ['check', '-f', format])
      expect(code, format).toBe(1)
      expect(out, format).toContain('generated/provider-db/sql/schema.sql')
      expect(out, format).toContain(format === 'junit' ? 'output.edited' : 'output/edited')
    }
  })

  test('that were never ours are named as such', async () => {
    const folder = freshProject()
    write(folder, 'generated/provider-db/sql/schema.sql', 'mine\n')
    write(folder, 'generated/diagrams', 'mine\n')
    const { out } = await runCli(folder, ['check', '-f', 'gitlab'])
    const messages = JSON.parse(out).flatMap((issue: { check_name: string; description: string }) =>
      issue.check_name === 'output/foreign' ? [issue.description] : [],
    )
    expect(messages).toContain(
      'what stands here is in the way, and stowage did not make it; take the change into the spec, or move the file away; `stowage generate --force` overwrites it',
    )
    expect(messages.some((text: string) => text.startsWith('`diagrams`, which is no folder, is in the way'))).toBe(true)
  })

  test('and a migration that is behind are told together', async () => {
    const folder = breweryProject()
    await runCli(folder, ['migrate', 'new', 'init'])
    await runCli(folder, ['generate'])
    rmSync(join(folder, 'generated/provider-db/prisma/migrations/0001_init/model.lock.json'))
    const { out } = await runCli(folder, ['check', '-f', 'github-actions'])
    expect(out).toMatch(/^::error title=migrations\/behind,file=spec\/stowage\.yaml,line=1::nothing says what/)
  })
})
