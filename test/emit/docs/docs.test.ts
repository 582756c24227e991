import type { Token } from 'marked'
import { describe, expect, test } from 'vitest'
import { diagramsEmitter } from '../../../generator/emit/diagrams/index.ts'
import { docsEmitter } from '../../../generator/emit/docs/index.ts'
import type { OutputFile } from '../../../generator/emit/emitter.ts'
import { inMongo, inPostgres, objectsOf } from '../../../generator/model/lookup.ts'
import type { Model } from '../../../generator/model/model.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { largeModel } from '../../support/large-spec.ts'
import { brokenLinks, readPage } from '../../support/markdown-site.ts'
import { soundSpecs } from '../../support/sound-specs.ts'

const specs = [...soundSpecs()]

function all(files: readonly OutputFile[]): string {
  return files.map(({ text }) => text).join('\n')
}

/** The part of a page from an anchor to the next one. */
function sectionAt(files: readonly OutputFile[], page: string, title: string): string {
  const text = files.find(({ path }) => path === `docs/${page}.md`)?.text ?? ''
  const start = text.indexOf(`\n### ${title}\n`)
  const end = text.slice(start + 1).search(/\n<a id="(?!life-cycle)[^"]*"><\/a>\n/)
  return start === -1 ? '' : text.slice(start, end === -1 ? undefined : start + 1 + end)
}

/** The rows of a table, by its own bars: a bar behind a backslash or within a code of HTML is none. */
function cellCounts(text: string): readonly (readonly [string, number])[] {
  return text
    .replace(/```mermaid\n[\s\S]*?\n```/g, '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => [line, line.replace(/\\\|/g, '').split('|').length])
}

test('there are specs to tell of', () => {
  expect(specs.map(([folder]) => folder)).toContain('spec')
  expect(specs.length).toBeGreaterThan(10)
})

describe.each(specs)('of %s', (_folder, model) => {
  const files = docsEmitter.emit(model)
  const pages = files.map(readPage)
  const pictures = diagramsEmitter.emit(model)

  test('every link resolves, and every anchor is one', () => {
    const known = new Set([...files, ...pictures].map(({ path }) => path))
    expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(5)
    expect(brokenLinks(pages, known)).toEqual([])
    for (const { anchors, path } of pages) expect(new Set(anchors).size, path).toBe(anchors.length)
  })

  test('every page can be reached from the overview', () => {
    const overview = pages.find(({ path }) => path === 'docs/overview.md')
    for (const { path } of files) {
      if (path !== 'docs/overview.md') expect(overview?.links).toContain(path.replace('docs/', ''))
    }
  })

  test('the rows of a table have as many cells as its head', () => {
    for (const { text } of files) {
      let head = 0
      let before = ''
      for (const line of text.split('\n')) {
        const count = line.startsWith('|') ? (cellCounts(line)[0]?.[1] ?? 0) : 0
        if (count > 0 && before.startsWith('|')) expect(count, line).toBe(head)
        else head = count
        before = line
      }
    }
  })

  test('every diagram within a page is one of the files, to the letter', () => {
    const texts = new Set(pictures.map(({ text }) => text))
    for (const { diagrams } of pages) for (const diagram of diagrams) expect(texts).toContain(diagram)
  })

  test('no section is empty, and nothing is said not to apply', () => {
    for (const { path, tokens } of pages) {
      const blocks = tokens.filter(({ raw, type }) => type !== 'space' && !/^<a id="[^"]*"><\/a>\s*$/.test(raw))
      blocks.forEach((block, index) => {
        if (block.type !== 'heading') return
        const next: Token | undefined = blocks[index + 1]
        const deeper = next?.type === 'heading' && next.depth > block.depth
        expect(next !== undefined && (next.type !== 'heading' || deeper), `${path}: ${block.raw}`).toBe(true)
      })
    }
    expect(all(files)).not.toMatch(/\bN\/A\b|undefined|\[object|null(?!\s*})/)
  })

  test('every table is told with all its columns', () => {
    for (const { about, name, postgres } of inPostgres(model)) {
      const section = sectionAt(files, 'postgres', `\`${postgres.table.text}\``)
      expect(section).toContain(`**${name}**`)
      for (const { name: logical, physical } of postgres.fields) {
        expect(section).toContain(`| \`${physical.text}\` | ${logical === physical.text ? '' : `\`${logical}\``} |`)
      }
      for (const { name: index } of [...postgres.uniques, ...postgres.indexes])
        expect(section).toContain(`| \`${index.text}\` |`)
      if (about !== undefined && /^[A-Za-z ]+$/.test(about)) expect(section).toContain(about)
    }
  })

  test('every collection is told with all its fields', () => {
    for (const { mongo, name } of inMongo(model)) {
      const section = sectionAt(files, 'mongo', `\`${mongo.collection.text}\``)
      expect(section).toContain(`**${name}**`)
      for (const { name: logical, physical } of mongo.fields) {
        expect(section).toContain(`| \`${physical.text}\` | ${logical === physical.text ? '' : `\`${logical}\``} |`)
      }
      for (const { name: index } of [...mongo.uniques, ...mongo.indexes])
        expect(section).toContain(`| \`${index.text}\` |`)
    }
  })

  test('every object, bucket, enum and value type is told', () => {
    const text = all(files)
    for (const { entity, object } of objectsOf(model)) {
      const section = sectionAt(files, 's3', `${entity.name} \`${object.name}\``)
      expect(section).toContain(object.pathText)
      expect(section).toContain(`\`${object.contentType}\``)
    }
    for (const { env, name } of model.project.stores.s3?.buckets ?? []) {
      expect(text).toContain(`\`${name}\` | \`${env}\``)
    }
    for (const { name, values } of model.enums) {
      const section = sectionAt(files, 'postgres', `${name} (enum)`) + sectionAt(files, 'mongo', `${name} (enum)`)
      for (const value of values) expect(section).toContain(`\`${value.name}\``)
    }
    for (const { fields, name } of model.valueTypes) {
      const section = sectionAt(files, 'postgres', `${name} (shape)`) + sectionAt(files, 'mongo', `${name} (shape)`)
      for (const { physical } of fields) expect(section).toContain(`\`${physical.text}\``)
    }
  })

  test('the overview says where each entity is', () => {
    const overview = files.find(({ path }) => path === 'docs/overview.md')?.text ?? ''
    for (const { name } of model.entities) expect(overview).toContain(`| ${name} |`)
  })
})

describe('both directions of a relation', () => {
  const [, model] = specs.find(([folder]) => folder === 'spec') ?? []
  if (model === undefined) throw new Error('no reference spec')
  const files = docsEmitter.emit(model)

  test('are told where the record is, and where it is referred to', () => {
    let told = 0
    for (const { name, postgres } of inPostgres(model)) {
      for (const { physical, relation, type } of postgres.fields) {
        if (type.kind !== 'ref' || type.mode !== 'foreign_key' || relation?.inverse === undefined) continue
        const target = model.byName.entities.get(type.entity)?.postgres?.table.text ?? ''
        const there = sectionAt(files, 'postgres', `\`${target}\``)
        expect(sectionAt(files, 'postgres', `\`${postgres.table.text}\``)).toContain(`](#table-`)
        expect(there, `${name}.${physical.text}`).toMatch(
          new RegExp(`^- \\[\`${postgres.table.text}\`\\]\\(#table-[a-z0-9-]+\\) by \`${physical.text}\``, 'm'),
        )
        told += 1
      }
    }
    expect(told).toBeGreaterThan(20)
  })
})

test('pages grow with the spec, not with its square', () => {
  const size = (model: Model): number => all(docsEmitter.emit(model)).length
  expect(size(largeModel(400, 20))).toBeLessThan(2.5 * size(largeModel(200, 10)))
})

describe('of the reference spec', () => {
  const [, model] = specs.find(([folder]) => folder === 'spec') ?? []
  if (model === undefined) throw new Error('no reference spec')
  const files = docsEmitter.emit(model)

  test('a document that is a part of a row has the id of the row, not one of its own', () => {
    for (const name of ['tool_call_logs', 'strategies_content', 'onboarding_research']) {
      const line = sectionAt(files, 'mongo', `\`${name}\``).match(/^\| `refId` .*$/m)?.[0]
      expect(line).not.toContain('new ULID')
      expect(line).toContain('Always that of its row in [')
    }
    expect(sectionAt(files, 'mongo', '`skills`')).toMatch(/^\| `refId` .*new ULID/m)
  })

  test('a search is told with the tenant that it begins with', () => {
    expect(sectionAt(files, 'mongo', '`skills`')).toContain(
      '| `by_text` | `tenantId`, `name` × 10, `summary` × 5, `content` × 1 | Full-text search, with the weight of each field; of no language, so that a word is found as it is written. |',
    )
  })

  test('nothing is promised that there is not', () => {
    expect(all(files)).not.toContain('consistency check')
  })

  test('a reason follows what it is the reason of', () => {
    expect(sectionAt(files, 'postgres', '`plans`')).toContain(
      '- Tenant: none; the records belong to no tenant: One price list for all customers.\n',
    )
  })
})

test('a unique of documents says that those without a value do not collide', () => {
  const files = docsEmitter.emit(soundModel('test/emit/conformance/library'))
  const section = sectionAt(files, 'mongo', '`wishes`')
  expect(section).toContain('agree in `isbn`, where `isbn` is filled.')
  expect(section).toMatch(/agree in `title`\./)
})

test('buckets that stand in the path of an address are told', () => {
  const lead = (folder: string): string =>
    docsEmitter
      .emit(soundModel(folder))
      .find(({ path }) => path === 'docs/s3.md')
      ?.text.slice(0, 400) ?? ''
  expect(lead('test/cases/clinic/spec')).toContain('in the path of an address')
  expect(lead('spec')).not.toContain('in the path of an address')
})
