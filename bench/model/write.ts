import { parseArgs } from 'node:util'
import { dialects, isDialect } from './dialects.ts'
import { syntheticModel } from './model.ts'
import { writeFiles } from './write-files.ts'

/**
 * Writes the model that is measured to a folder, in one dialect:
 *
 *   node bench/model/write.ts stowage 2000 .tmp/two-thousand
 *   node bench/model/write.ts prisma 400 .tmp/peer --ring
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { ring: { type: 'boolean' } } })
const [dialect = '', size = '', folder] = positionals
if (!isDialect(dialect) || !/^[1-9][0-9]*$/.test(size) || folder === undefined) {
  process.stderr.write(`usage: write.ts ${Object.keys(dialects).join('|')} ENTITIES FOLDER [--ring]\n`)
  process.exitCode = 2
} else {
  writeFiles(folder, dialects[dialect](syntheticModel(Number(size), values.ring ? 'ring' : 'tree')))
}
