import type { Document } from 'yaml'
import type { Report } from '../diagnostic/diagnostic.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { SpecDocument, SpecNode } from './node.ts'
import { readClean } from './parse/clean/read-clean.ts'
import { Converter } from './parse/convert.ts'
import { absurdDepth } from './parse/depth.ts'
import { reportDirectives } from './parse/directives.ts'
import { limits } from './parse/limits.ts'
import { mendByteOrderMark, mendLineEnds } from './parse/line-ends.ts'
import { unmended } from './parse/mended-text.ts'
import { spaceColons } from './parse/missing-space.ts'
import { quoteMisread } from './parse/quote.ts'
import type { Reading } from './parse/reading.ts'
import { emptyFile, notMapping } from './parse/root-reports.ts'
import { byteLength, tooLarge } from './parse/size.ts'
import { mendTabs } from './parse/tabs.ts'
import { reportTooDeep } from './parse/too-deep.ts'
import { noSigns, treeSigns } from './parse/tree-walk.ts'
import { withoutStacks } from './parse/without-stacks.ts'
import { reportSecondDocument, reportYamlErrors } from './parse/yaml-errors.ts'
import { yamlLibrary } from './parse/yaml-library.ts'

/** A document, and the offsets in its file near which YAML could not be read, so that what is there is not as meant. */
export interface ParsedDocument extends SpecDocument {
  readonly damaged: readonly number[]
  /** Values that could not be read, each reported. */
  readonly lost: ReadonlySet<SpecNode>
}

/** What YAML reads without complaint and otherwise than it was meant. */
const silent = /\(\s*\d+\s*,|\bpattern["']?\s*:/

/**
 * Reads a file as YAML. A known mistake is reported and mended in memory, so that the rest is read as it was meant;
 * gives a document wherever a mapping can be had, whatever was reported.
 */
export function parse(file: SourceFile, report: Report): ParsedDocument | undefined {
  const bytes = byteLength(file.text)
  if (bytes > limits.bytes) {
    report(tooLarge(file, bytes))
    return undefined
  }
  const clean = readClean(file)
  return clean === undefined ? parseExactly(file, report) : { file, root: clean, damaged: [], lost: new Set() }
}

/** Reads a file of which something may have to be said, as `parse` does any. */
export function parseExactly(file: SourceFile, report: Report): ParsedDocument | undefined {
  const straight = mendTabs(
    mendLineEnds(mendByteOrderMark({ file, mended: unmended(file.text), report, lost: new Set() })),
  )
  const deep = absurdDepth(straight)
  if (deep !== undefined) {
    reportTooDeep(straight, deep)
    return undefined
  }
  reportDirectives(straight)
  return read(straight)
}

function read(reading: Reading): ParsedDocument | undefined {
  const first = yaml(reading)
  const misread = silent.test(reading.mended.text) || first.document.errors.length > 0 || first.signs.bareKey
  const spaced = first.document.errors.length > 0 || first.signs.bareKey ? spaceColons(reading) : reading
  const quoted = misread ? quoteMisread(spaced) : spaced
  const { document, signs } = quoted === reading ? first : yaml(quoted)
  const damaged = reportYamlErrors(quoted, document, signs)
  reportSecondDocument(quoted, document)
  if (document.contents === null) {
    if (damaged.length === 0) reading.report(emptyFile(reading.file))
    return undefined
  }
  const root = new Converter(quoted).convert(document.contents)
  if (root.kind === 'map') {
    return { file: reading.file, root, damaged: damaged.map((at) => quoted.mended.origin(at)), lost: quoted.lost }
  }
  const nothing = root.kind === 'scalar' && root.value === null && root.span.start === root.span.end
  if (damaged.length === 0) reading.report(nothing ? emptyFile(reading.file) : notMapping(root))
  return undefined
}

function yaml({ mended: { text } }: Reading): {
  readonly document: Document.Parsed
  readonly signs: ReturnType<typeof treeSigns>
} {
  const document = withoutStacks(() =>
    yamlLibrary().parseDocument(text, {
      prettyErrors: false,
      // The library compares every key with every other one; the converter does it with a map.
      uniqueKeys: false,
      merge: false,
      version: '1.2',
      schema: 'core',
    }),
  )
  return { document, signs: document.contents === null ? noSigns : treeSigns(document.contents, text) }
}
