import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { buildProgram } from '../../generator/cli/program.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { runScript } from './commands.ts'

interface Hook {
  readonly id: string
  readonly entry: string
  readonly files: string
}

const hooks: readonly Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'))

/** What https://pre-commit.com/#creating-new-hooks says of a hook, in so far as these use it. */
const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'name', 'entry', 'language'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', pattern: '^[a-z-]+$' },
      name: { type: 'string' },
      description: { type: 'string' },
      entry: { type: 'string' },
      language: { enum: ['node', 'system'] },
      files: { type: 'string', format: 'regex' },
      pass_filenames: { type: 'boolean' },
      require_serial: { type: 'boolean' },
    },
  },
}

test('the hooks have the form that pre-commit documents', () => {
  const ajv = new Ajv({ formats: { regex: (text: string) => new RegExp(text) !== undefined } })
  const isManifest = ajv.compile(schema)
  expect(isManifest(hooks), JSON.stringify(isManifest.errors)).toBe(true)
  expect(hooks.map(({ id }) => id)).toEqual(['stowage-check', 'stowage-lint', 'stowage-format'])
})

describe.each(hooks)('$id', ({ entry, files }) => {
  test('is a command that there is', () => {
    const nobody = { isTTY: false, write: (): void => undefined }
    const program = buildProgram({ stdout: nobody, stderr: nobody, env: {}, cwd: '.', now: () => 0 }, () => undefined)
    const [npx, no, stowage, command, ...options] = entry.split(' ')
    expect([npx, no, stowage, options]).toEqual(['npx', '--no', 'stowage', []])
    expect(program.commands.map((each) => each.name())).toContain(command)
  })

  test('runs when a file of the spec changes, and not for any other file', () => {
    const pattern = new RegExp(files)
    const matching = ['spec/stowage.yaml', 'spec/domains/people.yaml', 'services/shop/spec/base.yaml', 'stowage.yaml']
    expect(matching.filter((path) => !pattern.test(path))).toEqual([])
    expect(['src/index.ts', 'README.md', 'inspection.yaml'].filter((path) => pattern.test(path))).toEqual([])
  })

  test('passes in a sound project and fails in another', { tags: ['full'], timeout: 60_000 }, async () => {
    using folder = new TemporaryFolder()
    using tools = new TemporaryFolder()
    const run = async (line: string): Promise<number | null> => (await runScript([line], folder.path, tools)).code
    expect(await run('npx --no stowage init && npx --no stowage generate && npx --no stowage format')).toBe(0)
    expect(await run(entry)).toBe(0)
    folder.write([{ path: 'spec/domains/people.yaml', text: 'domain: People\nentities: [\n' }])
    expect(await run(entry)).not.toBe(0)
  })
})
