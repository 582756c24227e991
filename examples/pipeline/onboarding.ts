import type { Lookups, Provider, RefId, SystemDb, TenantDb } from '@leadmetrics/provider-db'
import type { Steps } from './steps.ts'

export type Layer = Provider<TenantDb, SystemDb, Lookups>

export interface Customer {
  readonly tenant: RefId<'Tenant'>
  readonly owner: RefId<'User'>
}

/** A customer comes: tenant, person, signed agreement, what is found out about it. */
export async function onboard(provider: Layer, steps: Steps, locks: boolean): Promise<Customer> {
  const customer = await steps.step('A customer signs up', async (say) => {
    const { refId: tenant } = await provider.system('sign-up of a new customer', (db) =>
      db.tenant.create({
        name: 'Harbour Bikes',
        slug: 'harbour-bikes',
        country: 'NL',
        currency: 'EUR',
        billingEmail: 'billing@harbour.example',
        websiteUrl: 'https://harbour.example',
      }),
    )
    const owner = await provider.withTenant(tenant, async (db) => {
      const user = await db.user.create({ name: 'Noor de Wit', email: 'noor@harbour.example', role: 'owner' })
      await db.user.transition(user.refId, 'active', { from: 'invited' })
      return user.refId
    })
    say(`tenant ${tenant}, user ${owner}`)
    return { tenant, owner }
  })

  await steps.step('She is found by her address before anybody knows the tenant', async (say) => {
    const [found] = await provider.lookup.user.byEmail('noor@harbour.example')
    say(`tenant ${found?.tenant.refId}, user ${found?.refId}; nothing else of it is told`)
  })

  const actor = { kind: 'user', id: customer.owner } as const
  if (locks)
    await steps.step('She accepts the terms; the PDF is locked against everybody', async (say) => {
      await provider.withTenant(
        customer.tenant,
        async (db) => {
          const contract = await db.contract.create({
            kind: 'terms_of_service',
            version: '2026-01',
            acceptedBy: customer.owner,
            acceptedOn: new Date(),
            signatoryName: 'Noor de Wit',
            ipAddress: '203.0.113.7',
            objects: { pdf: '%PDF-1.4\n% The terms, as they were shown.\n%%EOF\n' },
          })
          const { objects } = await db.contract.read(contract.refId)
          say(
            `${objects.pdf.size} bytes, SHA-256 ${objects.pdf.sha256.slice(0, 12)}..., version ${objects.pdf.versionId}`,
          )
        },
        { actor },
      )
    })

  await steps.step('Research: rows in PostgreSQL, findings in MongoDB, texts in S3, as one record', async (say) => {
    await provider.withTenant(
      customer.tenant,
      async (db) => {
        const run = await db.onboardingRun.create(
          {
            websiteUrl: 'https://harbour.example',
            document: { pages: ['https://harbour.example/', 'https://harbour.example/rent'], language: 'en' },
            objects: { site: 'Harbour Bikes rents bicycles by the harbour.', contextFile: '# Harbour Bikes\n' },
          },
          // The same work under the same key is done once, however often it is tried.
          { idempotencyKey: 'onboarding-1' },
        )
        const again = await db.onboardingRun.create(
          {
            websiteUrl: 'https://harbour.example',
            document: { pages: ['https://harbour.example/', 'https://harbour.example/rent'], language: 'en' },
            objects: { site: 'Harbour Bikes rents bicycles by the harbour.', contextFile: '# Harbour Bikes\n' },
          },
          { idempotencyKey: 'onboarding-1' },
        )
        say(`run ${run.refId}; tried again with its key it is the same one: ${again.refId === run.refId}`)
        await db.onboardingRun.transition(run.refId, 'scraping', { from: 'pending' })
        await db.onboardingRun.transition(run.refId, 'researching', { from: 'scraping' })
        await db.onboardingRun.transition(run.refId, 'writing', { from: 'researching' })
        await db.onboardingRun.transition(run.refId, 'awaiting_review', { from: 'writing' })
        await db.onboardingRun.transition(run.refId, 'approved', { from: 'awaiting_review' })
        const url = await db.onboardingRun.contextFile.contentUrl(run.refId)
        say(`approved; the context file as a browser gets it: ${JSON.stringify(await (await fetch(url)).text())}`)
      },
      { actor },
    )
  })
  return customer
}
