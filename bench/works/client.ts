import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dialects } from '../model/dialects.ts'
import { InputFolder } from '../runner/input-folder.ts'
import { type Measuring, measure, type Subject } from '../runner/measure.ts'
import { mustRun, runOnce } from '../runner/run-once.ts'
import type { Lab, Work } from '../runner/work.ts'
import { quiet } from './generators.ts'

const size = 400
const entities = `${size} entities`
const own = { generate: 'stowage: prisma generate on its schema', tsc: 'stowage: tsc on the client of its schema' }
const peer = { generate: 'prisma generate on the peer schema', tsc: 'tsc on the client of the peer schema' }

/** No slower, but for what two runs of the same thing differ by. */
const noSlower = 1.05

/** Where the output of Stowage has its package. */
const built = 'generated/provider-db'

/** What our output costs Prisma, beside what the peer schema costs it. */
export const clientWork: Work = {
  id: 'client',
  title: `\`prisma generate\` on the output, ${entities}`,
  sizes: [size],
  isQuick: false,
  usesPeers: false,
  cap: 240,
  goals: [{ kind: 'ratio', of: own.generate, by: peer.generate, limit: noSlower }],
  run: async (lab, measuring) =>
    measure(
      (await clientsOf(lab, measuring)).map(({ subject }) => subject),
      measuring,
    ),
}

/** What the clients cost the compiler; and our whole package, with Mongoose and S3, of which the peer has nothing. */
export const tscWork: Work = {
  id: 'tsc',
  title: `\`tsc\` on the output, ${entities}`,
  sizes: [size],
  isQuick: false,
  usesPeers: false,
  cap: 240,
  goals: [{ kind: 'ratio', of: own.tsc, by: peer.tsc, limit: noSlower }],
  run: async (lab, measuring) => {
    const clients = await clientsOf(lab, measuring)
    const [{ input: ownInput }] = clients
    const options = compilerOptionsOf(join(ownInput.path, built, 'tsconfig.json'))
    for (const { client, input, subject } of clients) {
      mustRun(await runOnce(subject, measuring.cap, measuring.scratch))
      const compilerOptions = { ...options, rootDir: client, outDir: 'compiled' }
      writeFileSync(join(input.path, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: [client] }))
    }
    const subjects = clients.map(({ input, tsc }) => tscSubject(lab, input, tsc, '.', 'compiled'))
    const whole = tscSubject(lab, ownInput, 'stowage: tsc on its whole package', built, `${built}/dist`)
    return measure([...subjects, whole], measuring)
  },
}

/** A schema of Prisma, and what makes its client. */
interface Client {
  readonly input: InputFolder
  /** The folder of the client, in the input's. */
  readonly client: string
  readonly subject: Subject
  readonly tsc: string
}

async function clientsOf(lab: Lab, { cap, scratch }: Measuring): Promise<readonly [own: Client, peer: Client]> {
  const modules = join(lab.root, 'node_modules')
  const model = lab.modelOf(size)
  const spec = new InputFolder(join(lab.folder, 'own'), [...dialects.stowage(model), packageFile], modules)
  const schema = new InputFolder(join(lab.folder, 'peer'), [...dialects.prisma(model), packageFile], modules)
  mustRun(await runOnce({ command: [...lab.stowage, 'generate'], cwd: spec.path }, cap, scratch))
  const client = `${built}/src/prisma-client`
  return [
    {
      input: spec,
      client,
      subject: generateSubject(lab, spec, own.generate, `${built}/prisma/schema`, client),
      tsc: own.tsc,
    },
    {
      input: schema,
      client: 'client',
      subject: generateSubject(lab, schema, peer.generate, 'schema.prisma', 'client'),
      tsc: peer.tsc,
    },
  ]
}

const packageFile = { path: 'package.json', text: '{ "private": true, "type": "module" }\n' }

function compilerOptionsOf(path: string): object {
  const { compilerOptions }: { readonly compilerOptions: object } = JSON.parse(readFileSync(path, 'utf8'))
  return compilerOptions
}

/** @param client the folder that it makes, anew each time */
function generateSubject({ root }: Lab, input: InputFolder, name: string, schema: string, client: string): Subject {
  return {
    name,
    command: [process.execPath, join(root, 'node_modules/prisma/build/index.js'), 'generate', '--schema', schema],
    cwd: input.path,
    env: quiet(root),
    prepare: () => input.moveAway(client),
    product: join(input.path, client, 'client.ts'),
  }
}

/** The compiler is a program of its own behind a few lines of JavaScript, so that its clock alone is known. */
function tscSubject({ root }: Lab, input: InputFolder, name: string, project: string, output: string): Subject {
  return {
    name,
    command: [process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', project],
    cwd: input.path,
    native: true,
    prepare: () => input.moveAway(output),
    product: join(input.path, output),
  }
}
