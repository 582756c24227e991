import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PrismaFiles } from './prisma-engine.ts'

/** Of the global that Node has and its types leave to the browser's: what is used here. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>
}

const settled = <T>(value: T) => ({ ok: true, value, map: <U>(to: (value: T) => U) => settled(to(value)) })

/** An adapter that the engine demands and, comparing texts alone, never asks anything that matters. */
const noDatabase = {
  provider: 'postgres',
  adapterName: 'none',
  queryRaw: async () => settled({ columnNames: ['version'], columnTypes: [7], rows: [['PostgreSQL 16.14']] }),
  executeRaw: async () => settled(0),
  executeScript: async () => settled(undefined),
  getConnectionInfo: () => settled({ schemaName: 'public', maxBindValues: 32_767, supportsRelationJoins: true }),
  dispose: async () => settled(undefined),
}
const noAdapter = {
  provider: 'postgres',
  adapterName: 'none',
  connect: async () => settled(noDatabase),
  connectToShadowDb: async () => settled(noDatabase),
}

/** The SQL with which Prisma would make the tables of a schema in an empty database. */
export async function prismaDdl(files: PrismaFiles): Promise<string> {
  const schemaEngine = await loadSchemaEngine()
  const datamodels = files.map(([path, text]): [string, string] => [path, text])
  const running = await schemaEngine.SchemaEngine.new({ datamodels }, () => {}, noAdapter)
  try {
    const { stdout } = await running.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: files.map(([path, content]) => ({ path, content })) },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout ?? ''
  } finally {
    running.free()
  }
}

export type SchemaEngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')

let loading: Promise<SchemaEngineModule> | undefined

/** Prisma’s schema engine, in this process. */
export async function loadSchemaEngine(): Promise<SchemaEngineModule> {
  loading ??= (async () => {
    const module = await import('@prisma/schema-engine-wasm/schema_engine_bg')
    const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const bytes = readFileSync(script.replace(/\.js$/, '.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...module } })
    module.__wbg_set_wasm(instance.exports)
    const { __wbindgen_start: start } = instance.exports
    if (typeof start === 'function') start()
    return module
  })()
  return loading
}
