import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { folderOf, licences } from './build-licences.ts'

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
  writeFileSync(join(out, 'LICENSES.txt'), licences(bundled))
}

/** What is bundled of others. */
const bundled = ['@xyflow/react', '@xyflow/system', 'classcat', 'elkjs', 'react', 'react-dom', 'scheduler', 'zustand']

if (import.meta.main) await buildExplorer()
