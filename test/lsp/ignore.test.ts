import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import type { TextDocumentEdit } from 'vscode-languageserver-protocol'
import { type Analysis, analyze } from '../../generator/analyze.ts'
import { isSuppressible } from '../../generator/front/suppress/suppress.ts'
import { ignoreAction } from '../../generator/lsp/actions/ignore.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { withEdits } from './changed-texts.ts'

/** Specs with findings of every rule: a folder with its project file, or one domain beside the bakery of the tests. */
const folders = globSync('test/{cases/*/spec,rules/*/*/invalid}/stowage.yaml')
  .map((path) => dirname(path))
  .sort()

/** Without `syntax/crlf`, which counts the lines. */
function told({ diagnostics }: Analysis): readonly string[] {
  return diagnostics
    .filter(({ code }) => code !== 'syntax/crlf')
    .map(({ code, message, span }) => `${code} ${span?.file.path} ${message}`)
}

/** Every finding that may be ignored, ignored alone: it goes, no other one does, and none comes. */
function ignoreEach(files: readonly SourceFile[], cut: (text: string) => string): number {
  const written = files.map(({ path, text }) => ({ path, text: cut(text) }))
  const before = analyze(written)
  const suppressible = before.diagnostics.filter(({ code, span }) => span !== undefined && isSuppressible(code))
  for (const diagnostic of suppressible) {
    const path = diagnostic.span?.file.path ?? ''
    const view = {
      snapshot: { files: written, parsed: new Map(), ...before },
      model: before.model,
      client: { workspace: { workspaceEdit: { documentChanges: true } } },
      custom: [],
      uriOf: (file: string) => file,
      versionOf: () => null,
      suppose: () => [],
      findingsOf: () => [],
    }
    const document = { uri: path, path, version: 1, file: diagnostic.span?.file ?? { path, text: '' }, tree: undefined }
    const [action] = ignoreAction(view, document, diagnostic)
    const edits = (action?.edit?.documentChanges ?? [])
      .filter((change): change is TextDocumentEdit => 'textDocument' in change)
      .flatMap((change) => change.edits)
    const after = analyze(
      written.map((file) => (file.path === path ? { path, text: withEdits(file.text, edits) } : file)),
    )
    const { code, message } = diagnostic
    expect(after.suppressed.map((one) => one.diagnostic.code)).toContain(code)
    // Others of the same rule on the same line go with it.
    const gone = after.suppressed.map(
      (one) => `${one.diagnostic.code} ${one.diagnostic.span?.file.path} ${one.diagnostic.message}`,
    )
    expect(gone).toContain(`${code} ${path} ${message}`)
    expect([...told(after), ...gone].sort()).toEqual([...told(before), ...before.suppressed.map(toldOf)].sort())
  }
  return suppressible.length
}

function toldOf({ diagnostic: { code, message, span } }: Analysis['suppressed'][number]): string {
  return `${code} ${span?.file.path} ${message}`
}

test.each([
  ['as it is', (text: string) => text],
  ['with line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
])('%s: whatever may be ignored is by the comment that the editor writes, and nothing else is', (_, cut) => {
  let found = 0
  for (const folder of folders) found += ignoreEach(sourcesIn(folder), cut)
  expect(found).toBeGreaterThan(50)
})
