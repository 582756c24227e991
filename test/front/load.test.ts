import { describe, expect, test } from 'vitest'
import { SpecReadError, type SpecReader } from '../../generator/front/load/spec-reader.ts'
import { memoryReader } from '../support/memory-reader.ts'
import { type Loaded, load } from './loaded.ts'

const encoder = new TextEncoder()

function inMemory(files: Readonly<Record<string, string | Uint8Array>>): SpecReader {
  const bytes = Object.entries(files).map(
    ([path, text]) => [path, typeof text === 'string' ? encoder.encode(text) : text] as const,
  )
  return memoryReader(new Map(bytes))
}

describe('what is loaded', () => {
  test('the project file first, then what it includes, sorted within a glob', () => {
    const reader = inMemory({
      'spec/stowage.yaml': 'include: [base.yaml, domains/*.yaml]',
      'spec/base.yaml': 'mixins: {}',
      'spec/domains/b.yaml': 'domain: B',
      'spec/domains/B.yaml': 'domain: C',
      'spec/domains/a.yaml': 'domain: A',
      'spec/domains/a.txt': 'not asked for',
    })
    expect(load(reader)).toMatchObject({
      paths: [
        'spec/stowage.yaml',
        'spec/base.yaml',
        'spec/domains/B.yaml',
        'spec/domains/a.yaml',
        'spec/domains/b.yaml',
      ],
      reports: [],
    })
  })

  test('what an included file includes, relative to that file, each file once', () => {
    const reader = inMemory({
      'spec/stowage.yaml': 'include: [domains/index.yaml, base.yaml]',
      'spec/domains/index.yaml': 'include: [../base.yaml, ./a.yaml, "*.yaml"]',
      'spec/domains/a.yaml': 'domain: A',
      'spec/base.yaml': 'mixins: {}',
    })
    expect(load(reader)).toMatchObject({
      paths: ['spec/stowage.yaml', 'spec/domains/index.yaml', 'spec/base.yaml', 'spec/domains/a.yaml'],
      reports: [],
    })
  })

  test('a project file in the folder itself', () => {
    const reader = inMemory({ 'stowage.yaml': 'include: ["*.yaml"]', 'a.yaml': 'domain: A' })
    expect(load(reader, 'stowage.yaml')).toMatchObject({ paths: ['stowage.yaml', 'a.yaml'], reports: [] })
  })

  test('a mistake in a file is reported once, and what can be read of its includes is followed', () => {
    const reader = inMemory({ 'spec/stowage.yaml': 'include: [a.yaml]\nname: "\\q"\n', 'spec/a.yaml': 'domain: A' })
    expect(load(reader)).toMatchObject({
      paths: ['spec/stowage.yaml', 'spec/a.yaml'],
      reports: ['spec/stowage.yaml: syntax/yaml [\\q] `\\q` means nothing in double quotes'],
    })
  })
})

describe('what is not there', () => {
  test('the project file', () => {
    expect(load(inMemory({}))).toMatchObject({
      paths: [],
      reports: ['-: project/missing-file [undefined] there is no file `spec/stowage.yaml`'],
    })
  })

  test('an included file, with the nearest one', () => {
    const { reports, diagnostics } = load(
      inMemory({
        'spec/stowage.yaml': 'include: [domain/*.yaml, bsse.yaml]',
        'spec/base.yaml': 'x: 1',
        'spec/domains/a.yaml': 'x: 1',
      }),
    )
    expect(reports).toEqual([
      'spec/stowage.yaml: project/missing-include [domain/*.yaml] no file matches `spec/domain/*.yaml`',
      'spec/stowage.yaml: project/missing-include [bsse.yaml] there is no file `spec/bsse.yaml`',
    ])
    expect(diagnostics[0]?.label).toMatch(/^did you mean `spec\/domains\/\*\.yaml`/)
    expect(diagnostics[1]?.label).toMatch(/^did you mean `spec\/base\.yaml`/)
  })
})

describe('where it leads', () => {
  test.each(['../../other.yaml', '/etc/passwd', 'C:\\x.yaml', 'a\\b.yaml', '../../../**/*.yaml'])(
    'not out of the folder: %s',
    (path) => {
      const reader = inMemory({ 'spec/stowage.yaml': `include: ['${path}']` })
      expect(load(reader)).toMatchObject({
        paths: ['spec/stowage.yaml'],
        reports: [
          `spec/stowage.yaml: project/outside-include ['${path}'] \`${path}\` leads out of the project's folder`,
        ],
      })
    },
  )

  test('not round in a ring', () => {
    const reader = inMemory({
      'spec/stowage.yaml': 'include: [a.yaml]',
      'spec/a.yaml': 'include: [b.yaml]',
      'spec/b.yaml': 'include: [c.yaml, a.yaml]',
      'spec/c.yaml': 'include: [c.yaml]',
    })
    expect(load(reader)).toMatchObject({
      paths: ['spec/stowage.yaml', 'spec/a.yaml', 'spec/b.yaml', 'spec/c.yaml'],
      reports: [
        'spec/c.yaml: project/cyclic-include [c.yaml] `spec/c.yaml` includes itself',
        'spec/b.yaml: project/cyclic-include [a.yaml] files include one another: `spec/a.yaml` -> `spec/b.yaml` -> `spec/a.yaml`',
      ],
    })
  })

  test('a ring is told once for each line that closes one, and briefly', () => {
    const names = Array.from({ length: 40 }, (_, index) => `f${String(index).padStart(2, '0')}.yaml`)
    const reader = inMemory(Object.fromEntries(names.map((name) => [name, "include: ['*.yaml']"])))
    const { paths, reports } = load(reader, 'f00.yaml')
    expect(paths).toEqual(names)
    expect(reports).toHaveLength(39)
    expect(reports[0]).toBe(
      "f01.yaml: project/cyclic-include ['*.yaml'] files include one another: `f00.yaml` -> `f01.yaml` -> `f00.yaml`",
    )
    expect(Math.max(...reports.map((line) => line.length))).toBeLessThan(200)
  })

  test('a chain of a thousand files', () => {
    const chain = Array.from(
      { length: 1000 },
      (_, index) => [`f${index}.yaml`, `include: [f${index + 1}.yaml]`] as const,
    )
    const reader = inMemory({ ...Object.fromEntries(chain), 'f1000.yaml': 'domain: A' })
    expect(load(reader, 'f0.yaml')).toMatchObject({ paths: { length: 1001 }, reports: [] })
  })

  test('not beyond two thousand files', () => {
    const files = (count: number): SpecReader =>
      inMemory({
        'stowage.yaml': "include: ['d/*.yaml']",
        ...Object.fromEntries(Array.from({ length: count - 1 }, (_, index) => [`d/f${index}.yaml`, 'domain: A'])),
      })
    expect(load(files(2000), 'stowage.yaml')).toMatchObject({ paths: { length: 2000 }, reports: [] })
    expect(load(files(2001), 'stowage.yaml')).toMatchObject({
      paths: { length: 2000 },
      reports: ["stowage.yaml: project/too-many-files ['d/*.yaml'] the spec has more than 2,000 files"],
    })
  })
})

describe('bytes', () => {
  const withBytes = (bytes: readonly number[]): Loaded =>
    load(inMemory({ 'spec/stowage.yaml': Uint8Array.from([...encoder.encode('about: x\nname: é'), ...bytes]) }))

  test('that are not UTF-8 are pointed at, and the file is not parsed', () => {
    const { reports, diagnostics, parsed } = withBytes([0xff, 0x0a, 0xfe])
    expect(reports).toEqual(['spec/stowage.yaml: syntax/not-utf8 [\ufffd] line 2 is not UTF-8'])
    expect(diagnostics[0]?.span?.start).toBe('about: x\nname: é'.length)
    expect(parsed).toEqual([])
  })

  test('that are UTF-16 are told as such', () => {
    const reader = inMemory({ 'spec/stowage.yaml': Uint8Array.from([0xff, 0xfe, 0x61, 0x00]) })
    expect(load(reader).reports).toEqual(['spec/stowage.yaml: syntax/not-utf8 [\ufffd] the file is UTF-16, not UTF-8'])
  })

  test('that are too many are not even decoded', () => {
    const reader = inMemory({ 'spec/stowage.yaml': new Uint8Array(1_048_577) })
    expect(load(reader).reports).toEqual([
      'spec/stowage.yaml: syntax/too-large [] the file has 1,048,577 bytes, more than 1,048,576',
    ])
  })

  test('that cannot be read', () => {
    const reader: SpecReader = {
      read(path) {
        if (path === 'spec/stowage.yaml') return encoder.encode('include: [a.yaml]')
        throw new SpecReadError('unreadable', 'it is a folder')
      },
      glob: () => [],
    }
    expect(load(reader).reports).toEqual([
      'spec/stowage.yaml: project/unreadable-file [a.yaml] `spec/a.yaml` cannot be read: it is a folder',
    ])
  })

  test('a fault of the reader itself is not taken for a fault of the spec', () => {
    const reader: SpecReader = {
      read: () => {
        throw new TypeError('a bug')
      },
      glob: () => [],
    }
    expect(() => load(reader)).toThrow(TypeError)
  })
})
