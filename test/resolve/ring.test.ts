import { expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'

const project = `stowage: 1
name: ring
about: Each refers to the next, and the last to the first.
include: ['*.yaml']
stores: { postgres: { version: 16, url: POSTGRES_URL } }
rules: { extends: strict, levels: { docs/missing-about: off } }
`

const base = `mixins:
  base_fields:
    role: base
    fields:
      id: { type: uuid, primary: true, default: uuid7 }
      ref_id: { type: ulid, public_id: true, default: ulid }
`

function ring(size: number): readonly SourceFile[] {
  const entities = Array.from(
    { length: size },
    (_, at) => `  Link${at}:
    about: Link ${at}.
    use: [base_fields]
    postgres: { fields: { next: ref(Link${(at + 1) % size})? }, indexes: [[next]] }
`,
  )
  const chapters = Array.from({ length: size / 100 }, (_, at) => ({
    path: `chapter-${at}.yaml`,
    text: `domain: Chapter ${at}\nabout: A hundred links.\nentities:\n${entities.slice(at * 100, at * 100 + 100).join('')}`,
  }))
  return [{ path: 'stowage.yaml', text: project }, { path: 'base.yaml', text: base }, ...chapters]
}

function expectResolved(size: number): void {
  const { diagnostics, model } = analyze(ring(size))
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`).slice(0, 3)).toEqual([])
  expect(model?.entities.length).toBe(size)
  expect(model?.references.get('Link0')?.map(({ from }) => from.name)).toEqual([`Link${size - 1}`])
}

test('a ring of 1,000 relations is resolved, and every rule looks at it', () => expectResolved(1000))

test('so is one of 10,000', { tags: ['full'], timeout: 60_000 }, () => expectResolved(10_000))
