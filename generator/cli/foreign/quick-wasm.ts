import { setFlagsFromString } from 'node:v8'

/**
 * Lets WebAssembly be compiled once, the quick way. Node.js would compile the largest function of the SQL parser again
 * while it runs, for a speed that a run of seconds has no use of: that takes half a gigabyte of memory, which a pipeline
 * may not have, and longer than the parsing. To be called before the parser is loaded. A V8 that does not know a flag says
 * so and goes on.
 */
export function compileWasmQuickly(): void {
  for (const flag of ['--no-wasm-dynamic-tiering', '--no-wasm-tier-up']) setFlagsFromString(flag)
}
