import { readDiagram } from '../mermaid.ts'

/** What mermaid's own parser makes of a diagram, without its texts. */
export async function mermaidShape(text: string): Promise<unknown> {
  const { type, shape } = await readDiagram(text)
  return [type, shape, text.split('\n').length]
}
