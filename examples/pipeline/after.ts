import type { Customer, Layer } from './onboarding.ts'
import type { Steps } from './steps.ts'

/** What a job does every few minutes, and every night. */
export async function lookAfter(provider: Layer, steps: Steps, { tenant }: Customer): Promise<void> {
  await steps.step('Another customer sees nothing of it', async (say) => {
    const { refId } = await provider.system('sign-up of a new customer', (db) =>
      db.tenant.create({
        name: 'Hill Shoes',
        slug: 'hill-shoes',
        country: 'NL',
        currency: 'EUR',
        billingEmail: 'billing@hill.example',
      }),
    )
    const seen = await provider.withTenant(refId, async (db) => [
      await db.blogPost.count(),
      await db.activityOutput.count(),
      await db.strategy.count(),
    ])
    say(`blog posts, outputs and strategies that it sees: ${seen.join(', ')}`)
  })

  await steps.step('Every move of a life cycle becomes one audit record', async (say) => {
    await provider.relay.drain()
    await provider.relay.drain()
    const trail = await provider.withTenant(tenant, (db) => db.auditLog.findMany({ orderBy: { occurredOn: 'asc' } }))
    say(
      `${trail.length} records after draining twice; the last is by ${trail.at(-1)?.actor.kind} ${trail.at(-1)?.actor.id}`,
    )
  })

  await steps.step('The collector and the check of all three stores', async (say) => {
    await provider.collect()
    const check = provider.fsck()
    for await (const finding of check) say(`${finding.code}: ${finding.message}`)
    const { rows, documents, objects, findings } = check.summary()
    say(`${rows} rows, ${documents} documents and ${objects} objects looked at: ${findings} findings`)
  })
}
