import { expect, test } from 'vitest'
import type { Emitter } from '../generator/emit/emitter.ts'
import { generate } from '../generator/generate.ts'
import { soundModel } from './support/analyze-folder.ts'

const model = soundModel('test/cases/postgres-only/spec')

function emitter(name: string, ...paths: readonly string[]): Emitter {
  return { name, summary: name, emit: () => paths.map((path) => ({ path, text: `${name}\n`, sources: [] })) }
}

test('files are sorted by path, whoever made them, and remember who', () => {
  const files = generate(model, [emitter('one', 'b.md', 'B.md'), emitter('two', 'a/z.md', 'a.md')])
  expect(files.map(({ path, emitter: name }) => `${path} ${name}`)).toEqual([
    'B.md one',
    'a.md two',
    'a/z.md two',
    'b.md one',
  ])
})

test('two emitters never write one path', () => {
  expect(() => generate(model, [emitter('one', 'a.md'), emitter('two', 'a.md')])).toThrow(
    'the emitters one and two both write a.md',
  )
})

test('whoever watches runs each emitter once, in order', () => {
  const seen: string[] = []
  const files = generate(model, [emitter('one', 'a.md'), emitter('two', 'b.md')], ({ name }, run) => {
    seen.push(name)
    return run()
  })
  expect(seen).toEqual(['one', 'two'])
  expect(files).toHaveLength(2)
})
