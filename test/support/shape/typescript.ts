import { ts } from 'ts-morph'

/** The kinds of a file's syntax nodes, nested; documentation comments count by number, their text not at all. */
export function typescriptShape(text: string): unknown {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true)
  const mistakes = (file as unknown as { readonly parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics
  if (mistakes.length > 0) throw new Error(ts.flattenDiagnosticMessageText(mistakes[0]?.messageText ?? '', '\n'))
  return shape(file)
}

function shape(node: ts.Node): unknown {
  const children: unknown[] = []
  ts.forEachChild(node, (inner) => {
    if (!ts.isJSDoc(inner)) children.push(shape(inner))
  })
  return children.length === 0 ? node.kind : [node.kind, ...children]
}
