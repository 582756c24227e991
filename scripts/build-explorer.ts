import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'

/**
 * Bundles the explorer of the documentation site into `dist/site/explorer/`: one module, one stylesheet, and the worker
 * that computes layouts, which a browser loads when the first one is wanted. Names are fixed: a page refers to them.
 */
export async function buildExplorer(out: string = 'dist/site/explorer'): Promise<void> {
  // JSX is compiled as this says; a run of the tests says `test`, for which React has no bundle.
  process.env.NODE_ENV = 'production'
  await build({
    configFile: false,
    root: 'site/explorer',
    base: './',
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      reportCompressedSize: false,
      outDir: join(process.cwd(), out),
      emptyOutDir: true,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        // A package's "use client" means nothing in a browser.
        onLog: (level, log, handle) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
        },
        input: 'site/explorer/main.tsx',
        output: { entryFileNames: 'app.js', chunkFileNames: '[name].js', assetFileNames: 'app[extname]' },
      },
    },
  })
  copyFileSync(join(folderOf('elkjs'), 'lib/elk-worker.min.js'), join(out, 'elk-worker.js'))
  writeFileSync(join(out, 'LICENSES.txt'), licences())
}

/** What is bundled of others; their licences ask to be passed on with their code. */
const bundled = ['@xyflow/react', '@xyflow/system', 'classcat', 'elkjs', 'react', 'react-dom', 'scheduler', 'zustand']

function licences(): string {
  return bundled
    .map((name) => {
      const folder = folderOf(name)
      const { license, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        readonly license: string
        readonly version: string
      }
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
      const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
      return `${name} ${version}\nLicence: ${license}\nSource: https://www.npmjs.com/package/${name}/v/${version}\n${text}`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** Where a package is installed; its own exports may hide its files. */
function folderOf(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? []
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'package.json')))
  if (found === undefined) throw new Error(`${name} is not installed: run npm install`)
  return found
}

if (import.meta.main) await buildExplorer()
