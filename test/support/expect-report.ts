import { expect } from 'vitest'
import { codes } from '../../generator/diagnostic/codes.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { plainPalette } from '../../generator/diagnostic/palette.ts'
import { renderJson } from '../../generator/report/json.ts'
import { renderText } from '../../generator/report/text.ts'
import type { SourceFile, Span } from '../../generator/source/source-file.ts'

const known = new Set<string>(codes)

/** Fails unless every finding has a known code, a message and places that exist, and can be shown in either form. */
export function expectReport(files: readonly SourceFile[], diagnostics: readonly Diagnostic[]): void {
  const own = new Set(files)
  for (const diagnostic of diagnostics) {
    const { code, message, label, help, span, related = [], fixes = [] } = diagnostic
    const what = `${code}: ${message}`
    expect(known.has(code), what).toBe(true)
    for (const text of [message, label ?? 'none', help ?? 'none', ...related.map((place) => place.label)]) {
      expect(text.trim(), what).not.toBe('')
    }
    for (const place of [...(span === undefined ? [] : [span]), ...related.map((each) => each.span)]) {
      expectInside(place, own, what)
    }
    for (const fix of fixes) {
      expect(fix.title.trim(), what).not.toBe('')
      expect(fix.edits.length, what).toBeGreaterThan(0)
      for (const edit of fix.edits) expectInside(edit.span, own, what)
    }
  }
  expect(renderText({ diagnostics, suppressed: [], files }, plainPalette) === '').toBe(diagnostics.length === 0)
  expect(JSON.parse(renderJson({ diagnostics, suppressed: [], files })).diagnostics).toHaveLength(diagnostics.length)
}

function expectInside({ file, start, end }: Span, files: ReadonlySet<SourceFile>, what: string): void {
  expect(files.has(file), `${what} points into a file of the spec`).toBe(true)
  expect(Number.isInteger(start) && Number.isInteger(end), what).toBe(true)
  expect(0 <= start && start <= end && end <= file.text.length, `${what}: ${start} to ${end}`).toBe(true)
}
