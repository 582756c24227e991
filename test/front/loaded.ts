import { expect } from 'vitest'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import type { SpecReader } from '../../generator/front/load/spec-reader.ts'
import { loadSpec } from '../../generator/front/load.ts'
import { brief } from './read-text.ts'

export interface Loaded {
  readonly paths: readonly string[]
  readonly reports: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly parsed: readonly string[]
}

/** Loads a spec, and tells briefly what came of it. */
export function load(reader: SpecReader, project = 'spec/stowage.yaml'): Loaded {
  const diagnostics: Diagnostic[] = []
  const { files, parsed } = loadSpec(project, reader, (diagnostic) => diagnostics.push(diagnostic))
  expect([...parsed.keys()]).toEqual(files)
  return {
    paths: files.map(({ path }) => path),
    reports: diagnostics.map((diagnostic) => `${diagnostic.span?.file.path ?? '-'}: ${brief(diagnostic)}`),
    diagnostics,
    parsed: files.flatMap((file) => (parsed.get(file) === undefined ? [] : [file.path])),
  }
}
