import { serialize } from 'bson'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MongoDouble, startMongoDouble } from '../index.ts'
import { body, message, opQuery, RawClient, sequence } from './raw-client.ts'

const ping = { ping: 1, $db: 'admin' }

let double: MongoDouble

beforeAll(async () => {
  double = await startMongoDouble()
})

afterAll(() => double.stop())

/** What the server answers to bytes, on a connection of their own; nothing where it hangs up. */
async function answerTo(bytes: Uint8Array): Promise<Readonly<Record<string, unknown>> | undefined> {
  const client = await RawClient.connect(double.uri)
  try {
    client.send(bytes)
    return await client.answer()
  } finally {
    client.breakOff()
  }
}

async function expectAlive(): Promise<void> {
  expect(await answerTo(message(body(ping)))).toEqual({ ok: 1 })
}

describe('the wire', () => {
  test('takes a command byte by byte, several at once, with a checksum and as an old query', async () => {
    const client = await RawClient.connect(double.uri)
    for (const byte of message(body(ping))) client.send(Buffer.from([byte]))
    expect(await client.answer()).toEqual({ ok: 1 })
    client.send(Buffer.concat([message(body(ping)), message(body({ nonsense: 1 })), message(body(ping))]))
    expect(await client.answer()).toEqual({ ok: 1 })
    expect(await client.answer()).toMatchObject({ ok: 0, code: 59 })
    expect(await client.answer()).toEqual({ ok: 1 })
    client.send(message(Buffer.concat([body(ping), Buffer.alloc(4)]), { flags: 1 }))
    expect(await client.answer()).toEqual({ ok: 1 })
    const query = Buffer.concat([Buffer.from('admin.$cmd\0'), Buffer.alloc(8), serialize({ isMaster: 1 })])
    client.send(message(query, { operation: opQuery }))
    expect(await client.answer()).toMatchObject({ ismaster: true, ok: 1 })
    client.breakOff()
  })

  test('does what asks for no answer, in its turn', async () => {
    const client = await RawClient.connect(double.uri)
    const insert = { insert: 'quiet', $db: 'wire' }
    const moreToCome = 2
    client.send(
      message(Buffer.concat([body(insert), sequence('documents', [serialize({ _id: 1 }), serialize({ _id: 2 })])]), {
        flags: moreToCome,
      }),
    )
    client.send(message(body({ count: 'quiet', $db: 'wire' })))
    expect(await client.answer()).toEqual({ n: 2, ok: 1 })
    client.breakOff()
  })

  const unsound: readonly (readonly [string, Buffer])[] = [
    ['a length of nothing', message(body(ping), { length: 0 })],
    ['a negative length', message(body(ping), { length: -1 })],
    ['a length beyond all bounds', message(body(ping), { length: 2 ** 31 - 1 })],
    ['a header alone', message(Buffer.alloc(0), { length: 16 }).subarray(0, 16)],
    ['an operation that is none', message(body(ping), { operation: 4711 })],
    ['a compressed message, which was never agreed on', message(body(ping), { operation: 2012 })],
    ['flags that must be known', message(body(ping), { flags: 1 << 5 })],
    ['a section of no kind', message(Buffer.concat([Buffer.from([9]), serialize(ping)]))],
    ['a body that is longer than its message', message(Buffer.from([0, 255, 0, 0, 0]))],
    ['no body', message(sequence('documents', [serialize({})]))],
    ['two bodies', message(Buffer.concat([body(ping), body(ping)]))],
    ['a list twice', message(Buffer.concat([body({ a: [], ...ping }), sequence('a', [])]))],
    ['a list without an end to its name', message(Buffer.concat([body(ping), Buffer.from([1, 6, 0, 0, 0, 65, 65])]))],
    ['a query on a collection', message(Buffer.from('admin.users\0'), { operation: opQuery })],
    ['a query without a name', message(Buffer.from('admin'), { operation: opQuery })],
  ]

  test.each(unsound)('hangs up on %s, and serves the others', async (_, bytes) => {
    expect(await answerTo(bytes)).toBeUndefined()
    await expectAlive()
  })

  test('answers a body that is no BSON (22), and goes on with the same client', async () => {
    const client = await RawClient.connect(double.uri)
    const broken = serialize({ ping: 'x' })
    // The type of the only field.
    broken[4] = 0x77
    client.send(message(Buffer.concat([Buffer.from([0]), broken])))
    expect(await client.answer()).toMatchObject({ ok: 0, code: 22, codeName: 'InvalidBSON' })
    client.send(message(body(ping)))
    expect(await client.answer()).toEqual({ ok: 1 })
    client.breakOff()
  })

  test('answers arguments that make no sense at all, whatever the command', async () => {
    const values = [null, 1, 'x', [], {}, [1], { $x: 1 }, true, new Date(0)]
    const commands = ['find', 'insert', 'update', 'delete', 'findAndModify', 'aggregate', 'create', 'collMod', 'drop']
    commands.push('createIndexes', 'dropIndexes', 'listIndexes', 'count', 'distinct', 'getMore', 'killCursors')
    commands.push('explain', 'renameCollection', 'createUser', 'saslStart', 'saslContinue', 'endSessions')
    const client = await RawClient.connect(double.uri)
    for (const command of commands) {
      for (const value of values) {
        const rest = { filter: value, pipeline: value, updates: value, query: value, lsid: value, $db: 'wire' }
        client.send(message(body({ [command]: value, ...rest })))
        const answer = await client.answer()
        expect(answer, `${command}: ${JSON.stringify(value)}`).toHaveProperty('ok')
        expect(answer, `${command}: ${JSON.stringify(value)}`).not.toMatchObject({ code: 8 })
      }
    }
    client.breakOff()
  })

  test('survives any bytes', async () => {
    const sound = message(body({ find: 'any', filter: { a: [1, { b: 'c' }] }, $db: 'wire' }))
    const place = fc.nat(sound.length - 1)
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(changes, place, async (bytes, cut) => {
        const broken = Buffer.from(sound)
        for (const [at, value] of bytes) broken[at] = value
        const client = await RawClient.connect(double.uri)
        client.send(broken.subarray(0, cut))
        client.send(broken.subarray(cut))
        client.breakOff()
        await expectAlive()
      }),
      { numRuns: 100 },
    )
  })
})
