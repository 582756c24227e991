import { expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import { InvalidInput } from '../../../runtime/src/errors/errors.ts'
import { settingsOf } from '../../../runtime/src/provider/settings.ts'
import { soundModel } from '../../support/analyze-folder.ts'

const description = describeProvider(soundModel('test/runtime/spec'))

const environment = {
  PRESS_POSTGRES_URL: 'postgresql://app:secret-canary@db/press',
  PRESS_MONGO_URL: 'mongodb://app:secret-canary@one:27017,two:27017/press?replicaSet=rs0',
  PRESS_S3_REGION: 'eu-central-1',
  ...Object.fromEntries(
    Object.values(description.s3?.buckets ?? {}).map(({ env }) => [env, `real-${env.toLowerCase()}`]),
  ),
}

function refusal(options: object, given: Readonly<Record<string, string | undefined>>): InvalidInput {
  try {
    settingsOf(description, options, given)
  } catch (error) {
    if (error instanceof InvalidInput) return error
    throw error
  }
  throw new Error('it was taken')
}

test('the environment variables that the spec names are the defaults', () => {
  const settings = settingsOf(description, {}, environment)
  expect(settings.postgres?.url).toBe(environment.PRESS_POSTGRES_URL)
  expect(settings.mongo?.url).toBe(environment.PRESS_MONGO_URL)
  expect(settings.s3).toMatchObject({ region: 'eu-central-1', pathStyle: true })
  expect(Object.keys(settings.s3?.buckets ?? {})).toEqual(['texts', 'vault'])
})

test('an option goes before the environment', () => {
  const settings = settingsOf(
    description,
    { postgresUrl: 'postgres://other/db', s3: { buckets: { texts: 'mine' }, endpoint: 'http://127.0.0.1:9' } },
    environment,
  )
  expect(settings.postgres?.url).toBe('postgres://other/db')
  expect(settings.s3?.buckets.texts).toBe('mine')
})

test('all that is missing is named at once, each with its environment variable', () => {
  const { issues, message } = refusal({}, {})
  expect(issues.map(({ path }) => path.join('.'))).toEqual([
    'postgresUrl',
    'mongoUrl',
    's3.region',
    's3.buckets.texts',
    's3.buckets.vault',
  ])
  for (const name of Object.keys(environment)) expect(message).toContain(name)
})

test('an empty variable is one that is not set', () => {
  expect(refusal({}, { ...environment, PRESS_MONGO_URL: '' }).issues.map(({ path }) => path)).toEqual([['mongoUrl']])
})

test('the logins of the system are options alone, and of the same form', () => {
  const [systemPostgresUrl, systemMongoUrl] = ['postgres://system@db/press', 'mongodb://system@db/press']
  const settings = settingsOf(description, { systemPostgresUrl, systemMongoUrl }, environment)
  expect([settings.postgres?.systemUrl, settings.mongo?.systemUrl]).toEqual([systemPostgresUrl, systemMongoUrl])
  const swapped = { systemPostgresUrl: systemMongoUrl, systemMongoUrl: systemPostgresUrl }
  const paths = refusal(swapped, environment).issues.map(({ path }) => path.join('.'))
  expect(paths).toEqual(['systemPostgresUrl', 'systemMongoUrl'])
})

test.each(['mysql://app:secret-canary@db/press', 'app:secret-canary@db', 'postgresql:app:secret-canary@db'])(
  'a URL of another form is refused, and nothing of it is told: %s',
  (url) => {
    const error = refusal({ postgresUrl: url }, environment)
    expect(error.issues.map(({ path }) => path)).toEqual([['postgresUrl']])
    expect(`${error.message} ${JSON.stringify(error)} ${error.stack}`).not.toContain('canary')
  },
)

test.each([
  ['pool.max', { pool: { max: 0 } }],
  ['timeouts.connectMs', { timeouts: { connectMs: -1 } }],
  ['retries.attempts', { retries: { attempts: 1.5 } }],
  ['s3.endpoint', { s3: { endpoint: 'localhost' } }],
  ['s3.buckets', { s3: { buckets: { unknown: 'x' } } }],
])('%s out of bounds is refused by name', (path, options) => {
  expect(refusal(options, environment).issues.map((issue) => issue.path.join('.'))).toEqual([path])
})
