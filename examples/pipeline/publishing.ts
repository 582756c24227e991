import { Conflict } from '@leadmetrics/provider-db'
import type { Customer, Layer } from './onboarding.ts'
import type { Steps } from './steps.ts'
import type { Written } from './writing.ts'

/** The text becomes a blog post that is reviewed and published. */
export async function publish(
  provider: Layer,
  steps: Steps,
  { tenant, owner }: Customer,
  { output, activity, period }: Written,
): Promise<void> {
  const actor = { kind: 'user', id: owner } as const
  const channel = await steps.step('A blog is connected; its token is kept as ciphertext', (say) =>
    provider.withTenant(
      tenant,
      async (db) => {
        const made = await db.channel.create({
          platform: 'wordpress',
          name: 'The blog',
          accessToken: 'a-token-nobody-may-see',
        })
        await db.channel.transition(made.refId, 'connected', { from: 'pending' })
        const { accessToken } = await db.channel.get(made.refId)
        say(
          `channel ${made.refId}; whoever may read it gets the token back: ${accessToken === 'a-token-nobody-may-see'}`,
        )
        return made.refId
      },
      { actor },
    ),
  )

  const post = await steps.step('A post is made of the output, reviewed and published', (say) =>
    provider.withTenant(
      tenant,
      async (db) => {
        const request = await db.blogRequest.create({ channel, deliverablePeriod: period, topic: 'Riding in winter' })
        const made = await db.blogPost.create({
          blogRequest: request.refId,
          channel,
          activity,
          output,
          title: 'Riding in winter',
          slug: 'riding-in-winter',
        })
        await db.blogPost.transition(made.refId, 'in_review', { from: 'draft' })
        await db.blogPost.transition(made.refId, 'approved', {
          from: 'in_review',
          data: { reviewedBy: owner, reviewedOn: new Date() },
        })
        await db.blogPost.transition(made.refId, 'published', {
          from: 'approved',
          data: { publishedOn: new Date(), publishedUrl: 'https://harbour.example/blog/riding-in-winter' },
        })
        say(`post ${made.refId} is published`)
        return made.refId
      },
      { actor },
    ),
  )

  await steps.step('Who comes too late is told so', (say) =>
    provider.withTenant(tenant, async (db) => {
      try {
        await db.blogPost.transition(post, 'published', { from: 'approved' })
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        say(`${error.name}: ${error.message}. ${error.advice}`)
      }
    }),
  )

  await steps.step('A reader opens it: row, document, pre-signed URL, bytes', (say) =>
    provider.withTenant(tenant, async (db) => {
      const url = await db.blogPost.contentUrl(post, 'content')
      const answer = await fetch(url)
      const [title = ''] = (await answer.text()).split('\n')
      say(`${answer.status} ${answer.headers.get('content-type')}: ${title}`)
    }),
  )
}
