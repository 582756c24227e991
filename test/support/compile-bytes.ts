import { type Analysis, analyze } from '../../generator/analyze.ts'
import { Collector } from '../../generator/diagnostic/collector.ts'
import { loadSpec } from '../../generator/front/load.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { memoryReader } from './memory-reader.ts'

/** Loads and analyses a spec as the command line does, from memory. `files` are bytes by path. */
export function compileBytes(
  files: ReadonlyMap<string, Uint8Array>,
  projectPath: string = 'stowage.yaml',
): Analysis & { readonly files: readonly SourceFile[] } {
  const collector = new Collector()
  const loaded = loadSpec(projectPath, memoryReader(files), collector.report)
  return { files: loaded.files, ...analyze(loaded.files, loaded.parsed, collector.sorted()) }
}

const encoder = new TextEncoder()

/** A spec with the texts of some files replaced. */
export function bytesOf(files: readonly SourceFile[]): ReadonlyMap<string, Uint8Array> {
  return new Map(files.map(({ path, text }) => [path, encoder.encode(text)]))
}
