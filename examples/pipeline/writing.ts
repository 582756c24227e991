import type { RefId } from '@leadmetrics/provider-db'
import type { Customer, Layer } from './onboarding.ts'
import type { Steps } from './steps.ts'

export interface Written {
  readonly output: RefId<'ActivityOutput'>
  readonly activity: RefId<'Activity'>
  readonly period: RefId<'DeliverablePeriod'>
}

/** From the plan to a text: strategy, goal, what is owed each month, the step that writes, and what it made. */
export async function write(provider: Layer, steps: Steps, { tenant, owner }: Customer): Promise<Written> {
  const actor = { kind: 'user', id: owner } as const
  const strategy = await steps.step('A strategy is written, approved and put in force', (say) =>
    provider.withTenant(
      tenant,
      async (db) => {
        const { refId } = await db.strategy.create({
          version: 1,
          title: 'Found by those who want to ride',
          startsOn: '2026-04-01',
          document: {
            wordCount: 6,
            sections: [{ title: 'Aim', position: 1, summary: 'More visits from search.', wordCount: 6 }],
          },
          objects: { narrative: '# Found by those who want to ride\n' },
        })
        await db.strategy.transition(refId, 'in_review', { from: 'draft' })
        await db.strategy.transition(refId, 'approved', {
          from: 'in_review',
          data: { approvedBy: owner, approvedOn: new Date() },
        })
        await db.strategy.transition(refId, 'active', { from: 'approved' })
        say(`strategy ${refId} is active`)
        return refId
      },
      { actor },
    ),
  )

  const { activity, period } = await steps.step('What is owed, in one transaction of PostgreSQL', (say) =>
    provider.withTenant(
      tenant,
      (db) =>
        db.transaction(async (tx) => {
          const goal = await tx.goal.create({
            strategy,
            position: 1,
            title: 'Twice the visits',
            metric: 'organic_sessions',
            targetValue: '2000',
            dueOn: '2026-12-31',
          })
          const deliverable = await tx.deliverable.create({
            goal: goal.refId,
            kind: 'blog_post',
            title: 'Articles',
            startsOn: '2026-04-01',
          })
          const month = await tx.deliverablePeriod.create({
            deliverable: deliverable.refId,
            month: '2026-04-01',
            plannedQuantity: 1,
            dueOn: '2026-04-30',
          })
          const made = await tx.activity.create({
            deliverablePeriod: month.refId,
            kind: 'write',
            agent: 'writer',
            title: 'Write about riding in winter',
            position: 1,
          })
          say(`goal, deliverable, month and activity ${made.refId}: all of them or none`)
          return { activity: made.refId, period: month.refId }
        }),
      { actor },
    ),
  )

  const output = await steps.step(
    'An agent does it: a run, the exchange with a tool, an output in MongoDB and S3',
    (say) =>
      provider.withTenant(
        tenant,
        async (db) => {
          await db.activity.transition(activity, 'queued', { from: 'pending' })
          await db.activity.transition(activity, 'running', { from: 'queued' })
          const run = await db.activityRun.create({ activity, attempt: 1, worker: 'worker-1' })
          await db.activityRun.transition(run.refId, 'running', { from: 'queued' })
          await db.toolCall.create({
            activity,
            activityRun: run.refId,
            name: 'search_console.query',
            method: 'POST',
            status: 'succeeded',
            durationMs: 240,
            document: { request: { query: 'winter cycling' }, response: { rows: 12 } },
          })
          const text = '# Riding in winter\n\nWarm hands, low pressure, bright lights.\n'
          const made = await db.activityOutput.create({
            activity,
            activityRun: run.refId,
            kind: 'write',
            title: 'Riding in winter',
            wordCount: 8,
            metadata: { keywords: ['winter', 'cycling'] },
            objects: { content: text },
          })
          await db.activityRun.transition(run.refId, 'succeeded', {
            from: 'running',
            data: { output: made.refId, finishedOn: new Date() },
          })
          await db.activity.transition(activity, 'completed', { from: 'running' })
          say(`output ${made.refId}, ${Buffer.byteLength(text)} bytes; the call's exchange is kept for 90 days`)
          return made.refId
        },
        { actor: { kind: 'agent', id: 'writer' } },
      ),
  )
  return { output, activity, period }
}
