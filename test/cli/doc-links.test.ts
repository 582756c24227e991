import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'
import { amend, articles, freshProject } from './specs.ts'

const page = 'https://docs.example.com/shop/'

/** A project with a mistake, which publishes its documentation. */
function published(): string {
  const folder = freshProject()
  amend(folder, 'spec/stowage.yaml', 'stores:\n', `docs: { url: ${page} }\nstores:\n`)
  amend(folder, articles, '      fields:\n', '      fields:\n        bornAt: timestamp?\n')
  return folder
}

test('reports lead to the published pages of the rule and of what it is about', async () => {
  const { code, out } = await runCli(published(), ['lint'])
  expect(code).toBe(1)
  expect(out).toContain(`   docs: ${page}rules/naming/field-case/\n`)
  expect(out).toMatch(/^ {9}https:\/\/docs\.example\.com\/shop\/spec\/entities\/[a-z-]+\/#column-born-at$/m)
})

test('the report as JSON has them too', async () => {
  const { out } = await runCli(published(), ['lint', '--format', 'json'])
  const [first] = JSON.parse(out).diagnostics
  expect(first.docs.rule).toBe(`${page}rules/${first.code}/`)
  expect(first.docs.subject).toContain(`${page}spec/entities/`)
})

test('at a terminal with colours a code can be clicked; in a pipe with colours it cannot', async () => {
  const folder = published()
  const clickable = `\u001b]8;;${page}rules/naming/field-case/\u001b\\naming/field-case\u001b]8;;\u001b\\`
  expect((await runCli(folder, ['lint'], { tty: true })).out).toContain(clickable)
  expect((await runCli(folder, ['lint', '--no-color'], { tty: true })).out).not.toContain('\u001b]8')
  expect((await runCli(folder, ['lint', '--color'])).out).not.toContain('\u001b]8')
})

test('without an address nothing is linked', async () => {
  const folder = freshProject()
  amend(folder, articles, '      fields:\n', '      fields:\n        bornAt: timestamp?\n')
  const { out } = await runCli(folder, ['lint'], { tty: true })
  expect(out).not.toContain('docs:')
  expect(out).not.toContain('\u001b]8')
})

test('an explanation names its page, also where the spec has errors', async () => {
  const { code, out } = await runCli(published(), ['explain', 'naming/column'])
  expect(code).toBe(0)
  expect(out).toMatch(/\ndocs: https:\/\/docs\.example\.com\/shop\/rules\/naming\/column\/\n$/)
  expect((await runCli(freshProject(), ['explain', 'naming/column'])).out).not.toContain('docs: ')
})

test.each([
  'javascript:alert(1)',
  'docs.example.com',
  '"https://docs.example.com/\\e]8;;x/"',
  '[https://docs.example.com/]',
])('an address without the form of one is refused, and nothing leads there: %s', async (address) => {
  const folder = freshProject()
  amend(folder, 'spec/stowage.yaml', 'stores:\n', `docs: { url: ${address} }\nstores:\n`)
  const { code, out } = await runCli(folder, ['lint'], { tty: true })
  expect(code).toBe(1)
  expect(out).toContain('shape/')
  expect(out).not.toContain('rules/shape')
  expect(out).not.toContain('\u001b]8')
})
