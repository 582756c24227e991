import { getSchema } from '@mrleebo/prisma-ast'

/** The tree of a Prisma schema; a comment or string is only its presence. Blank lines and comment lines are left out. */
export function prismaShape(text: string): unknown {
  return strip(getSchema(text))
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !isTrivia(item)).map(strip)
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([key]) => key !== 'comment')
    return Object.fromEntries(entries.map(([key, inner]) => [key, strip(inner)]))
  }
  return typeof value === 'string' && value.startsWith('"') ? 'string' : value
}

function isTrivia(item: unknown): boolean {
  return (
    typeof item === 'object' && item !== null && 'type' in item && (item.type === 'comment' || item.type === 'break')
  )
}
