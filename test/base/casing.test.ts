import { describe, expect, test } from 'vitest'
import { type Case, isCase, toCase, words } from '../../generator/base/casing.ts'

const cases: readonly Case[] = ['snake_case', 'camelCase', 'PascalCase', 'kebab-case', 'SCREAMING_SNAKE_CASE']

test.each([
  ['deletedOn', ['deleted', 'on']],
  ['deleted_on', ['deleted', 'on']],
  ['HTTPServer', ['http', 'server']],
  ['userID', ['user', 'id']],
  ['S3Key', ['s3', 'key']],
  ['v2Draft', ['v2', 'draft']],
  ['raw-uploads', ['raw', 'uploads']],
  ['Paid Ads', ['paid', 'ads']],
  ['__a__', ['a']],
  ['', []],
])('%s is the words %j', (name, expected) => {
  expect(words(name)).toEqual(expected)
})

describe.each([
  ['snake_case', 'http_server_id', ['HttpServer', 'http-server', 'http__server', '_http', 'http_', '2nd']],
  ['camelCase', 'httpServerId', ['HttpServer', 'http_server', 'http-server', '2nd']],
  ['PascalCase', 'HttpServerId', ['httpServer', 'Http_Server', 'Http-Server']],
  ['kebab-case', 'http-server-id', ['httpServer', 'http_server', 'http--server', '-http', 'http-']],
  ['SCREAMING_SNAKE_CASE', 'HTTP_SERVER_ID', ['HTTP_server', 'HTTP__SERVER', '_HTTP', 'HTTP_', 'http']],
] as const)('%s', (to, written, others) => {
  test(`writes ${written}`, () => {
    for (const from of ['HTTPServerId', 'http_server_id', 'http-server-id', 'HTTP_SERVER_ID', 'httpServerId'])
      expect(toCase(from, to)).toBe(written)
  })

  test('knows its own', () => {
    expect(isCase(written, to)).toBe(true)
    for (const other of others) expect(isCase(other, to), other).toBe(false)
  })

  test('leads into every other case and back', () => {
    for (const other of cases) expect(toCase(toCase(written, other), to)).toBe(written)
  })
})
