import type { ClientCapabilities } from 'vscode-languageserver'
import { OverlayReader } from '../../generator/cli/overlay-reader.ts'
import { ProjectState } from '../../generator/lsp/project-state.ts'
import type { EditedDocument, ProjectView } from '../../generator/lsp/project-view.ts'
import { Workspace } from '../../generator/workspace/workspace.ts'
import { memoryReader } from '../support/memory-reader.ts'
import { clinic } from './clinic.ts'

export interface Opened {
  readonly view: ProjectView
  readonly document: EditedDocument
}

/** An editor that can do nothing in particular. */
const plain: ClientCapabilities = {}

/** The clinic as it is on disk, analysed once for each editor: no edit below reaches an analysis. */
const states = new WeakMap<ClientCapabilities, ProjectState>()

function stateFor(client: ClientCapabilities): ProjectState {
  const known = states.get(client)
  if (known !== undefined) return known
  const files = new Map(clinic.map((file) => [file.path, new TextEncoder().encode(file.text)]))
  const state = new ProjectState(
    { projectPath: 'spec/stowage.yaml', uriOf: (file) => `file:///clinic/${file}`, accept: (snapshot) => snapshot },
    new Workspace(new OverlayReader(memoryReader(files), true)),
    client,
  )
  state.analyze()
  states.set(client, state)
  return state
}

/** A file of the clinic as an editor has it a moment after it was changed: the analysis is that of the files on disk. */
export function openClinic(path: string, text: string, client: ClientCapabilities = plain): Opened {
  const state = stateFor(client)
  state.edit(`file:///clinic/${path}`, path, 1, text)
  const document = state.document(path)
  if (document === undefined) throw new Error(`${path} is not open`)
  return { view: state, document }
}
