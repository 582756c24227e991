import { ts } from 'ts-morph'

/** A syntax tree as a list: each node's kind, with the text where a node has one of its own; trivia and brackets left out. */
export function shapeOf(text: string): readonly string[] {
  const file = parse(text)
  const found: string[] = []
  const open: ts.Node[] = [file]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!ts.isParenthesizedExpression(node)) found.push(describe(node))
    const children: ts.Node[] = []
    ts.forEachChild(node, (child) => void children.push(child))
    open.push(...children.reverse())
  }
  return found
}

function describe(node: ts.Node): string {
  const kind = ts.SyntaxKind[node.kind]
  if (ts.isIdentifier(node)) return `${kind} ${node.text}`
  if (ts.isRegularExpressionLiteral(node)) return `${kind} ${node.text}`
  return ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) ? `${kind} ${JSON.stringify(node.text)}` : kind
}

/** Parses a text that must have no syntax error. */
export function parse(text: string): ts.SourceFile {
  const { outputText: _, diagnostics } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  })
  if (diagnostics !== undefined && diagnostics.length > 0) {
    throw new Error(`${diagnostics.map(({ messageText }) => messageText).join('\n')}\nin: ${JSON.stringify(text)}`)
  }
  return ts.createSourceFile('parsed.ts', text, ts.ScriptTarget.ES2023, true)
}
