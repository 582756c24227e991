import { delimiter, dirname, join } from 'node:path'
import { type Dialect, dialects } from '../model/dialects.ts'
import type { Model } from '../model/model.ts'
import { InputFolder } from '../runner/input-folder.ts'
import type { Subject } from '../runner/measure.ts'
import type { Lab } from '../runner/work.ts'

/** A command of a peer: what it reads and what it makes. */
interface Peer {
  readonly name: string
  readonly dialect: Dialect
  /** A script below the peers' folder, and its arguments. */
  readonly command: readonly [script: string, ...args: string[]]
  readonly product?: string
}

const prisma = 'node_modules/prisma/build/index.js'
const schema = ['--schema', 'schema.prisma']

/** Everything that a user would pick instead, for one output each; `validate` and `format` make none. */
export const peers: readonly Peer[] = [
  { name: 'prisma validate', dialect: 'prisma', command: [prisma, 'validate', ...schema] },
  { name: 'prisma format', dialect: 'prisma', command: [prisma, 'format', ...schema] },
  { name: 'prisma generate', dialect: 'prisma', command: [prisma, 'generate', ...schema], product: 'client/client.ts' },
  {
    name: 'prisma-markdown',
    dialect: 'prisma-markdown',
    command: [prisma, 'generate', ...schema],
    product: 'markdown/ERD.md',
  },
  {
    name: 'ZenStack 3',
    dialect: 'zmodel',
    command: [
      'node_modules/@zenstackhq/cli/bin/cli',
      'generate',
      ...['--schema', 'schema.zmodel', '-o', 'output', '--no-version-check', '--no-tips'],
    ],
    product: 'output/schema.ts',
  },
  {
    name: 'TypeSpec, JSON Schema',
    dialect: 'typespec',
    command: [
      'node_modules/@typespec/compiler/cmd/tsp.js',
      ...['compile', 'main.tsp', '--emit', '@typespec/json-schema', '--output-dir', 'output'],
    ],
    product: 'output/@typespec/json-schema/Item1.yaml',
  },
  {
    name: 'DBML, SQL',
    dialect: 'dbml',
    command: ['dbml-to-sql.mjs', 'schema.dbml', 'schema.sql'],
    product: 'schema.sql',
  },
  {
    name: 'openapi-typescript',
    dialect: 'openapi',
    command: ['node_modules/openapi-typescript/bin/cli.js', 'openapi.json', '-o', 'types.ts'],
    product: 'types.ts',
  },
  {
    name: 'json-schema-to-typescript',
    dialect: 'json-schema',
    command: ['node_modules/json-schema-to-typescript/dist/src/cli.js', '-i', 'schema.json', '-o', 'types.ts'],
    product: 'types.ts',
  },
]

/** The named peers, or all, on a model, each cold in a folder of its own. */
export function peerSubjects(lab: Lab, model: Model, names?: readonly string[]): readonly Subject[] {
  if (!lab.withPeers) return []
  return peers.filter(({ name }) => names?.includes(name) ?? true).map((peer) => peerSubject(lab, model, peer))
}

function peerSubject({ folder, peers: root }: Lab, model: Model, { command, dialect, name, product }: Peer): Subject {
  const manifest = { path: 'package.json', text: '{ "private": true, "type": "module" }\n' }
  const files = [manifest, ...dialects[dialect](model)]
  const input = new InputFolder(join(folder, `${name}-${model.entities.length}`), files, join(root, 'node_modules'))
  const [script, ...args] = command
  return {
    name,
    command: [process.execPath, join(root, script), ...args],
    cwd: input.path,
    env: quiet(root),
    prepare: () => input.clean(),
    ...(product === undefined ? {} : { product: join(input.path, product) }),
  }
}

/** Nobody calls home, looks for updates or downloads an engine; Prisma finds its generators and this Node.js by the path. */
export function quiet(root: string): Readonly<Record<string, string>> {
  const path = [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH ?? '']
  return {
    PATH: path.join(delimiter),
    NO_COLOR: '1',
    DO_NOT_TRACK: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false',
    DATABASE_URL: 'postgresql://nobody@localhost/nothing',
  }
}
