import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { mongoDatabase } from '../../support/mongo-server.ts'
import { startPostgres } from '../../support/postgres-server.ts'
import { s3Account } from '../../support/s3-server.ts'

/** Takes everything there is, says so in the file HELD, and never ends. */
test('holds servers for ever', async () => {
  const servers = await Promise.all([startPostgres(), startPostgres({ cluster: 'own' }), mongoDatabase(), s3Account()])
  writeFileSync(String(process.env.HELD), JSON.stringify({ worker: process.pid, servers }))
  await new Promise(() => setInterval(() => undefined, 1_000))
}, 300_000)
