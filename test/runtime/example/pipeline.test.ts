import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { runProcess, runToSuccess } from '../../support/run-process.ts'

const root = resolve('.')

/** What a reader of the example sees of a step. */
function linesOf(out: string, title: string): string {
  const steps = out.split('\n\n')
  return steps.find((step) => /^\d+\. /.test(step) && step.includes(title)) ?? ''
}

test('the example runs from sign-up to a published post, and its code is sound', {
  tags: ['full'],
  timeout: 400_000,
}, async () => {
  const { code, out, err } = await runProcess(process.execPath, ['examples/pipeline/main.ts'], {
    cwd: root,
    timeout: 300_000,
  })
  expect(err).toBe('')
  expect(code).toBe(0)
  const titles = [...out.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
  expect(titles).toEqual(titles.map((_, at) => at + 1))
  expect(titles.length).toBeGreaterThanOrEqual(13)
  expect(linesOf(out, 'as one record')).toContain('it is the same one: true')
  expect(linesOf(out, 'kept as ciphertext')).toContain('gets the token back: true')
  expect(linesOf(out, 'comes too late')).toContain('Conflict: ')
  expect(linesOf(out, 'A reader opens it')).toContain('200 text/markdown: # Riding in winter')
  expect(linesOf(out, 'sees nothing')).toContain('0, 0, 0')
  // user 1, run 5, strategy 3, activity 3, attempt 2, channel 1, post 3
  expect(linesOf(out, 'one audit record')).toContain('18 records')
  expect(linesOf(out, 'check of all three stores')).toMatch(/ 0 findings$/m)
  expect(out).not.toContain('a-token-nobody-may-see')

  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  await runToSuccess(process.execPath, [tsc, '-p', 'examples/pipeline'], { cwd: root })
})
