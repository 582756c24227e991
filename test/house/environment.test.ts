import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { soundModel } from '../support/analyze-folder.ts'

const example = parseEnv(readFileSync('.env.example', 'utf8'))

describe('.env.example', () => {
  test('has every variable that the spec names', () => {
    const { postgres, mongo, s3 } = soundModel('spec').project.stores
    const named = [postgres?.url, mongo?.url, s3?.endpoint, s3?.region, ...(s3?.buckets ?? []).map(({ env }) => env)]
    expect(named).toHaveLength(6)
    for (const name of named) expect(example).toHaveProperty(String(name), expect.stringMatching(/./))
  })

  test('leads to the servers of docker-compose.yml: the URLs say the ports and passwords that it is given', () => {
    const {
      POSTGRES_URL = '',
      POSTGRES_PORT,
      POSTGRES_PASSWORD,
      MONGO_URL,
      MONGO_PORT,
      S3_ENDPOINT = '',
      S3_PORT,
    } = example
    expect(new URL(POSTGRES_URL)).toMatchObject({
      port: POSTGRES_PORT,
      password: POSTGRES_PASSWORD,
      username: 'postgres',
    })
    expect(MONGO_URL).toMatch(new RegExp(`^mongodb://127\\.0\\.0\\.1:${MONGO_PORT}/\\w+\\?replicaSet=rs0$`))
    expect(new URL(S3_ENDPOINT).port).toBe(S3_PORT)
  })

  test('gives each bucket a name that S3 takes, and no two the same', () => {
    const names = Object.entries(example).flatMap(([name, value]) => (name.startsWith('S3_BUCKET_') ? [value] : []))
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/)
    expect(new Set(names).size).toBe(names.length)
  })

  test('is itself kept, and what is copied from it is not', () => {
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.env')
  })
})
