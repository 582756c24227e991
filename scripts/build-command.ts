import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { type OutputChunk, type Plugin, RUNTIME_MODULE_ID, rolldown } from 'rolldown'
import { answers } from './build-answers.ts'
import { builtins } from './build-builtins.ts'
import { withoutDetours } from './build-detours.ts'
import { licences } from './build-licences.ts'
import { texts } from './build-texts.ts'

/** The command, what rule files import of Stowage, and what stays a file of its own since it knows its place. */
const entries = ['cli/main', 'api/rules', 'api/testing']

/** Large or rare: they are loaded from where they are installed. */
const external = [/^libpg-query/, /^vscode-languageserver/, /^mongoose$/, /^@aws-sdk\//]

/**
 * Bundles `generator/` and the small packages it uses: a module takes Node.js half a millisecond to find and open, whatever is in it.
 * What every command needs, what reads and checks a spec, and what makes the output are a file each; what else commands share,
 * and what each has alone, are files that are loaded when they are wanted.
 */
export async function buildCommand(out: string = 'dist', from: string = 'generator'): Promise<readonly OutputChunk[]> {
  const source = (path: string): string => resolve(from, `${path}.ts`)
  const unchanged = ['cli/commands/generate', 'cli/commands/check'].map(source)
  const making = ['cli/generate-output', 'cli/check-output', 'emit/index'].map(source)
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((name) => [name, source(name)])),
    platform: 'node',
    external,
    // A chunk may export more than its module does, for other chunks; one more file would hide it.
    preserveEntrySignatures: 'allow-extension',
    plugins: [builtins(), texts(), yamlWithin(), withoutSearch(), roomForId(), await answers()],
    onLog: (level, log, handle) => (level === 'warn' ? handle('error', log) : handle(level, log)),
  })
  const { output } = await bundle.generate({
    entryFileNames: '[name].js',
    // As deep as cli/, so that what lies in the package is found from here as it is from there.
    chunkFileNames: ({ name }) => {
      if (name === 'import-rule-file') return 'cli/custom-rules/[name].js'
      return name.includes('~') ? 'chunks/shared-[hash].js' : 'chunks/[name].js'
    },
    minifyInternalExports: false,
    codeSplitting: {
      groups: [
        {
          name: 'import-rule-file',
          test: source('cli/custom-rules/import-rule-file'),
          priority: 5,
          includeDependenciesRecursively: false,
        },
        { name: 'start', test: (id) => id === RUNTIME_MODULE_ID || id === source('cli/process'), priority: 4 },
        { name: 'last', test: (id) => unchanged.includes(id), priority: 3 },
        { name: 'check', test: source('cli/commands/lint'), priority: 2 },
        { name: 'make', test: (id) => making.includes(id), priority: 1 },
        { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000 },
      ],
    },
    // Names stay, for whoever reads a stack.
    minify: {
      compress: { keepNames: { class: true, function: true } },
      mangle: false,
      codegen: { removeWhitespace: true },
    },
  })
  await bundle.close()
  const chunks = identified(withoutDetours(output.filter((file) => file.type === 'chunk')))
  for (const file of [...chunks, ...output.filter((each) => each.type === 'asset')]) {
    mkdirSync(dirname(join(out, file.fileName)), { recursive: true })
    writeFileSync(join(out, file.fileName), file.type === 'asset' ? file.source : file.code)
  }
  writeFileSync(join(out, 'LICENSES.txt'), licences(packagesIn(chunks)))
  return chunks
}

const idToCome = 'the id of this build'

/** Makes room in `build-id.ts` for what is known when all else is. */
function roomForId(): Plugin {
  return {
    name: 'build-id',
    transform: {
      filter: { id: /\/cli\/build-id[.]ts$/ },
      handler: () => ({ code: `export const buildId = '${idToCome}'`, moduleType: 'js' }),
    },
  }
}

function identified(chunks: readonly OutputChunk[]): readonly OutputChunk[] {
  const hash = createHash('sha256')
  for (const { fileName, code } of chunks) hash.update(`${fileName}\0${code}\0`)
  const id = hash.digest('hex')
  return chunks.map((chunk) => ({ ...chunk, code: chunk.code.replaceAll(idToCome, id) }))
}

/** Has the YAML library bundled, too, and run when it is first asked for. */
function yamlWithin(): Plugin {
  return {
    name: 'yaml-within',
    transform: {
      filter: { id: /\/front\/parse\/yaml-library[.]ts$/ },
      handler(code) {
        const within = code.replace(/^const fromHere = .*$/m, '').replace(/\bfromHere\('yaml'\)/, "require('yaml')")
        if (!within.includes('require(') || within.includes('fromHere')) throw new Error('yaml-library.ts has changed')
        return within
      },
    },
  }
}

/** fdir looks among what is installed for a package to glob with; whoever walks folders with it here brings its own. */
function withoutSearch(): Plugin {
  return {
    name: 'without-search',
    transform: {
      filter: { id: /\/node_modules\/fdir\/dist\/index[.]mjs$/ },
      handler(code) {
        const without = code.replace(/try \{\s*__require[.]resolve\("picomatch"\);[^}]*\} catch \{\}/, '')
        if (without === code) throw new Error('fdir does not look for picomatch as it used to')
        return without
      },
    },
  }
}

/** The packages of which something was bundled. */
function packagesIn(chunks: readonly OutputChunk[]): readonly string[] {
  const folder = `${sep}node_modules${sep}`
  const paths = chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => id.includes(folder))
  const names = paths.map((path) => {
    const [first = '', second = ''] = path.slice(path.lastIndexOf(folder) + folder.length).split(sep)
    return first.startsWith('@') ? `${first}/${second}` : first
  })
  return [...new Set(names)].sort()
}
