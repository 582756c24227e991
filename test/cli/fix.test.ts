import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bakery, orders } from '../mistakes/bakery.ts'
import { likeliest } from '../mistakes/likeliest.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from './run-cli.ts'

function written(folder: TemporaryFolder, text: string): string {
  mkdirSync(join(folder.path, 'spec'))
  for (const file of bakery(text)) writeFileSync(join(folder.path, 'spec', file.path), file.text)
  return folder.path
}

function ordersIn(folder: string): string {
  return readFileSync(join(folder, 'spec/orders.yaml'), 'utf8')
}

/** Mistakes of the twenty that can stand in one file together, and do not hide each other. */
const together = likeliest.filter(({ mistake }) =>
  ['a mistyped key', 'a mistyped entity', 'a type of SQL', '`no` for `false`', 'a timestamp named'].some((start) =>
    mistake.startsWith(start),
  ),
)
const wrong = together.reduce((text, row) => text.replace(row.sound, row.wrong), orders)
const right = together.reduce((text, row) => text.replace(row.sound, row.mended ?? ''), orders)

describe('stowage lint --fix', () => {
  test('mends what is mechanical, says what of, and leaves a spec without a finding', async () => {
    using temporary = new TemporaryFolder()
    const folder = written(temporary, wrong)
    const { code, out, err } = await runCli(folder, ['lint', '--fix'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err.split('\n').slice(0, 8)).toEqual([
      'mended 5 findings in 1 file:',
      '  1 naming/timestamp-suffix',
      '  1 resolve/bad-default',
      '  1 resolve/unknown-entity',
      '  1 shape/unknown-key',
      '  1 type/unknown',
      '  in spec/orders.yaml',
      expect.stringContaining('no findings'),
    ])
    expect(ordersIn(folder)).toBe(right)
    expect((await runCli(folder, ['lint', '--fix'])).err).not.toContain('mended')
  })

  test('says why the rest is left', async () => {
    using temporary = new TemporaryFolder()
    const text = wrong
      .replace('cake:         ref(Cake)', 'cake:         ref(Product)')
      .replace('default: open', 'default: pai')
    const folder = written(temporary, text)
    const { code, err } = await runCli(folder, ['lint', '--fix'])
    expect(code).toBe(1)
    expect(err).toContain(
      '1 finding left:\n  1 resolve/unknown-entity: no mend is mechanical: its help says what to do\n',
    )
  })
})

describe('stowage lint --fix-dry-run', () => {
  test('prints a diff that Git applies, with the outcome of --fix, and changes nothing', async () => {
    using temporary = new TemporaryFolder()
    const folder = written(temporary, wrong)
    const { code, out, err } = await runCli(folder, ['lint', '--fix-dry-run'])
    expect(code).toBe(1)
    expect(err).toContain('would mend 5 findings in 1 file:')
    expect(ordersIn(folder)).toBe(wrong)
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: out })
    expect(ordersIn(folder)).toBe(right)
  })

  test('prints nothing where nothing is mechanical, and has the exit code of lint', async () => {
    using temporary = new TemporaryFolder()
    const folder = written(temporary, orders)
    const { code, out, err } = await runCli(folder, ['lint', '--fix-dry-run'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('nothing can be mended mechanically\n')
  })

  test('colours the lines at a terminal', async () => {
    using temporary = new TemporaryFolder()
    const { out } = await runCli(written(temporary, wrong), ['lint', '--fix-dry-run', '--color'])
    expect(out).toContain('\u001b[32m+')
    expect(out).toContain('\u001b[31m-')
  })

  test('is not asked for beside --fix', async () => {
    using temporary = new TemporaryFolder()
    expect((await runCli(temporary.path, ['lint', '--fix', '--fix-dry-run'])).code).toBe(2)
  })
})
