import { resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { StoreRefusal } from '../../generator/cli/stores/refusal.ts'
import { s3Store } from '../../generator/cli/stores/s3.ts'
import type { StoreSurroundings } from '../../generator/cli/stores/store.ts'
import { UserError } from '../../generator/cli/user-error.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { type S3Account, s3Account } from '../support/s3-server.ts'

// Requests of other suites use a host's own name; the address style of the spec would make names of hosts out of buckets.
const parsed = soundModel('spec')
const s3 = parsed.project.stores.s3
if (s3 === undefined) throw new Error('the reference spec declares S3')
const model = {
  ...parsed,
  project: { ...parsed.project, stores: { ...parsed.project.stores, s3: { ...s3, pathStyle: true } } },
}
const variables = [s3.endpoint ?? '', s3.region, ...s3.buckets.map(({ env }) => env)]

let account: S3Account
let notes: string[]

beforeAll(async () => {
  account = await s3Account()
})
afterAll(() => account?.stop())
beforeEach(() => {
  notes = []
  vi.stubEnv('AWS_ACCESS_KEY_ID', account.credentials.accessKeyId)
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', account.credentials.secretAccessKey)
})
afterEach(() => vi.unstubAllEnvs())

function surroundings(changes: Readonly<Record<string, string>> = {}): StoreSurroundings {
  const names = s3?.buckets.map(({ env }, at) => [env, `${account.prefix}store-${at}`]) ?? []
  const env = {
    ...process.env,
    ...Object.fromEntries(names),
    [s3?.endpoint ?? '']: account.endpoint,
    [s3?.region ?? '']: account.region,
    ...changes,
  }
  return { model, env, folder: resolve('.'), note: (text) => notes.push(text), progress: () => {} }
}

async function refusal(given: StoreSurroundings): Promise<StoreRefusal | UserError> {
  const error: unknown = await s3Store.connect(given).catch((thrown: unknown) => thrown)
  if (error instanceof StoreRefusal || error instanceof UserError) return error
  throw new Error('it was not refused', { cause: error })
}

test('the spec declares it', () => {
  expect(s3Store.isDeclaredIn(model)).toBe(true)
  expect(s3Store.isDeclaredIn(soundModel('test/cases/postgres-only/spec'))).toBe(false)
})

describe('where it cannot begin', () => {
  test('every variable that is not set is named at once', async () => {
    const error = await refusal({ ...surroundings(), env: {} })
    expect(error).toBeInstanceOf(UserError)
    for (const variable of variables) expect(error.message).toContain(variable)
  })

  test('an endpoint that is no URL, and two variables of one bucket, are a person to mend', async () => {
    expect(await refusal(surroundings({ [s3.endpoint ?? '']: 'localhost:9000' }))).toBeInstanceOf(UserError)
    const same = Object.fromEntries(s3.buckets.map(({ env }) => [env, 'same']))
    expect((await refusal(surroundings(same))).message).toMatch(/both name/)
  })

  test('what is no name of a bucket is a person to mend, before any server is asked', async () => {
    const [one = '', other = ''] = s3.buckets.map(({ env }) => env)
    const nowhere = { [s3.endpoint ?? '']: 'http://127.0.0.1:1' }
    const error = await refusal(surroundings({ ...nowhere, [one]: 'Bad_Name', [other]: 'a.good-name' }))
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toContain(`${one} ("Bad_Name")`)
    expect(error.message).toContain('3 to 63 small letters, digits, dots and hyphens')
    expect(error.message).not.toContain(other)
  })

  test('a server that is not there is a refusal, with its host', async () => {
    const error = await refusal(surroundings({ [s3.endpoint ?? '']: 'http://127.0.0.1:1' }))
    expect(error).toBeInstanceOf(StoreRefusal)
    expect(error.message).toMatch(/127\.0\.0\.1:1: ECONNREFUSED/)
    expect(error.hint).toBe(`it is where ${s3.endpoint} says`)
  })

  test('keys that it does not take are a refusal, without them', async ({ skip }) => {
    if (!account.features.signatures) return skip(`${account.server} looks at no signatures`)
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-the-secret')
    const error = await refusal(surroundings())
    expect(error).toBeInstanceOf(StoreRefusal)
    expect(error.message).toMatch(/SignatureDoesNotMatch/)
    expect(error.message).not.toContain('not-the-secret')
  })
})

test('it applies and verifies, and passes on what a person should know', async ({ skip }) => {
  if (!account.features.locks) return skip(`${account.server} enforces no locks`)
  const connection = await s3Store.connect(surroundings({ STOWAGE_ENV: 'test', STOWAGE_LOCK_RETAIN_DAYS: '1' }))
  try {
    expect(connection.target).toBe(new URL(account.endpoint).host)
    expect((await connection.verify()).map(({ fact }) => fact)).toEqual(s3.buckets.map(() => 'missing'))
    expect((await connection.apply({})).differences).toEqual([])
    expect(await connection.verify()).toEqual([])
    expect(notes).toContainEqual(expect.stringContaining('shortened'))
  } finally {
    await connection.close()
  }
})
