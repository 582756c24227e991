import { appendFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { startPostgres } from '../../support/postgres-server.ts'
import { requires } from '../../support/requires.ts'

test('always', () => expect(1).toBe(1))

test('long', { tags: ['full'] }, () => expect(1).toBe(1))

test('raced', { tags: ['race'] }, () => appendFileSync(String(process.env.ROUNDS), 'round\n'))

describe('on a server without wings', () => {
  requires(() => 'the server has no wings')

  test('flies', () => expect(1).toBe(2))
})

test('asks for a server', async () => {
  const server = await startPostgres()
  await server.stop()
})
