import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { query, startPostgres } from '../support/postgres-server.ts'
import { runProcess } from '../support/run-process.ts'
import { mongoVersion } from '../support/servers/mongod-binary.ts'

interface Service {
  readonly image?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly command?: readonly string[]
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly healthcheck?: { readonly test?: readonly string[] }
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}

const text = readFileSync('docker-compose.yml', 'utf8')
const compose = parse(text) as Compose
const services = Object.entries(compose.services)
const example = readFileSync('.env.example', 'utf8')

describe('docker-compose.yml', () => {
  test('is what Docker Compose takes it for', async ({ skip }) => {
    const { code } = await runProcess('docker', ['compose', 'version'], { cwd: '.' }).catch(() => ({ code: 1 }))
    skip(code !== 0, 'docker compose is not installed')
    const args = ['compose', '--env-file', '.env.example', 'config', '--quiet']
    expect(await runProcess('docker', args, { cwd: '.' })).toEqual({ code: 0, out: '', err: '' })
  })

  test('has a server for each store', () => {
    expect(services.map(([name]) => name)).toEqual(['postgres', 'mongo', 's3'])
  })

  test.each(services)('%s: a pinned image, a health check, its data in a named volume', (_, service) => {
    expect(service.image).toMatch(/^[a-z/]+:\d+(\.\d+)+$/)
    expect(service.healthcheck?.test?.[0]).toMatch(/^CMD(-SHELL)?$/)
    const named = (service.volumes ?? [])
      .map((volume) => String(volume).split(':')[0] ?? '')
      .filter((name) => !name.startsWith('./'))
    expect(named.length).toBeGreaterThan(0)
    for (const name of named) expect(Object.keys(compose.volumes)).toContain(name)
  })

  test.each(services)('%s: ports of this machine alone, each with a variable of .env.example', (_, { ports = [] }) => {
    expect(ports).toHaveLength(1)
    const [, variable = '', otherwise] = /^127\.0\.0\.1:\$\{(\w+):-(\d+)\}:/.exec(ports[0] ?? '') ?? []
    expect(example).toMatch(new RegExp(`^${variable}=${otherwise}$`, 'm'))
  })

  test('has files of this repository where it mounts them, and no volume that nobody uses', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''))
    for (const path of mounted.filter((name) => name.startsWith('./'))) expect(readFileSync(path, 'utf8')).not.toBe('')
    expect(mounted.filter((name) => !name.startsWith('./')).sort()).toEqual(Object.keys(compose.volumes).sort())
  })

  test('has defaults that are those of .env.example, so that it also starts without a .env', () => {
    const defaults = [...text.matchAll(/\$\{(\w+):-([^}]*)\}/g)]
    expect(defaults.length).toBeGreaterThan(5)
    for (const [, name, value] of defaults) expect(example).toMatch(new RegExp(`^${name}=${value}$`, 'm'))
    expect(text.replaceAll(/\$\{\w+:-[^}]*\}|\$\$\w+/g, '')).not.toContain('$')
  })

  test('runs the releases that the tests run elsewhere', async () => {
    const { version, stop } = await startPostgres()
    const given = process.env.POSTGRES_URL
    if (given === undefined || given === '') expect(compose.services.postgres?.image).toBe(`postgres:${version}`)
    expect(compose.services.mongo?.image).toBe(`mongo:${mongoVersion}`)
    expect(readFileSync('docs/test-servers.md', 'utf8')).toContain(`a download of ${mongoVersion}`)
    await stop()
  })

  test('makes MongoDB a replica set whose member is where clients see it', () => {
    const { command = [], ports = [], environment = {} } = compose.services.mongo ?? {}
    expect(command.slice(0, 3)).toEqual(['mongod', '--replSet', 'rs0'])
    const port = command[command.indexOf('--port') + 1] ?? ''
    expect(environment.MONGO_PORT).toBe(port)
    expect(ports).toEqual([`127.0.0.1:${port}:${port}`])
    expect(readFileSync('docker/mongo/primary.js', 'utf8')).toMatch(
      /host: `127\.0\.0\.1:\$\{process\.env\.MONGO_PORT\}`/,
    )
  })
})

describe('the logins of development', () => {
  test('act as the roles of the spec and are bound by row level security', async () => {
    const server = await startPostgres({ cluster: 'own' })
    // psql's own words: it puts the variables of the environment where they are named.
    const sql = readFileSync('docker/postgres/logins.sql', 'utf8')
      .replace(/^\\getenv .*$/gm, '')
      .replaceAll(/:'(\w+)_password'/g, "'$1'")
    await query(server.url, sql)
    for (const role of ['leadmetrics_app', 'leadmetrics_system']) {
      const url = new URL(server.url)
      url.username = `${role}_login`
      const asked = `SELECT current_user AS acts, rolsuper OR rolbypassrls AS above FROM pg_roles WHERE rolname = session_user`
      expect(await query(url.href, asked)).toEqual([{ acts: role, above: false }])
    }
    await server.stop()
  })
})
