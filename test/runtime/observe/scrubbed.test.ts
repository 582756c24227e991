import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Conflict, InvalidInput, Unexpected } from '../../../runtime/src/errors/errors.ts'
import { scrubbed } from '../../../runtime/src/errors/scrubbed.ts'

const canary = 'canary-4f1c'

class PrismaClientKnownRequestError extends Error {
  readonly code = 'P2002'
  readonly meta: object = { target: [canary], value: canary }
}

/** All that a program could print of an error. */
function prints(error: unknown): string {
  const text = error instanceof Error ? `${error.message}\n${error.stack}` : ''
  return [
    text,
    JSON.stringify(error),
    String(error),
    inspect(error, { depth: 20, showHidden: true, getters: true }),
  ].join('\n')
}

test('of the error of a driver its class, code and frames are kept', () => {
  const driver = new PrismaClientKnownRequestError(`Unique constraint failed: "${canary}"`)
  const kept = scrubbed(driver)
  expect(kept?.name).toBe('PrismaClientKnownRequestError')
  expect(kept?.code).toBe('P2002')
  expect(kept?.stack).toContain('scrubbed.test.ts')
  expect(prints(kept)).not.toContain(canary)
})

test('names of the catalog that PostgreSQL gives are kept, and what it quotes is not', () => {
  const driver = Object.assign(new Error(`duplicate key value violates unique constraint (${canary})`), {
    code: '23505',
    constraint: 'users_one_per_email',
    table: 'users',
    detail: `Key (email)=(${canary}) already exists.`,
    where: canary,
  })
  const kept = scrubbed(driver)
  expect(kept).toMatchObject({ code: '23505', constraint: 'users_one_per_email', table: 'users' })
  expect(prints(kept)).not.toContain(canary)
})

test.each([
  ['a message of several lines that looks like a stack', new Error(`x\n    at ${canary} (file:///a.ts:1:2)\n    at y`)],
  [
    'a message that was changed afterwards',
    Object.assign(new Error(`${canary}\n    at ${canary} (/a.ts:1:2)`), { message: 'other' }),
  ],
  ['a stack that was written by hand', Object.assign(new Error('x'), { stack: `x\n    at ${canary}` })],
  ['a code that is a value', Object.assign(new Error('x'), { code: canary })],
  ['a constraint that is a value', Object.assign(new Error('x'), { constraint: `${canary} "` })],
  ['a name that is a value', Object.assign(new Error('x'), { name: canary })],
  ['a text that was thrown', canary],
  ['an object that was thrown', { message: canary, toString: (): string => canary }],
  ['members of any name', Object.assign(new Error('x'), { [canary]: canary, errors: [new Error(canary)] })],
  ['causes within causes', new Error('x', { cause: new Error(canary, { cause: { canary } }) })],
  ['many errors in one', new AggregateError([new Error(canary)], canary)],
  ['a getter', Object.defineProperty(new Error('x'), 'code', { get: () => canary, enumerable: true })],
  [
    'the metadata of a request',
    Object.assign(new Error('x'), { $metadata: { httpStatusCode: 403, requestId: canary }, $response: canary }),
  ],
])('%s does not get through', (_, hostile) => {
  for (const error of [new Conflict('taken', {}, 'wait', hostile), new Unexpected('activity.create', {}, hostile)])
    expect(prints(error)).not.toContain(canary)
})

test('a circle of causes comes to an end', () => {
  const error = new Error('x')
  error.cause = error
  expect(prints(new Unexpected('activity.create', {}, error))).toContain('Error')
})

test('an error of an input says where, and never what', () => {
  const error = new InvalidInput('Activity', [{ path: ['title'], message: 'has more than 200 characters' }])
  expect(error.message).toBe('Activity: title: has more than 200 characters')
})
