import type { DocumentUri } from 'vscode-languageserver'
import type { SpecDocument } from '../front/node.ts'
import { parse } from '../front/parse.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { Snapshot } from '../workspace/workspace.ts'
import type { EditedDocument } from './project-view.ts'

/** A text of the editor, told apart from the one before it by the object. */
export interface OpenText {
  readonly uri: DocumentUri
  readonly path: string
  readonly version: number
  readonly file: SourceFile
}

/** Trees of texts that no analysis has seen yet, or will see: a file that nothing includes. */
const trees = new WeakMap<SourceFile, { readonly tree: SpecDocument | undefined }>()

/** A text as features get it: what an analysis made of it where there is one, else parsed when somebody asks. */
export function editedDocument(open: OpenText, snapshot: Snapshot): EditedDocument {
  const { uri, path, version } = open
  const analysed = snapshot.files.find((file) => file.path === path)
  const file = analysed?.text === open.file.text ? analysed : open.file
  return {
    uri,
    path,
    version,
    file,
    get tree() {
      return snapshot.parsed.has(file) ? snapshot.parsed.get(file) : parsedAlone(file)
    },
  }
}

function parsedAlone(file: SourceFile): SpecDocument | undefined {
  const known = trees.get(file)
  if (known !== undefined) return known.tree
  // What is wrong with it is told by the analysis that follows.
  const tree = parse(file, () => {})
  trees.set(file, { tree })
  return tree
}
