import type { CodeAction } from 'vscode-languageserver'
import { fixAllEdit, fixAllKind } from '../../lsp/actions/fix-all.ts'
import type { RequestEntry } from './request-entry.ts'

/** Works out what the action that fixes a whole file edits, once somebody has chosen it: its `data` is the file. */
export const codeActionResolve: RequestEntry = {
  capabilities: {},
  listen(connection, desk) {
    connection.onCodeActionResolve((action): CodeAction => {
      const uri: unknown = action.data
      const found = typeof uri === 'string' ? desk.documentAt(uri, 'analysed') : undefined
      if (action.kind !== fixAllKind || found === undefined) return action
      return { ...action, edit: fixAllEdit(found.view, found.document) }
    })
  },
}
