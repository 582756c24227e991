// Generated from the spec: change that, not this file.
import { defineConfig } from 'prisma/config'

const url = process.env['LAB_PG']

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  ...(url === undefined ? {} : { datasource: { url } }),
})
