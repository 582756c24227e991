import { expect, test } from 'vitest'
import type { Emitter } from '../generator/emit/emitter.ts'
import { generate, generateEach } from '../generator/generate.ts'
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

test('whoever watches runs each piece of work, emitter by emitter', () => {
  const seen: string[] = []
  const files = generate(model, [emitter('one', 'a.md'), emitter('two', 'b.md')], ({ name }, run) => {
    seen.push(name)
    return run()
  })
  expect(seen).toEqual(['one', 'one', 'one', 'two', 'two', 'two'])
  expect(files).toHaveLength(2)
})

test('each file is there before the next one is made', () => {
  const made: string[] = []
  const slow: Emitter = {
    name: 'slow',
    summary: 'slow',
    *emit() {
      for (const path of ['a.md', 'b.md']) {
        made.push(path)
        yield { path, text: '\n', sources: [] }
      }
    },
  }
  const [first] = generateEach(model, [slow])
  expect([first?.path, ...made]).toEqual(['a.md', 'a.md'])
})
