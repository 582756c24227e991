import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { MongoDatabase } from '../support/mongo-server.ts'
import { startMongoDouble } from '../support/servers/mongo-double.ts'
import { inDatabase } from '../support/servers/mongo-url.ts'
import { mongoVersion } from '../support/servers/mongod-binary.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { keeperWith } from './keeper-with.ts'

/** Nothing is installed, named or downloaded. */
const nothing = { MONGO_URL: '', MONGOMS_SYSTEM_BINARY: '', MONGOMS_RUNTIME_DOWNLOAD: 'false', PATH: '/nowhere' }

const mongo = { want: 'mongo' } as const

/** A double that this test started itself, as a server that somebody else runs. */
async function foreignDouble(): Promise<string> {
  const { url, stop } = await startMongoDouble()
  onTestFinished(stop)
  return url
}

async function databasesOf(url: string): Promise<readonly string[]> {
  const client = new mongoose.mongo.MongoClient(url)
  try {
    const { databases } = await client.db('admin').admin().listDatabases()
    return databases.map(({ name }) => name)
  } finally {
    await client.close()
  }
}

async function writeTo({ url }: MongoDatabase): Promise<void> {
  const client = new mongoose.mongo.MongoClient(url)
  try {
    await client.db().collection('notes').insertOne({ text: 'hello' })
  } finally {
    await client.close()
  }
}

describe('MongoDB is looked for', { tags: ['full'] }, () => {
  test('in MONGO_URL first, where a database is made and removed', async () => {
    const url = await foreignDouble()
    const keeper = await keeperWith({ ...nothing, MONGO_URL: url })
    const first = await keeper.lease<MongoDatabase>(mongo)
    const second = await keeper.lease<MongoDatabase>(mongo)
    await Promise.all([writeTo(first), writeTo(second)])
    expect(await databasesOf(url)).toEqual(expect.arrayContaining([first.databaseName, second.databaseName]))
    await first.stop()
    expect(await databasesOf(url)).not.toContain(first.databaseName)
    // The end of the run gives back what a suite forgot.
    await keeper.stop()
    expect(await databasesOf(url)).not.toContain(second.databaseName)
  })

  test('there a double stays a double, and REQUIRE_REAL=1 refuses it', async () => {
    const MONGO_URL = await foreignDouble()
    const lenient = await keeperWith({ ...nothing, MONGO_URL })
    expect(await lenient.lease(mongo)).toMatchObject({ kind: 'double' })
    expect(await lenient.facts()).toMatchObject([{ store: 'mongo', kind: 'stand-in', origin: 'MONGO_URL' }])
    const strict = await keeperWith({ ...nothing, MONGO_URL, REQUIRE_REAL: '1' })
    await expect(strict.lease(mongo)).rejects.toThrow(
      /REQUIRE_REAL=1 forbids the MongoDB double.*MONGO_URL leads to it/,
    )
  })

  test('never elsewhere when MONGO_URL does not answer, and no password is told', async () => {
    const keeper = await keeperWith({
      ...nothing,
      MONGO_URL: 'mongodb://me:secret@127.0.0.1:1',
    })
    const refusal = await keeper.lease(mongo).catch((error: unknown) => String(error))
    expect(refusal).toContain('127.0.0.1:1')
    expect(refusal).not.toContain('secret')
  })

  test.each(['PATH', 'MONGOMS_SYSTEM_BINARY'])(
    'then as a mongod by %s, which is started as a replica set',
    async (named) => {
      using folder = new TemporaryFolder()
      const program = join(folder.path, 'mongod')
      const double = join(process.cwd(), 'test/mongo-double/main.ts')
      // No mongod can be had everywhere: this one keeps what it was asked, and serves on the port that it was given.
      const script = `#!/bin/sh\necho "$@" >'${folder.path}/asked'\nexec '${process.execPath}' '${double}' --port "$4"\n`
      folder.write([{ path: 'mongod', text: script }])
      chmodSync(program, 0o755)
      const keeper = await keeperWith({ ...nothing, [named]: named === 'PATH' ? folder.path : program })
      const { url } = await keeper.lease<MongoDatabase>(mongo)
      const asked = folder.read('asked')
      expect(asked).toMatch(/^--dbpath \S+ --port \d+ --bind_ip 127\.0\.0\.1 --replSet rs0 /)
      expect(url).toMatch(
        new RegExp(`^mongodb://127\\.0\\.0\\.1:${asked.split(' ')[3]}/stowage_test_\\w+\\?replicaSet=rs0$`),
      )
      expect(await keeper.facts()).toMatchObject([{ origin: expect.stringContaining(named) }])
    },
  )

  test('not silently elsewhere when MONGOMS_SYSTEM_BINARY names no program', async () => {
    const keeper = await keeperWith({ ...nothing, MONGOMS_SYSTEM_BINARY: '/nowhere/mongod' })
    await expect(keeper.lease(mongo)).rejects.toThrow('MONGOMS_SYSTEM_BINARY: /nowhere/mongod is no program')
  })

  test('then as a download, asked for once a run', async () => {
    const asked: unknown[] = []
    const mirror = createServer(({ method, url }, answer) => {
      asked.push(`${method} ${url}`)
      answer.writeHead(404).end()
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void mirror.close())
    await once(mirror, 'listening')
    const { port } = mirror.address() as AddressInfo
    using folder = new TemporaryFolder()
    const MONGOMS_DOWNLOAD_MIRROR = `http://127.0.0.1:${port}`
    const download = { MONGOMS_RUNTIME_DOWNLOAD: '', MONGOMS_DOWNLOAD_DIR: folder.path, MONGOMS_DOWNLOAD_MIRROR }
    const keeper = await keeperWith({ ...nothing, ...download })
    await Promise.all([keeper.lease(mongo), keeper.lease(mongo)])
    await keeper.lease(mongo)
    expect(asked).toEqual([
      expect.stringMatching(new RegExp(`^HEAD /.*${mongoVersion.replaceAll('.', '\\.')}\\.(tgz|zip)$`)),
    ])
    const [facts] = await keeper.facts()
    expect(facts?.remarks).toContain(`the download of MongoDB ${mongoVersion} answers 404`)
  })

  test('in the double last, which says what was looked for in vain', async () => {
    const keeper = await keeperWith(nothing)
    expect(await keeper.lease(mongo)).toMatchObject({ kind: 'double' })
    expect(await keeper.facts()).toMatchObject([
      { remarks: ['MONGO_URL is not set', 'there is no mongod on the PATH', 'downloads are switched off'] },
    ])
  })

  test('and REQUIRE_REAL=1 refuses it by name', async () => {
    const keeper = await keeperWith({ ...nothing, REQUIRE_REAL: '1' })
    await expect(keeper.lease(mongo)).rejects.toThrow(
      'REQUIRE_REAL=1 forbids the MongoDB double, and nothing better was found: MONGO_URL is not set; there is no mongod',
    )
  })
})

describe('a connection string', () => {
  test.each([
    ['mongodb://h:1', 'mongodb://h:1/mine'],
    ['mongodb://h:1/', 'mongodb://h:1/mine'],
    ['mongodb://h:1/?replicaSet=rs0', 'mongodb://h:1/mine?replicaSet=rs0'],
    ['mongodb://a:1,b:2/theirs?w=1', 'mongodb://a:1,b:2/mine?w=1'],
    ['mongodb://me:pw@h/theirs', 'mongodb://me:pw@h/mine?authSource=theirs'],
    ['mongodb+srv://me:pw@h/?w=1', 'mongodb+srv://me:pw@h/mine?w=1&authSource=admin'],
    ['mongodb://me:pw@h/theirs?authSource=x', 'mongodb://me:pw@h/mine?authSource=x'],
  ])('%s leads to another database of the same users', (given, expected) => {
    expect(inDatabase(given, 'mine')).toBe(expected)
  })

  test('that is none is refused without being repeated', () => {
    expect(() => inDatabase('postgres://me:secret@h/db', 'mine')).toThrow(
      /^MONGO_URL is no connection string of MongoDB$/,
    )
  })
})
