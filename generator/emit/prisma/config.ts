import { stringLiteral } from '../../print/typescript/escape.ts'

/**
 * The text of prisma.config.ts. The URL is left out where its variable is not set, since `prisma generate` needs none;
 * Prisma's own `env()` would throw.
 */
export function prismaConfig(url: string): string {
  return `// Generated from the spec: change that, not this file.
import { defineConfig } from 'prisma/config'

const url = process.env[${stringLiteral(url)}]

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  ...(url === undefined ? {} : { datasource: { url } }),
})
`
}
