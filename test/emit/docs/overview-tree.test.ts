import { expect, test } from 'vitest'
import { docsEmitter } from '../../../generator/emit/docs/index.ts'
import { soundModel } from '../../support/analyze-folder.ts'

const overview = [...docsEmitter.emit(soundModel('spec'))].find(({ path }) => path === 'docs/overview.md')?.text ?? ''

/** Every table of the nested list with those above it, from the margin inwards. */
function branches(text: string): ReadonlyMap<string, string> {
  const above: string[] = []
  const found = new Map<string, string>()
  for (const [, indent = '', table = ''] of text.matchAll(/^( *)- \[`(\w+)`\]\(entities\/[a-z-]+\.md#table\)/gm)) {
    above.splice(indent.length / 2, above.length, table)
    found.set(table, above.join(' > '))
  }
  return found
}

// The tree of the description of the reference system, written by hand.
test.each([
  ['tool_calls', 'strategies > goals > deliverables > deliverable_periods > activities > activity_runs > tool_calls'],
  ['llm_calls', 'strategies > goals > deliverables > deliverable_periods > activities > activity_runs > llm_calls'],
  ['blog_posts', 'channels > blog_requests > blog_posts'],
  ['social_posts', 'channels > social_media_requests > social_posts'],
  ['channel_scores', 'channels > channel_scores'],
  [
    'search_term_classifications',
    'channels > ad_campaigns > ad_keywords > search_term_reports > search_term_classifications',
  ],
  ['lead_activities', 'leads > lead_activities'],
  ['backlinks', 'backlinks'],
  ['agent_configs', 'agent_configs'],
  ['activity_templates', 'recurring_task_templates > activity_templates'],
])('%s stands where it belongs', (table, branch) => {
  expect(branches(overview).get(table)).toBe(branch)
})
