import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { SourceFile, Span } from '../../source/source-file.ts'
import { entryOf, type SpecNode } from '../node.ts'
import { parse } from '../parse.ts'
import { type BaselineEntry, sortedEntries } from './baseline.ts'

/** Beside the project file. */
export const baselineName = 'stowage.baseline.json'

/** The text of a baseline: JSON, one finding a line, so that a merge and a review see findings. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = sortedEntries(entries).map(({ code, path, message, fingerprint }) =>
    JSON.stringify({ code, path, message, fingerprint }),
  )
  const list = lines.length === 0 ? '[]' : `[\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]`
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`
}

/** What a baseline holds, or the report that it cannot be read. */
export function readBaseline(file: SourceFile): readonly BaselineEntry[] | Diagnostic {
  let data: unknown
  try {
    data = JSON.parse(file.text)
  } catch {
    const conflict = /^(<<<<<<<|=======|>>>>>>>).*/m.exec(file.text)
    if (conflict === null) return damaged(unreadable(file), 'it is not JSON')
    const { index: start, 0: line } = conflict
    return damaged({ file, start, end: start + line.length }, 'a conflict of two branches')
  }
  if (!isRecord(data) || data.version !== 1) {
    return damaged(placeIn(file, 'version'), 'it must have `"version": 1`')
  }
  if (!Array.isArray(data.findings)) return damaged(placeIn(file, 'findings'), 'it must have a list `findings`')
  const findings: readonly unknown[] = data.findings
  const wrong = findings.findIndex((item) => !isEntry(item))
  if (wrong !== -1) return damaged(placeIn(file, 'findings', wrong), 'this is no finding')
  return findings.filter(isEntry)
}

function damaged(span: Span, label: string): Diagnostic {
  return {
    code: 'project/bad-baseline',
    severity: 'error',
    message: 'the baseline cannot be read',
    span,
    label,
    help: 'restore it from version control; after a conflict take either side, and `stowage lint --write-baseline` takes out what is gone',
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEntry(value: unknown): value is BaselineEntry {
  return (
    isRecord(value) &&
    typeof value.fingerprint === 'string' &&
    /^[0-9a-f]{64}$/.test(value.fingerprint) &&
    [value.code, value.path, value.message].every((text) => typeof text === 'string')
  )
}

/** Where the text stops being JSON, as YAML sees it, which JSON is a part of. */
function unreadable(file: SourceFile): Span {
  const found: Diagnostic[] = []
  parse(file, (diagnostic) => found.push(diagnostic))
  return found.find(({ span }) => span !== undefined)?.span ?? startOf(file)
}

function startOf(file: SourceFile): Span {
  return { file, start: 0, end: Math.min(1, file.text.length) }
}

/** The value under a key, or an item of it; the beginning where there is none. */
function placeIn(file: SourceFile, key: string, index?: number): Span {
  const root = parse(file, () => undefined)?.root
  const entry = root === undefined ? undefined : entryOf(root, key)
  const node: SpecNode | undefined =
    index !== undefined && entry?.value.kind === 'list' ? entry.value.items[index] : entry?.value
  return node?.span ?? startOf(file)
}
