import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { Unavailable } from '../../../runtime/src/errors/errors.ts'
import type { S3Options } from '../../../runtime/src/s3/options.ts'
import { s3Store } from '../../../runtime/src/s3/s3-store.ts'
import { KeyTaken, type ObjectStore } from '../../../runtime/src/stores/objects.ts'
import { optionsFor } from './opened.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A store on a server that answers as it is told, and a list of what it was asked. */
async function storeOn(
  answer: (request: IncomingMessage, response: ServerResponse, nth: number) => void,
  options: Partial<Pick<S3Options, 'timeouts' | 'retries'>> = {},
): Promise<{ readonly store: ObjectStore; readonly asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => answer(request, response, asked.push(request)))
    request.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const timeouts = { connectMs: 300, requestMs: 300 }
  const store = s3Store(optionsFor({ endpoint, region: 'us-east-1', credentials }, { timeouts, ...options }))
  closing.push(async () => {
    await store.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { store, asked }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<Error><Code>${code}</Code><Message>no</Message></Error>`)
}

const at = { bucket: 'b', key: 'k' }
const body = { contentType: 'text/plain', sha256: 'a'.repeat(64), size: 1, ifNoneMatch: true }
const one = (): Uint8Array => Buffer.from('x')

describe('a server', () => {
  test('that has the key already is told apart', async () => {
    const { store, asked } = await storeOn((_, response) => refuse(response, 412, 'PreconditionFailed'))
    await expect(store.put(at, one, body)).rejects.toThrow(KeyTaken)
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual(['*'])
  })

  test('that fails for a while is asked again, with the whole body each time', async () => {
    const lengths: (string | undefined)[] = []
    const { store } = await storeOn((request, response, nth) => {
      lengths.push(request.headers['content-length'])
      if (nth < 3) refuse(response, nth === 1 ? 503 : 500, nth === 1 ? 'SlowDown' : 'InternalError')
      else response.end()
    })
    let read = 0
    async function* stream(): AsyncGenerator<Uint8Array> {
      read += 1
      yield one()
    }
    await store.put(at, stream, body)
    expect(lengths).toEqual(['1', '1', '1'])
    expect(read).toBe(3)
  })

  test('that fails for good is unavailable, after as many attempts as are allowed', async () => {
    const { store, asked } = await storeOn((_, response) => refuse(response, 503, 'ServiceUnavailable'))
    await expect(store.head(at)).rejects.toThrow(Unavailable)
    expect(asked).toHaveLength(3)
  })

  test('that does not answer is unavailable in time', async () => {
    const { store } = await storeOn(() => undefined)
    const begun = performance.now()
    await expect(store.put(at, one, body)).rejects.toMatchObject({ code: 'unavailable', facts: { store: 's3' } })
    expect(performance.now() - begun).toBeLessThan(15_000)
  })

  test('that is slow is waited for as long as one request may take, though no other would begin', async () => {
    const retries = { attempts: 3, baseMs: 1, maxMs: 2, totalMs: 100 }
    const timeouts = { connectMs: 2_000, requestMs: 2_000 }
    const { store, asked } = await storeOn((_, response) => setTimeout(() => response.end(), 400), {
      timeouts,
      retries,
    })
    expect(await store.head(at)).toMatchObject({ size: 0 })
    expect(await store.get(at)).toBeDefined()
    for await (const _ of store.list('b', '')) expect.unreachable()
    expect(asked).toHaveLength(3)
  })

  test('that is slow and fails is not asked again when the time is over', async () => {
    const retries = { attempts: 3, baseMs: 1, maxMs: 2, totalMs: 100 }
    const { store, asked } = await storeOn(
      (_, response) => setTimeout(() => refuse(response, 503, 'ServiceUnavailable'), 150),
      { retries },
    )
    await expect(store.head(at)).rejects.toThrow(Unavailable)
    expect(asked).toHaveLength(1)
  })

  test('that breaks off is unavailable, and a body that breaks off is not taken for the whole', async () => {
    const { store } = await storeOn((request, response) => {
      if (request.method !== 'GET') {
        request.socket.destroy()
        return
      }
      response.writeHead(200, { 'content-length': '100', etag: '"x"' })
      response.write('half')
      setTimeout(() => request.socket.destroy(), 20)
    })
    await expect(store.head(at)).rejects.toThrow(Unavailable)
    const found = await store.get(at)
    const read = async (): Promise<void> => {
      for await (const _ of found?.body ?? []) {
        // It breaks off.
      }
    }
    await expect(read()).rejects.toThrow(Unavailable)
  })

  test('that nobody runs is unavailable', async () => {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
    const store = s3Store(optionsFor({ endpoint: 'http://127.0.0.1:1', region: 'us-east-1', credentials }))
    await expect(store.head(at)).rejects.toThrow(Unavailable)
    await store.close()
  })

  test('is not asked again for what will never go', async () => {
    const { store, asked } = await storeOn((_, response) => refuse(response, 403, 'AccessDenied'))
    await expect(store.head(at)).rejects.toMatchObject({ code: 'forbidden' })
    expect(asked).toHaveLength(1)
  })

  test('that does not know a lock in a copy gets it afterwards, and it is confirmed', async () => {
    const until = new Date(Date.now() + 60_000)
    let held = false
    const { store, asked } = await storeOn((request, response) => {
      const hasLock = request.headers['x-amz-object-lock-mode'] !== undefined
      if (request.method === 'PUT' && request.headers['x-amz-copy-source'] !== undefined) {
        if (hasLock) refuse(response, 405, 'MethodNotAllowed')
        else response.end('<CopyObjectResult><ETag>x</ETag></CopyObjectResult>')
        return
      }
      if (request.method === 'PUT') held = true
      const lock = {
        'x-amz-object-lock-mode': 'COMPLIANCE',
        'x-amz-object-lock-retain-until-date': until.toISOString(),
      }
      response.writeHead(200, { 'x-amz-version-id': 'v1', ...(held ? lock : {}) })
      response.end()
    })
    const retention = { mode: 'COMPLIANCE', until } as const
    expect(await store.copy(at, { bucket: 'b', key: 'to' }, { ...body, retention })).toEqual({ versionId: 'v1' })
    expect(asked.map(({ method, url }) => `${method} ${url?.replace(/^[^?]*/, '')}`)).toEqual([
      'HEAD ',
      'PUT ?x-id=CopyObject',
      'PUT ?x-id=CopyObject',
      'HEAD ',
      'PUT ?retention=&versionId=v1',
      'HEAD ?versionId=v1',
    ])
  })

  test('that says it locked and did not is not believed', async () => {
    const { store } = await storeOn((request, response) => {
      response.end(
        request.headers['x-amz-copy-source'] ? '<CopyObjectResult><ETag>x</ETag></CopyObjectResult>' : undefined,
      )
    })
    const retention = { mode: 'COMPLIANCE', until: new Date(Date.now() + 60_000) } as const
    await expect(store.copy(at, { bucket: 'b', key: 'to' }, { ...body, retention })).rejects.toThrow(/not locked/)
  })
})
