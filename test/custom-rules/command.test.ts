import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '../cli/run-cli.ts'
import { runProcess } from '../support/run-process.ts'
import type { TemporaryFolder } from '../support/temporary-folder.ts'
import { bakery, orders, ruleText } from './bakery.ts'

/** Reports every float and mends it; its docs have what a terminal would obey. */
const noFloat = ruleText(
  'custom/no-float',
  `for (const field of declaredFields(model)) {
      if (field.type.kind !== 'scalar' || field.type.scalar !== 'float') continue
      report({ message: 'a float in ' + field.name, span: field.typeSpan, fixes: replaceText(field.typeSpan, 'int') })
    }`,
  ` fixable: true, docs: '# custom/no-float\\n\\nNo \\u001b[31mfloats.',`,
)

function project(settings: string = ''): TemporaryFolder {
  return bakery({ 'no-float.ts': noFloat }, `files: [../rules/*.ts]${settings}`)
}

async function codesOf(folder: TemporaryFolder, ...args: readonly string[]): Promise<readonly string[]> {
  const { out } = await runCli(folder.path, ['lint', '--format', 'json', ...args])
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { code: string; severity: string }[] }
  return diagnostics.map(({ code, severity }) => `${code} ${severity}`)
}

describe('a rule of the project', () => {
  test('is listed with its level, and explained in the words of its author, without what a terminal obeys', async () => {
    using folder = project(', levels: { custom/no-float: error }')
    const listed = await runCli(folder.path, ['rules', '--format', 'json'])
    expect(listed.out).toMatch(/"code": "custom\/no-float",\n\s+"level": "error"/)
    const explained = await runCli(folder.path, ['explain', 'custom/no-float'])
    expect(explained.out).toBe('# custom/no-float\n\nNo <U+001B>[31mfloats.\n\nrule file: rules/no-float.ts\n')
    const wrong = await runCli(folder.path, ['explain', 'custom/no-flaot'])
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('did you mean custom/no-float?') })
  })

  test('has the level that is said, and overrides by entity', async () => {
    using folder = project(', overrides: [{ entities: [Order], levels: { custom/no-float: info } }]')
    expect(await codesOf(folder)).toEqual(['custom/no-float info', 'custom/no-float info'])
  })

  test('that is named and does not exist is told of, with what was meant', async () => {
    using folder = project(', levels: { custom/no-flaot: error }')
    const { out } = await runCli(folder.path, ['lint'])
    expect(out).toContain('error[resolve/unknown-rule]')
    expect(out).toContain('custom/no-float')
  })

  test('is answered for by a comment, and by a baseline', async () => {
    using folder = project()
    const lines = orders.replace(
      '        total:',
      '        # stowage-ignore-next-line custom/no-float -- a price, until the next release\n        total:',
    )
    folder.write([{ path: 'spec/orders.yaml', text: lines }])
    expect(await codesOf(folder)).toEqual(['custom/no-float warning'])
    expect((await runCli(folder.path, ['lint', '--write-baseline'])).code).toBe(0)
    expect(await codesOf(folder)).toEqual([])
    expect(await codesOf(folder, '--no-baseline')).toEqual(['custom/no-float warning'])
  })

  test('is mended in the spec alone', async () => {
    using folder = project()
    expect((await runCli(folder.path, ['lint', '--fix'])).code).toBe(0)
    const mended = orders.replace('type: float,', 'type: int,').replace("'float?'", "'int'")
    expect(folder.read('spec/orders.yaml')).toBe(mended)
    expect(folder.read('rules/no-float.ts')).toBe(noFloat)
  })

  test('is in every format', async () => {
    using folder = project()
    for (const format of ['text', 'json', 'sarif', 'junit', 'github-actions', 'gitlab', 'markdown']) {
      const { out } = await runCli(folder.path, ['lint', '-f', format])
      expect(out, format).toContain('custom/no-float')
      expect(out, format).toMatch(/a float in total/i)
    }
  })

  test('says what it says in every format as a text, whatever it is', async () => {
    const text = 'x\\u001b[2J\\u202e\\r\\n::error::y ]]> <script> | `z` %0A'
    const check = `const [{ span }] = model.entities; report({ message: '${text}', label: '${text}', help: '${text}', span })`
    using folder = bakery({ 'a.ts': ruleText('custom/a', check) })
    for (const format of ['text', 'json', 'sarif', 'junit', 'github-actions', 'gitlab', 'markdown']) {
      const { out } = await runCli(folder.path, ['lint', '-f', format])
      expect(out, format).toContain('custom/a')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
      expect(out, format).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u202e]/)
      expect(out.match(/^::/gm)?.length ?? 0, format).toBe(format === 'github-actions' ? 1 : 0)
      if (format === 'junit' || format === 'markdown') expect(out, format).not.toContain('<script>')
    }
  })

  test('is left out where no code is to run, and what names it is content', async () => {
    using folder = bakery(
      { 'a.ts': "import { writeFileSync } from 'node:fs'\nwriteFileSync('ran', '')\nexport default 1\n" },
      'files: [../rules/*.ts, ../rules/none.ts], levels: { custom/a: error }',
    )
    expect(await runCli(folder.path, ['lint', '--no-custom-rules'])).toMatchObject({ code: 0, out: '' })
    const { err } = await runCli(folder.path, ['explain', 'custom/a', '--no-custom-rules'])
    expect(err).toContain('its own rules are left out: --no-custom-rules')
  })

  test('stays in the baseline where no code is to run', async () => {
    using folder = project()
    expect((await runCli(folder.path, ['lint', '--write-baseline'])).err).toContain('wrote 2 findings')
    const { code, err } = await runCli(folder.path, ['lint', '--no-custom-rules', '--write-baseline'])
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('the baseline is as it was') })
    expect(await codesOf(folder)).toEqual([])
  })
})

describe('a broken rule', () => {
  test('is a finding at its line, exits 1, and keeps nothing from being judged', async () => {
    using folder = bakery({ 'a.ts': ruleText('custom/a', 'throw new Error("no")'), 'b.ts': noFloat })
    const { code, out } = await runCli(folder.path, ['lint'])
    expect(code).toBe(1)
    expect(out).toContain('error[rules/failed]: rule `custom/a` failed: no\n   --> rules/a.ts:5:11')
    expect(out).toContain('warning[custom/no-float]')
    expect(out).not.toMatch(/\n {4}at /)
    expect((await runCli(folder.path, ['generate'])).code).toBe(1)
    expect(folder.has('generated')).toBe(false)
  })

  test('cannot be answered for by a comment', async () => {
    using folder = bakery({ 'a.ts': 'export default 42\n' })
    folder.write([{ path: 'spec/orders.yaml', text: `# stowage-ignore-file rules/bad-rule -- no\n${orders}` }])
    const { code, out } = await runCli(folder.path, ['lint'])
    expect(code).toBe(1)
    expect(out).toContain('error[rules/bad-rule]')
  })
})

describe('the model that rules are shown', () => {
  test('is the same for generation with rules and without: they are shown it frozen', async () => {
    using folder = project(', levels: { custom/no-float: off }')
    await runCli(folder.path, ['generate'])
    writeFileSync(
      join(folder.path, 'spec/stowage.yaml'),
      readFileSync(join(folder.path, 'spec/stowage.yaml'), 'utf8').replace(
        'custom/no-float: off',
        'custom/no-float: info',
      ),
    )
    const checked = await runCli(folder.path, ['generate', '--check'])
    expect(checked.code, checked.err + checked.out).toBe(0)
  })
})

test('a real run says nothing of experiments and leaves no stack', async () => {
  using folder = bakery({ 'a.ts': ruleText('custom/a', 'throw new Error("no")'), 'b.ts': 'export enum B { b }\n' })
  const main = resolve('generator/cli/main.ts')
  const { code, out, err } = await runProcess(process.execPath, [main, 'lint'], { cwd: folder.path })
  expect(code).toBe(1)
  expect(err).toBe('')
  expect(out).not.toMatch(/\n\s+at /)
})
