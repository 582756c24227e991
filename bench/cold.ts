import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { measure, timingTable } from './measure.ts'

/**
 * Cold runs, as whole processes, on the reference spec, beside an empty Node process and `prisma validate` on our own schema.
 *
 *   npm run bench             7 rounds
 *   npm run bench -- --rounds 15
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } })
const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'stowage-bench-'))
const node = process.execPath
const stowage = [node, join(root, 'dist/cli/main.js')]

try {
  cpSync(join(root, 'spec'), join(folder, 'spec'), { recursive: true })
  const output = join(folder, 'generated')
  const timings = measure(
    [
      { name: 'empty node', command: [node, '-e', ''], cwd: folder },
      { name: 'stowage --help', command: [...stowage, '--help'], cwd: folder },
      { name: 'stowage lint', command: [...stowage, 'lint'], cwd: folder },
      {
        name: 'stowage generate, nothing there',
        command: [...stowage, 'generate'],
        cwd: folder,
        prepare: () => rmSync(output, { recursive: true, force: true }),
      },
      { name: 'stowage generate, nothing changed', command: [...stowage, 'generate'], cwd: folder },
      { name: 'stowage generate --check', command: [...stowage, 'generate', '--check'], cwd: folder },
      {
        name: 'prisma validate (our schema)',
        command: [
          node,
          join(root, 'node_modules/prisma/build/index.js'),
          'validate',
          '--schema',
          join(root, 'generated/provider-db/prisma/schema'),
        ],
        cwd: root,
        env: { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      },
    ],
    Number(values.rounds),
  )
  process.stdout.write(
    `Node ${process.version}, ${cpus().length} cores, ${values.rounds} rounds, interleaved\n\n${timingTable(timings)}\n`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
