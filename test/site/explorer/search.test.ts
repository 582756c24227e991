import { expect, test } from 'vitest'
import type { ExplorerGraph } from '../../../generator/site/explorer-graph.ts'
import { search, searchIndex } from '../../../site/explorer/core/search.ts'

const field = (name: string) =>
  ({ name, type: 'text', keys: [], indexed: false, optional: false, common: false }) as const
const entity = (name: string, table: string, fields: readonly string[]) => ({
  id: name.toLowerCase(),
  name,
  domain: 'bakery',
  page: '',
  parts: [{ id: 'postgres', store: 'postgres' as const, title: table, facts: [], fields: fields.map(field) }],
})
const graph: ExplorerGraph = {
  title: 'bakery',
  domains: [{ key: 'bakery', name: 'Bakery' }],
  entities: [
    entity('Loaf', 'loaves', ['oven_id', 'weight', '<b>']),
    entity('OvenRun', 'oven_runs', ['oven_id']),
    entity('Oven', 'ovens', ['name']),
  ],
  links: [],
}
const index = searchIndex(graph)
const texts = (text: string) => search(index, text).map((found) => `${found.kind} ${found.text}`)

test('a whole name comes first, then beginnings, entities before tables before fields', () => {
  expect(texts('oven')).toEqual([
    'entity Oven',
    'entity OvenRun',
    'part oven_runs',
    'part ovens',
    'field oven_id',
    'field oven_id',
  ])
})

test('words are found however they are joined', () => {
  expect(texts('oven run')).toEqual(['entity OvenRun', 'part oven_runs'])
  expect(texts('OVEN_RUNS')).toEqual(['part oven_runs'])
})

test('the beginning of a word goes before its middle', () => {
  expect(texts('run')).toEqual(['entity OvenRun', 'part oven_runs'])
  expect(texts('eigh')).toEqual(['field weight'])
})

test('what is found says where it is', () => {
  expect(search(index, 'weight')).toMatchObject([{ entity: 'loaf', within: 'loaves', store: 'postgres' }])
  expect(search(index, 'Loaf')).toMatchObject([{ within: 'Bakery' }])
})

test('texts are texts, and nothing finds nothing', () => {
  expect(texts('<b>')).toEqual(['field <b>'])
  expect(texts('.*')).toEqual([])
  expect(texts('  ')).toEqual([])
})
