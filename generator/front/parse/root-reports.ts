import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { SpecNode } from '../node.ts'

export function emptyFile(file: SourceFile): Diagnostic {
  return {
    code: 'syntax/empty-file',
    severity: 'error',
    message: 'the file is empty',
    span: { file, start: 0, end: 0 },
    help: 'a file of a spec starts with `domain: Name`, or with `stowage: 1` where it is the project file',
  }
}

/** A file that is YAML, and a list or a single value as a whole. */
export function notMapping(root: SpecNode): Diagnostic {
  const { file, start, end } = root.span
  const line = file.text.indexOf('\n', start)
  return {
    code: 'shape/wrong-type',
    severity: 'error',
    message: `a file of a spec is a mapping, not ${root.kind === 'list' ? 'a list' : 'a single value'}`,
    span: { file, start, end: line === -1 ? end : Math.min(end, line) },
    help: 'start with a key: `domain: Name`, or `stowage: 1` where it is the project file',
  }
}
