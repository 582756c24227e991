import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import type { Findings } from '../../generator/diagnostic/findings.ts'
import type { SourceFile, Span } from '../../generator/source/source-file.ts'

/** The range of the first place where a text stands in a file. */
export function spanOf(file: SourceFile, text: string): Span {
  const start = file.text.indexOf(text)
  if (start === -1) throw new Error(`${file.path} does not hold ${text}`)
  return { file, start, end: start + text.length }
}

export function fileOf(text: string, path: string = 'spec/a.yaml'): SourceFile {
  return { path, text }
}

export function finding(parts: Partial<Diagnostic>): Diagnostic {
  return { code: 'type/unknown', severity: 'error', message: 'a message', ...parts }
}

/** Findings of as many files as are said: those that are pointed at, and others. */
export function findingsOf(diagnostics: readonly Diagnostic[], count: number, parts: Partial<Findings> = {}): Findings {
  const pointedAt = [...new Set(diagnostics.flatMap(({ span }) => (span === undefined ? [] : [span.file])))]
  const others = Array.from({ length: count }, (_, index) => fileOf('', `spec/others/${index}.yaml`))
  return { diagnostics, suppressed: [], files: [...pointedAt, ...others].slice(0, count), ...parts }
}
