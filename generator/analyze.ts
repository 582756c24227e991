import { Collector } from './diagnostic/collector.ts'
import type { Diagnostic } from './diagnostic/diagnostic.ts'
import type { SuppressedDiagnostic } from './diagnostic/suppression.ts'
import type { SpecDocument } from './front/node.ts'
import { parse } from './front/parse.ts'
import { resolve } from './front/resolve/resolve.ts'
import { checkShape } from './front/shape.ts'
import type { Model } from './model/model.ts'
import { rules } from './rules/index.ts'
import { lint } from './rules/lint.ts'
import type { Rule } from './rules/rule.ts'
import type { SourceFile } from './source/source-file.ts'

/** A spec, read: its model where there is one, and all that was found, sorted. */
export interface Analysis {
  /** Sound to emit from only where `diagnostics` hold no error. */
  readonly model?: Model
  readonly diagnostics: readonly Diagnostic[]
  /** What a comment in the spec answers for. */
  readonly suppressed: readonly SuppressedDiagnostic[]
}

/**
 * Reads a spec: parse, shape, resolve, lint. Every stage recovers, so that all independent mistakes are found at once.
 *
 * @param files the project file and all that it includes, in any order
 * @param parsed documents that are parsed (and reported) already, by file
 * @param found what was found before, by loading and parsing: part of what is given back
 * @param custom rules of the project's own
 */
export function analyze(
  files: readonly SourceFile[],
  parsed: ReadonlyMap<SourceFile, SpecDocument | undefined> = new Map(),
  found: readonly Diagnostic[] = [],
  custom: readonly Rule[] = [],
): Analysis {
  const collector = new Collector()
  for (const diagnostic of found) collector.report(diagnostic)
  const shaped = files.flatMap((file) => {
    const document = parsed.has(file) ? parsed.get(file) : parse(file, collector.report)
    return document === undefined ? [] : [checkShape(document, collector.report)]
  })
  const model = resolve(shaped, collector.sorted(), collector.report)
  if (model !== undefined) lint(model, [...rules, ...custom], collector.report)
  return { ...(model === undefined ? {} : { model }), diagnostics: collector.sorted(), suppressed: [] }
}
