import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { S3 } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bucketsOf } from '../../generator/catalog/s3/index.ts'
import { applyS3 } from '../../generator/live/s3/apply.ts'
import { verifyS3 } from '../../generator/live/s3/verify.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { startS3rver } from '../support/servers/s3rver.ts'

const buckets = bucketsOf(soundModel('spec'))
/** A locked one. */
const one = buckets.filter(({ objectLockEnabled }) => objectLockEnabled).slice(0, 1)
const environment = Object.fromEntries(buckets.map(({ env }, at) => [env, `bucket-${at}`]))
const options = { environment, denyInsecure: 'always' } as const

describe('a server that knows buckets and objects alone', { tags: ['full'] }, () => {
  let server: Awaited<ReturnType<typeof startS3rver>>
  let api: S3
  beforeAll(async () => {
    server = await startS3rver()
    api = new S3({ ...server.endpoint, forcePathStyle: true })
  })
  afterAll(async () => {
    api?.destroy()
    await server?.stop()
  })

  test('gets the buckets; everything else is a difference with help, at every run', async () => {
    const first = await applyS3(api, buckets, options)
    expect(first.steps.map(({ place }) => place)).toEqual(
      buckets.map(({ name, env }) => `bucket ${name} (${environment[env]})`),
    )
    const facts = buckets.flatMap(({ objectLockEnabled, lifecycle }) => [
      'versioning',
      ...(objectLockEnabled ? ['object lock'] : []),
      'public access block',
      ...lifecycle.Rules.map(({ ID }) => `lifecycle rule ${ID}`),
      'policy DenyInsecureTransport',
    ])
    expect(first.differences.map(({ fact }) => fact)).toEqual(facts)
    for (const { found, help } of first.differences) {
      expect(found).toMatch(/not known to this server/)
      expect(help).toMatch(/cannot do it/)
    }
    expect((await applyS3(api, buckets, { ...options, replace: true })).differences).toEqual(first.differences)
    expect((await verifyS3(api, buckets, options)).length).toBeGreaterThan(buckets.length)
  })
})

describe('a server that answers as it is told', { tags: ['full'] }, () => {
  /** What is answered to each request, by method and what follows the bucket's name. */
  let answer: (request: string, body: string) => readonly [status: number, code: string]
  let asked: string[] = []
  let api: S3
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      const { searchParams } = new URL(request.url ?? '', 'http://x')
      const side = [...searchParams.keys()].find((key) => key !== 'x-id') ?? ''
      const said = `${request.method} ${side}`.trim()
      asked.push(said)
      const [status, code] = answer(said, body)
      response.writeHead(status, { 'content-type': 'application/xml' })
      response.end(
        code === '' || request.method === 'HEAD' ? '' : `<Error><Code>${code}</Code><Message>no</Message></Error>`,
      )
    })
  })

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
    const endpoint = `http://127.0.0.1:${port}`
    api = new S3({ endpoint, region: 'eu-central-1', credentials, forcePathStyle: true, maxAttempts: 1 })
  })
  afterAll(async () => {
    api.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const missing = (request: string): boolean => request === 'HEAD' || request === 'GET versioning'

  test('that a name is taken: a difference that names the variable', async () => {
    answer = (request) => (missing(request) ? [404, 'NoSuchBucket'] : [409, 'BucketAlreadyExists'])
    const { steps, differences } = await applyS3(api, buckets, options)
    expect(steps).toEqual([])
    expect(differences).toMatchObject(
      buckets.map(({ env }) => ({ fact: 'missing', help: expect.stringContaining(env) })),
    )
  })

  test('that it knows no such region: a difference that says what to do', async () => {
    const bodies: string[] = []
    answer = (request, body) => {
      if (missing(request)) return [404, 'NoSuchBucket']
      bodies.push(body)
      return [400, 'InvalidLocationConstraint']
    }
    const { steps, differences } = await applyS3(api, buckets, options)
    expect(steps).toEqual([])
    expect(differences).toMatchObject(
      buckets.map(() => ({ fact: 'missing', help: expect.stringContaining('no region eu-central-1') })),
    )
    for (const body of bodies) expect(body).toContain('<LocationConstraint>eu-central-1</LocationConstraint>')
  })

  test('that it makes no locked bucket: none is made', async () => {
    answer = (request) => (missing(request) ? [404, 'NoSuchBucket'] : [501, 'NotImplemented'])
    const { steps, differences } = await applyS3(api, buckets, options)
    expect(steps).toEqual([])
    expect(differences).toMatchObject(
      buckets.map(() => ({ fact: 'missing', found: expect.stringMatching(/not known/) })),
    )
  })

  test('that a bucket is in another region: a difference that says where to look', async () => {
    answer = () => [301, 'PermanentRedirect']
    expect(await verifyS3(api, buckets, options)).toMatchObject(
      buckets.map(() => ({ fact: 'region', help: expect.stringContaining('region') })),
    )
  })

  test('that these keys may not read a side: a difference of that side', async () => {
    answer = (request) => (request.startsWith('GET policy') ? [403, 'AccessDenied'] : [200, ''])
    const found = await verifyS3(api, buckets, options)
    expect(found.filter(({ fact }) => fact === 'policy')).toMatchObject(
      buckets.map(() => ({ found: 'not readable: AccessDenied', help: expect.stringContaining('these keys') })),
    )
  })

  test('that all is well and keeps nothing: a difference that says so', async () => {
    answer = () => [200, '']
    const { differences } = await applyS3(api, one, options)
    const kept = differences.filter(({ found }) => found?.includes('accepted the command') !== true)
    expect(differences.length).toBeGreaterThan(3)
    // A lock is not tried: nobody may turn one on without being asked.
    expect(kept.map(({ fact }) => fact)).toEqual(['object lock'])
  })

  test('that it is broken: an error, not a difference', async () => {
    answer = () => [500, 'InternalError']
    await expect(verifyS3(api, buckets, options)).rejects.toThrow(
      expect.objectContaining({ $fault: expect.anything() }),
    )
  })

  test('that another process is at it: it is tried again', async () => {
    let tries = 0
    asked = []
    answer = (request) => {
      if (request !== 'PUT publicAccessBlock') return [200, '']
      tries += 1
      return tries < 3 ? [409, 'OperationAborted'] : [200, '']
    }
    await applyS3(api, one, options)
    expect(asked.filter((request) => request === 'PUT publicAccessBlock')).toHaveLength(3)
  })
})
