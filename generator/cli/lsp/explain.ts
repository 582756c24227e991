import { existsSync, readFileSync } from 'node:fs'
import { type Connection, type ShowDocumentParams, ShowDocumentRequest } from 'vscode-languageserver/node'
import { codes } from '../../diagnostic/codes.ts'
import { explainCommand } from '../../lsp/actions/explain.ts'
import { rangeOf } from '../../lsp/positions.ts'
import type { ProjectView } from '../../lsp/project-view.ts'
import type { Rule } from '../../rules/rule.ts'
import type { LoadedRule } from '../custom-rules/load.ts'
import { packageFolder } from '../package-folder.ts'
import type { RequestEntry } from './request-entry.ts'
import { uriOfPath } from './uris.ts'

/** What explains a code: its text as Markdown, and the document that an editor opens for it. */
interface Explanation {
  readonly text: string
  readonly document: ShowDocumentParams
}

/**
 * Explains a code: opens its page in an editor that opens documents, and gives its Markdown back to every other. The pages are
 * those of this installation, so that they are there without a network and without published documentation.
 */
export const explain: RequestEntry = {
  capabilities: { executeCommandProvider: { commands: [explainCommand] } },
  listen(connection, desk) {
    connection.onExecuteCommand(async ({ command, arguments: [code] = [] }): Promise<string | null> => {
      const views = desk.projects('typed')
      const found = command === explainCommand ? (explanationOf(code) ?? ownExplanation(views, code)) : undefined
      if (found === undefined) return null
      if (views.some(({ client }) => client.window?.showDocument?.support === true)) {
        await show(connection, found.document)
      }
      return found.text
    })
  },
}

/** An editor that refuses has the text all the same. */
async function show(connection: Connection, document: ShowDocumentParams): Promise<void> {
  await connection.sendRequest(ShowDocumentRequest.type, document).catch(() => undefined)
}

function explanationOf(asked: unknown): Explanation | undefined {
  // The code comes from the closed list, so it is safe in a path.
  const code = codes.find((known) => known === asked)
  const path = `${packageFolder}docs/rules/${code}.md`
  if (code === undefined || !existsSync(path)) return undefined
  return { text: readFileSync(path, 'utf8'), document: { uri: uriOfPath(path), takeFocus: true } }
}

/** A rule of the project's own is explained in the words of its author, and where its code stands. */
function ownExplanation(views: readonly ProjectView[], asked: unknown): Explanation | undefined {
  for (const view of views) {
    const rule = view.custom.filter(isLoaded).find(({ code }) => code === asked)
    if (rule === undefined) continue
    const { code, docs, span, summary } = rule
    return {
      text: docs ?? `# ${code}\n\n${summary}\n`,
      document: { uri: view.uriOf(span.file.path), selection: rangeOf(span), takeFocus: true },
    }
  }
  return undefined
}

function isLoaded(rule: Rule): rule is LoadedRule {
  return 'span' in rule
}
