import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseOf } from '../../generator/catalog/postgres/index.ts'
import { inPostgres } from '../../generator/model/lookup.ts'
import { printDatabase } from '../../generator/print/sql/print.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts'
import { fillRows, parentId, tenantId } from './fill-rows.ts'
import { indexConditions } from './index-conditions.ts'

/** What the application asks of a table, and the columns by which PostgreSQL has to find the rows. */
interface AccessPath {
  readonly table: string
  readonly about: string
  readonly where: string
  readonly order?: string
  readonly columns: readonly string[]
}

const some = parentId

/** The ways in which the reference system says that its data is read. */
const paths: readonly AccessPath[] = [
  {
    table: 'activities',
    about: 'counted by status and month',
    where: `status = 'running' AND created_on >= now() AND created_on < now() + interval '1 day'`,
    columns: ['tenant_id', 'status', 'created_on'],
  },
  {
    table: 'activities',
    about: 'the steps of a month',
    where: `deliverable_period_id = ${some('DeliverablePeriod', 7)}`,
    columns: ['tenant_id', 'deliverable_period_id'],
  },
  {
    table: 'activity_runs',
    about: 'the attempts of an activity, newest first',
    where: `activity_id = ${some('Activity', 7)}`,
    order: 'created_on DESC',
    columns: ['tenant_id', 'activity_id'],
  },
  {
    table: 'llm_calls',
    about: 'cost by tenant and month',
    where: `created_on >= now() AND created_on < now() + interval '1 day'`,
    columns: ['tenant_id', 'created_on'],
  },
  {
    table: 'llm_calls',
    about: 'cost by model',
    where: `provider = 'anthropic' AND model = 'text 17' AND created_on >= now()`,
    columns: ['tenant_id', 'provider', 'model', 'created_on'],
  },
  {
    table: 'llm_calls',
    about: 'the calls of a run',
    where: `activity_run_id = ${some('ActivityRun', 7)}`,
    columns: ['tenant_id', 'activity_run_id'],
  },
  {
    table: 'tool_calls',
    about: 'counted for each activity',
    where: `activity_id = ${some('Activity', 7)}`,
    columns: ['tenant_id', 'activity_id'],
  },
  {
    table: 'tool_calls',
    about: 'joined with its run',
    where: `activity_run_id = ${some('ActivityRun', 7)}`,
    columns: ['tenant_id', 'activity_run_id'],
  },
  {
    table: 'channel_scores',
    about: 'how a channel fared',
    where: `channel_id = ${some('Channel', 7)} AND month >= current_date`,
    columns: ['tenant_id', 'channel_id', 'month'],
  },
  {
    table: 'channel_scores',
    about: 'what fell in a month',
    where: 'month = current_date + 3 AND delta < 2',
    columns: ['tenant_id', 'month', 'delta'],
  },
  {
    table: 'blog_posts',
    about: 'the articles of a channel by standing',
    where: `channel_id = ${some('Channel', 7)} AND status = 'draft'`,
    columns: ['tenant_id', 'channel_id', 'status'],
  },
  {
    table: 'blog_posts',
    about: 'from an output to the article',
    where: `output_ref = substr(md5('7'), 1, 24)::char(24)`,
    columns: ['tenant_id', 'output_ref'],
  },
  {
    table: 'social_posts',
    about: 'the posts of a request',
    where: `social_media_request_id = ${some('SocialMediaRequest', 7)}`,
    columns: ['tenant_id', 'social_media_request_id'],
  },
  {
    table: 'backlinks',
    about: 'counted by status',
    where: `status = 'live' AND created_on < now() + interval '1 day'`,
    columns: ['tenant_id', 'status', 'created_on'],
  },
  {
    table: 'backlinks',
    about: 'joined with the activity that won them',
    where: `activity_id = ${some('Activity', 7)}`,
    columns: ['tenant_id', 'activity_id'],
  },
  {
    table: 'leads',
    about: 'filtered and sorted',
    where: `status = 'new' AND created_on < now() + interval '1 day'`,
    order: 'created_on DESC',
    columns: ['tenant_id', 'status', 'created_on'],
  },
  {
    table: 'leads',
    about: 'what a person has to do',
    where: `handled_by = ${some('User', 7)} AND status = 'contacted'`,
    columns: ['tenant_id', 'handled_by', 'status'],
  },
  {
    table: 'lead_activities',
    about: 'the history of a lead',
    where: `lead_id = ${some('Lead', 7)}`,
    order: 'occurred_on DESC',
    columns: ['tenant_id', 'lead_id'],
  },
  {
    table: 'sessions',
    about: 'the devices of a person that are still signed in',
    where: `opened_by = ${some('User', 7)} AND expires_on > now()`,
    columns: ['tenant_id', 'opened_by', 'expires_on'],
  },
  {
    table: 'contracts',
    about: 'the guard at the door',
    where: `kind = 'terms_of_service' AND version = 'text 7'`,
    columns: ['tenant_id', 'kind', 'version'],
  },
  {
    table: 'goals',
    about: 'the goals of a strategy',
    where: `strategy_id = ${some('Strategy', 7)}`,
    columns: ['tenant_id', 'strategy_id'],
  },
  {
    table: 'deliverables',
    about: 'the deliverables of a goal',
    where: `goal_id = ${some('Goal', 7)}`,
    columns: ['tenant_id', 'goal_id'],
  },
  {
    table: 'deliverable_periods',
    about: 'the months of a deliverable',
    where: `deliverable_id = ${some('Deliverable', 7)}`,
    columns: ['tenant_id', 'deliverable_id'],
  },
  {
    table: 'search_term_classifications',
    about: 'what a report led to',
    where: `search_term_report_id = ${some('SearchTermReport', 7)}`,
    columns: ['tenant_id', 'search_term_report_id'],
  },
  {
    table: 'ad_optimization_recommendations',
    about: 'what is advised for a campaign',
    where: `ad_campaign_id = ${some('AdCampaign', 7)} AND status = 'proposed'`,
    columns: ['tenant_id', 'ad_campaign_id', 'status'],
  },
]

const model = soundModel('spec')
/** The largest; the others show their plans with fewer rows. */
const largest = 'llm_calls'

let server: PostgresServer
let client: pg.Client

beforeAll(async () => {
  server = await startPostgres()
  const database = databaseOf(model)
  await query(server.url, database === undefined ? '' : printDatabase(database))
  client = new pg.Client({ connectionString: server.url })
  await client.connect()
}, 120_000)

afterAll(async () => {
  await client?.end()
  await server?.stop()
})

for (const table of new Set(paths.map((path) => path.table))) {
  const rows = table === largest ? 100_000 : 20_000
  describe(`${table}, ${rows.toLocaleString('en')} rows of five tenants, as the application`, {
    tags: ['full'],
  }, () => {
    beforeAll(async () => {
      const entity = inPostgres(model).find((candidate) => candidate.postgres.table.text === table)
      if (entity === undefined) throw new Error(`the reference has no table ${table}`)
      await client.query('SET session_replication_role = replica')
      await client.query(fillRows(entity, model, rows))
      await client.query('RESET session_replication_role')
      await client.query(`VACUUM ANALYZE ${table}`)
    }, 120_000)

    for (const { about, where, order, columns } of paths.filter((path) => path.table === table)) {
      test(`${about}: ${columns.join(', ')}`, async () => {
        const found = await asTenant(
          `SELECT id FROM ${table} WHERE ${where}${order === undefined ? '' : ` ORDER BY ${order}`}`,
        )
        expect(found.scanned).toEqual([])
        expect(columns.filter((column) => !found.conditions.every((one) => one.includes(column)))).toEqual([])
        expect(found.filtered.filter((filter) => columns.some((column) => filter.includes(column)))).toEqual([])
      })
    }
  })
}

async function asTenant(sql: string): Promise<ReturnType<typeof indexConditions>> {
  await client.query('BEGIN')
  try {
    await client.query(`SELECT set_config('app.tenant_id', ${tenantId(3)}::text, true)`)
    await client.query(`SET LOCAL ROLE ${model.project.tenancy?.roles.app}`)
    const { rows: plans } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`)
    return indexConditions(plans[0]?.['QUERY PLAN'], await tablesWithRows())
  } finally {
    await client.query('ROLLBACK')
  }
}

/** Partitions of months in which nothing lies are read whole, at no cost. */
async function tablesWithRows(): Promise<ReadonlySet<string>> {
  const { rows: found } = await client.query<{ relname: string }>('SELECT relname FROM pg_class WHERE reltuples > 0')
  return new Set(found.map(({ relname }) => relname))
}
