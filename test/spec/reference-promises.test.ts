import { describe, expect, it } from 'vitest'
import { inPostgres } from '../../generator/model/lookup.ts'
import { documents, entity, model, object, rows } from './reference-model.ts'

describe('retention', () => {
  it('locks contracts for seven years, written once', () => {
    const pdf = object('Contract', 'pdf')
    expect(pdf.write).toBe('once')
    const bucket = model.project.stores.s3?.buckets.find(({ name }) => name === pdf.bucket)
    expect(bucket).toMatchObject({ versioned: true, lock: { mode: 'compliance', retainDays: 7 * 365 } })
    expect(pdf.contentType).toBe('application/pdf')
  })

  it.each([
    ['ToolCall', 90],
    ['EventLog', 30],
    ['AgentStreamDelta', 7],
  ])('%s documents expire after %i days', (name, days) => {
    expect(documents(name).expire).toMatchObject({ afterSeconds: days * 86_400, from: 'created_on' })
  })

  it('keeps audit logs', () => {
    expect(documents('AuditLog').expire).toBeUndefined()
  })

  it.each(['ActivityOutput', 'ToolCall', 'AgentStreamDelta', 'EventLog', 'AuditLog'])(
    '%s documents are only added',
    (name) => {
      expect(documents(name).appendOnly).toBe(true)
    },
  )

  it.each(['LlmCall', 'ToolCall', 'UsageRecord', 'Contract', 'LeadActivity'])('%s rows are only added', (name) => {
    expect(rows(name).appendOnly).toBe(true)
    expect(entity(name).softDelete).toBeUndefined()
  })

  it('cuts the calls of language models by month', () => {
    expect(rows('LlmCall').partition).toMatchObject({ by: 'created_on', every: 'month' })
    expect(rows('LlmCall').primaryKey).toEqual(['id', 'created_on'])
  })

  it('signs URLs for 15 minutes', () => {
    expect(model.project.stores.s3?.presignSeconds).toBe(900)
  })
})

describe('promises', () => {
  it.each([
    ['Strategy', 'one_active_strategy'],
    ['Subscription', 'one_current_subscription'],
    ['OnboardingRun', 'one_open_onboarding_run'],
  ])('%s has at most one that counts for each tenant', (name, unique) => {
    const found = rows(name).uniques.find((one) => one.name.text === unique)
    expect(found).toMatchObject({ fields: ['tenant'], scope: 'tenant', full: false })
    expect(found?.where.map(({ field }) => field)).toEqual(['status'])
  })

  it.each([
    ['ChannelScore', ['tenant', 'channel', 'month']],
    ['DeliverablePeriod', ['tenant', 'deliverable', 'month']],
    ['ActivityRun', ['tenant', 'activity', 'attempt']],
    ['User', ['tenant', 'email']],
  ])('%s is unique by %j', (name, fields) => {
    expect(rows(name).uniques.map((unique) => unique.fields)).toContainEqual(fields)
  })

  it('is looked up before the tenant is known in three places', () => {
    const found = inPostgres(model).flatMap(({ name, postgres }) =>
      postgres.fields.filter(({ lookup }) => lookup === 'global').map((field) => `${name}.${field.name}`),
    )
    expect(found).toEqual(['Session.token_hash', 'Tenant.ref_id', 'User.email'])
  })

  it.each([
    ['Activity', ['tenant', 'status', 'created_on']],
    ['Session', ['expires_on']],
    ['LlmCall', ['tenant', 'created_on']],
    ['ToolCall', ['tenant', 'activity', 'created_on']],
    ['ToolCall', ['tenant', 'activity_run', 'created_on']],
    ['Backlink', ['tenant', 'status', 'created_on']],
    ['Backlink', ['tenant', 'activity', 'status']],
    ['Lead', ['tenant', 'status', 'created_on']],
    ['Lead', ['tenant', 'handled_by', 'status', 'follow_up_on']],
    ['ChannelScore', ['tenant', 'month', 'delta']],
  ])('%s is found by %j', (name, fields) => {
    expect(rows(name).indexes.map((index) => index.fields.map(({ field }) => field))).toContainEqual(fields)
  })

  it.each([
    ['BlogPost', 'in_review'],
    ['SocialPost', 'in_review'],
    ['SearchTermClassification', 'awaiting_review'],
    ['AdOptimizationRecommendation', 'proposed'],
  ])('%s has a review queue', (name, status) => {
    const queues = rows(name).indexes.filter((index) => index.name.text.endsWith('review_queue'))
    expect(queues.map(({ where }) => where)).toEqual([[{ field: 'status', is: 'equal', value: status }]])
  })

  it('searches skills by weighted words', () => {
    const weights = documents('Skill').textIndex?.weights.map(({ field, weight }) => [field, weight])
    expect(weights).toEqual([
      ['name', 10],
      ['summary', 5],
      ['content', 1],
    ])
  })

  it('gives a life cycle to every field called status that is a state machine', () => {
    const without = inPostgres(model)
      .filter(({ postgres }) => postgres.lifecycle === undefined)
      .filter(({ postgres }) => postgres.fields.some(({ name }) => name === 'status'))
    // A finished call never moves: its status is how it ended.
    expect(without.map(({ name }) => name)).toEqual(['LlmCall', 'ToolCall'])
    for (const { postgres } of inPostgres(model)) {
      for (const state of postgres.lifecycle?.states ?? []) expect(state.about).toMatch(/\w/)
    }
  })
})
