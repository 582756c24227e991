import { describe, expect, it } from 'vitest'
import { inMongo, inPostgres, inS3 } from '../../generator/model/lookup.ts'
import { documents, model, object, rows, stored, target } from './reference-model.ts'

// All written by hand from the description of the reference system, not from the spec.

const tables: Readonly<Record<string, string>> = {
  Tenant: 'tenants',
  User: 'users',
  Session: 'sessions',
  Contract: 'contracts',
  Plan: 'plans',
  Subscription: 'subscriptions',
  Invoice: 'invoices',
  InvoiceLine: 'invoice_lines',
  UsageRecord: 'usage_records',
  Strategy: 'strategies',
  Goal: 'goals',
  Deliverable: 'deliverables',
  DeliverablePeriod: 'deliverable_periods',
  Activity: 'activities',
  ActivityRun: 'activity_runs',
  ActivityTemplate: 'activity_templates',
  RecurringTaskTemplate: 'recurring_task_templates',
  LlmCall: 'llm_calls',
  ToolCall: 'tool_calls',
  Channel: 'channels',
  ChannelScore: 'channel_scores',
  BlogRequest: 'blog_requests',
  BlogPost: 'blog_posts',
  SocialMediaRequest: 'social_media_requests',
  SocialPost: 'social_posts',
  Backlink: 'backlinks',
  Campaign: 'campaigns',
  AdCampaign: 'ad_campaigns',
  AdKeyword: 'ad_keywords',
  SearchTermReport: 'search_term_reports',
  SearchTermClassification: 'search_term_classifications',
  AdOptimizationRecommendation: 'ad_optimization_recommendations',
  Lead: 'leads',
  LeadActivity: 'lead_activities',
  AgentConfig: 'agent_configs',
  OnboardingRun: 'onboarding_runs',
}

const collections: Readonly<Record<string, string>> = {
  Strategy: 'strategies_content',
  ActivityOutput: 'activity_outputs',
  ToolCall: 'tool_call_logs',
  AgentStreamDelta: 'agent_stream_deltas',
  EventLog: 'event_logs',
  AuditLog: 'audit_logs',
  Skill: 'skills',
  OnboardingRun: 'onboarding_research',
}

const objects: Readonly<Record<string, readonly string[]>> = {
  ActivityOutput: ['content', 'data'],
  Contract: ['pdf'],
  OnboardingRun: ['site', 'competitors', 'context_file'],
  Strategy: ['narrative'],
}

/** The tree of relations: table and column to the entity that the column refers to. */
const relations: readonly (readonly [entity: string, column: string, target: string])[] = [
  ['Session', 'opened_by', 'User'],
  ['Contract', 'accepted_by', 'User'],
  ['Subscription', 'plan_id', 'Plan'],
  ['Goal', 'strategy_id', 'Strategy'],
  ['Deliverable', 'goal_id', 'Goal'],
  ['DeliverablePeriod', 'deliverable_id', 'Deliverable'],
  ['Activity', 'deliverable_period_id', 'DeliverablePeriod'],
  ['ActivityRun', 'activity_id', 'Activity'],
  ['ActivityRun', 'output_ref', 'ActivityOutput'],
  ['LlmCall', 'activity_run_id', 'ActivityRun'],
  ['ToolCall', 'activity_id', 'Activity'],
  ['ToolCall', 'activity_run_id', 'ActivityRun'],
  ['BlogRequest', 'channel_id', 'Channel'],
  ['BlogPost', 'blog_request_id', 'BlogRequest'],
  ['BlogPost', 'channel_id', 'Channel'],
  ['BlogPost', 'output_ref', 'ActivityOutput'],
  ['BlogPost', 'reviewed_by', 'User'],
  ['SocialMediaRequest', 'channel_id', 'Channel'],
  ['SocialPost', 'social_media_request_id', 'SocialMediaRequest'],
  ['SocialPost', 'channel_id', 'Channel'],
  ['SocialPost', 'output_ref', 'ActivityOutput'],
  ['ChannelScore', 'channel_id', 'Channel'],
  ['AdCampaign', 'channel_id', 'Channel'],
  ['AdKeyword', 'ad_campaign_id', 'AdCampaign'],
  ['SearchTermReport', 'ad_keyword_id', 'AdKeyword'],
  ['SearchTermClassification', 'search_term_report_id', 'SearchTermReport'],
  ['SearchTermClassification', 'reviewed_by', 'User'],
  ['AdOptimizationRecommendation', 'classification_id', 'SearchTermClassification'],
  ['Backlink', 'activity_id', 'Activity'],
  ['Lead', 'handled_by', 'User'],
  ['LeadActivity', 'lead_id', 'Lead'],
  ['OnboardingRun', 'reviewed_by', 'User'],
  ['RecurringTaskTemplate', 'source_id', 'RecurringTaskTemplate'],
  ['ActivityTemplate', 'source_id', 'ActivityTemplate'],
]

/** Columns that the description names, beyond keys, references and mixins. */
const columns: readonly (readonly [entity: string, columns: readonly string[]])[] = [
  ['Strategy', ['version', 'status', 'starts_on', 'approved_by', 'approved_on', 'content_ref']],
  ['Contract', ['accepted_on', 'pdf_s3_key']],
  ['OnboardingRun', ['status', 'reviewed_by', 'context_file_id']],
  ['ToolCall', ['name', 'method', 'status', 'duration_ms']],
  ['BlogPost', ['status', 'word_count']],
  ['SocialPost', ['status', 'platform']],
  ['AdCampaign', ['external_campaign_id']],
  ['AdKeyword', ['external_keyword_id']],
  ['Session', ['expires_on', 'token_hash']],
  ['ChannelScore', ['month', 'score', 'delta']],
  ['LlmCall', ['input_tokens', 'output_tokens', 'cost_usd']],
  ['SearchTermClassification', ['status', 'pushed_on', 'reviewed_on']],
]

describe('placement', () => {
  it('keeps the rows, documents and objects of the description, and no others', () => {
    expect(Object.fromEntries(inPostgres(model).map(({ name, postgres }) => [name, postgres.table.text]))).toEqual(
      tables,
    )
    expect(Object.fromEntries(inMongo(model).map(({ name, mongo }) => [name, mongo.collection.text]))).toEqual(
      collections,
    )
    expect(Object.fromEntries(inS3(model).map(({ name, s3 }) => [name, s3.objects.map((one) => one.name)]))).toEqual(
      objects,
    )
  })

  it('says of each part why it is there', () => {
    for (const { name, postgres, mongo, s3 } of model.entities) {
      for (const part of [postgres, mongo, s3]) if (part !== undefined) expect(part.why, name).toMatch(/\w/)
    }
  })

  it('names its rules of thumb, one for each store', () => {
    expect(model.project.placement.map(({ store }) => store)).toEqual(['postgres', 'mongo', 's3'])
  })
})

describe('relations', () => {
  it.each(relations)('%s.%s refers to %s', (name, column, expected) => {
    expect(target(rows(name), column)).toBe(expected)
  })

  it.each(columns)('%s has its columns', (name, expected) => {
    const have = rows(name).fields.map(({ physical }) => physical.text)
    expect(expected.filter((column) => !have.includes(column))).toEqual([])
  })

  it('never refers to a call of a language model', () => {
    expect(model.references.get('LlmCall') ?? []).toEqual([])
  })
})

describe('split entities', () => {
  it('reach their documents by a pointer that may be empty', () => {
    const pointers = [
      ['Strategy', 'content_ref'],
      ['OnboardingRun', 'research_ref'],
      ['ToolCall', 'log_ref'],
    ] as const
    for (const [name, column] of pointers) {
      expect(stored(rows(name), column)).toMatchObject({ type: { kind: 'part', store: 'mongo' }, optional: true })
      const ids = documents(name).fields.filter(({ publicId }) => publicId)
      expect(ids.map(({ physical }) => physical.text)).toEqual(['refId'])
      expect(documents(name).uniques).toEqual([])
    }
  })

  it('keep the keys of their objects', () => {
    const keys = [
      [documents('ActivityOutput'), 's3Key', 'content'],
      [documents('Strategy'), 's3Key', 'narrative'],
      [documents('OnboardingRun'), 'siteS3Key', 'site'],
      [documents('OnboardingRun'), 'competitorsS3Key', 'competitors'],
      [documents('OnboardingRun'), 'contextFileS3Key', 'context_file'],
      [rows('Contract'), 'pdf_s3_key', 'pdf'],
    ] as const
    for (const [part, physical, called] of keys) {
      expect(stored(part, physical).type).toEqual({ kind: 'key', object: called })
    }
  })

  it('put what changes on the root part alone', () => {
    for (const { mongo, root } of inMongo(model)) {
      if (root === 'mongo') continue
      expect(mongo.fields.filter(({ origin }) => origin.kind === 'mixin' && origin.role !== 'base')).toEqual([])
    }
  })

  it('end each key with the attempt', () => {
    for (const { s3 } of model.entities) {
      for (const { pathText } of s3?.objects ?? []) expect(pathText).toMatch(/\{object\}\.(md|json|txt|pdf)$/)
    }
  })

  it('put the context file under its id', () => {
    expect(object('OnboardingRun', 'context_file').pathText).toContain('/{context_file_id}/')
  })
})
