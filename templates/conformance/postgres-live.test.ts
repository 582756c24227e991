import { database } from './expected/postgres-catalog.ts'
import { tables } from './expected/postgres.ts'
import { enums, lifecycles, stores, tenancy, valueTypes } from './expected/project.ts'
import { verifyPostgres } from './live/postgres/catalog/postgres/verify.ts'
import type { PostgresFacts } from './live/postgres/facts.ts'
import { openPostgres } from './live/postgres/open.ts'
import { proofsOfPostgres } from './live/postgres/proofs/index.ts'
import { register } from './live/register.ts'
import { settingsOf } from './live/settings.ts'

// On a real server, in a database of its own: see live/postgres.

const facts: PostgresFacts = { tables, enums, valueTypes, lifecycles, tenancy }
const variable = stores.postgres?.url ?? ''
const schema = new URL('../provider-db/sql/schema.sql', import.meta.url)

register(
  'postgres',
  proofsOfPostgres(facts, (client) => verifyPostgres(client, database)),
  settingsOf(process.env, variable),
  () => openPostgres(process.env[variable] ?? '', facts, schema),
)
