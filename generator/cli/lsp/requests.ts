import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node'
import { actionKinds, codeActions } from '../../lsp/code-actions.ts'
import { completionAt } from '../../lsp/completion.ts'
import { definitionAt } from '../../lsp/definition.ts'
import { formattingOf } from '../../lsp/formatting.ts'
import { hoverAt } from '../../lsp/hover.ts'
import { highlightsAt, referencesAt } from '../../lsp/references.ts'
import { prepareRename, renameAt } from '../../lsp/rename.ts'
import { documentSymbols, workspaceSymbols } from '../../lsp/symbols.ts'
import { codeActionResolve } from './code-action-resolve.ts'
import { explain } from './explain.ts'
import { aboutFile, aboutPlace, aboutProjects, type RequestEntry } from './request-entry.ts'

/** All requests that the server answers. */
export const requests: readonly RequestEntry[] = [
  aboutPlace(
    CompletionRequest.type,
    'typed',
    {
      completionProvider: {
        triggerCharacters: [' ', '(', '{', '[', ',', '/', '"', "'"],
        completionItem: { labelDetailsSupport: true },
      },
    },
    completionAt,
  ),
  aboutPlace(HoverRequest.type, 'typed', { hoverProvider: true }, hoverAt),
  aboutPlace(DefinitionRequest.type, 'analysed', { definitionProvider: true }, definitionAt),
  aboutPlace(ReferencesRequest.type, 'analysed', { referencesProvider: true }, referencesAt),
  aboutPlace(DocumentHighlightRequest.type, 'analysed', { documentHighlightProvider: true }, highlightsAt),
  aboutPlace(PrepareRenameRequest.type, 'analysed', { renameProvider: { prepareProvider: true } }, prepareRename),
  aboutPlace(RenameRequest.type, 'analysed', {}, renameAt),
  aboutFile(DocumentSymbolRequest.type, 'typed', { documentSymbolProvider: true }, documentSymbols),
  aboutProjects(WorkspaceSymbolRequest.type, 'analysed', { workspaceSymbolProvider: true }, workspaceSymbols),
  aboutFile(
    CodeActionRequest.type,
    'analysed',
    { codeActionProvider: { codeActionKinds: actionKinds, resolveProvider: true } },
    codeActions,
  ),
  codeActionResolve,
  explain,
  aboutFile(DocumentFormattingRequest.type, 'analysed', { documentFormattingProvider: true }, formattingOf),
]
