import { extname } from 'node:path'
import { markdownShape } from './markdown.ts'
import { mermaidShape } from './mermaid.ts'
import { prismaShape } from './prisma.ts'
import { sqlShape } from './sql.ts'
import { typescriptShape } from './typescript.ts'

/**
 * The form of a file without the texts in it: what must not change when a description changes. Each is read by a parser
 * that nobody here wrote. Throws where the file does not parse.
 */
export async function shapeOf(path: string, text: string): Promise<unknown> {
  switch (extname(path)) {
    case '.ts':
      return typescriptShape(text)
    case '.prisma':
      return prismaShape(text)
    case '.sql':
      return await sqlShape(text)
    case '.md':
      return markdownShape(text)
    case '.mmd':
      return await mermaidShape(text)
    case '.json':
      return jsonShape(JSON.parse(text))
    case '.gitattributes':
    case '.gitignore':
    case '':
      return text.split('\n').length
    default:
      throw new Error(`no parser reads ${path}`)
  }
}

function jsonShape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonShape)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, jsonShape(inner)]))
  }
  return typeof value
}
