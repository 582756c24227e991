import type { LifecycleRule } from '@aws-sdk/client-s3'
import { type Aspect, defineAspect, type Finding } from '../aspect.ts'
import type { BucketApi } from '../bucket-api.ts'
import type { LifecycleRuleDescription } from '../description.ts'
import { serverError } from '../server-error.ts'

export const lifecycle: Aspect = defineAspect<readonly LifecycleRule[]>({
  name: 'lifecycle',
  absent: ['NoSuchLifecycleConfiguration'],
  read: readRules,
  compare({ description, name }, found = []) {
    const wanted = description.lifecycle.Rules
    const byId = new Map(found.map((rule) => [rule.ID ?? '', rule]))
    const known = new Set(wanted.map(({ ID }) => ID))
    const missing = wanted.filter(({ ID }) => !byId.has(ID))
    // All that is missing in one command: of several processes the last one then takes nothing back.
    const add = (api: BucketApi): Promise<unknown> => putRules(api, name, missing)
    const replace = (api: BucketApi): Promise<unknown> => putRules(api, name, wanted)
    return [
      ...wanted.flatMap((rule): readonly Finding[] => {
        const held = byId.get(rule.ID)
        const differs: Finding = { fact: `lifecycle rule ${rule.ID}`, wanted: ruleText(rule), remedy: 'add', mend: add }
        if (held === undefined) return [{ ...differs, found: 'none' }]
        if (ruleText(held) === differs.wanted) return []
        const help = 'set the described one with `stowage apply --replace`'
        return [{ ...differs, found: ruleText(held), help, remedy: 'replace', mend: replace }]
      }),
      ...found.filter(({ ID = '' }) => !known.has(ID)).map(unknownRule),
    ]
  },
})

async function readRules(api: BucketApi, bucket: string): Promise<readonly LifecycleRule[] | undefined> {
  return (await api.getBucketLifecycleConfiguration({ Bucket: bucket })).Rules
}

function unknownRule(rule: LifecycleRule): Finding {
  return {
    fact: `lifecycle rule ${rule.ID ?? 'without an id'}`,
    found: ruleText(rule),
    help: 'say it in the spec, or remove it by hand',
    remedy: 'leave',
  }
}

/** The rules of a bucket are written as one: the others that are there stay. */
async function putRules(api: BucketApi, bucket: string, rules: readonly LifecycleRuleDescription[]): Promise<unknown> {
  const ids = new Set<string | undefined>(rules.map(({ ID }) => ID))
  const others = (await currentRules(api, bucket)).filter(({ ID }) => !ids.has(ID))
  const described = rules.map(({ Filter, ...rule }): LifecycleRule => ({ ...rule, Filter: { ...Filter } }))
  return api.putBucketLifecycleConfiguration({
    Bucket: bucket,
    LifecycleConfiguration: { Rules: [...others, ...described] },
  })
}

async function currentRules(api: BucketApi, bucket: string): Promise<readonly LifecycleRule[]> {
  try {
    return (await readRules(api, bucket)) ?? []
  } catch (error) {
    const said = serverError(error)
    if (said !== undefined && lifecycle.absent.includes(said.code)) return []
    throw error
  }
}

/** What a rule does, in one order; a filter that filters nothing is left out: servers write it in four ways. */
function ruleText({ ID: _, Status, Filter, ...rest }: LifecycleRule | LifecycleRuleDescription): string {
  const { Prefix, ...actions } = { Prefix: undefined, ...rest }
  const filter = { ...Filter, Prefix: Filter?.Prefix ?? Prefix }
  const narrowed = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  const parts = Object.entries(actions).filter(([, value]) => value !== undefined && !isEmptyList(value))
  const said = [...(narrowed.length === 0 ? [] : [['Filter', Object.fromEntries(narrowed)] as const]), ...parts]
  const text = said.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name} ${inner(value)}`)
  return [...(Status === 'Enabled' ? [] : [`${Status}:`]), ...text].join(' ')
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function inner(value: unknown): string {
  const said = Object.entries(Object(value)).filter(([, item]) => item !== undefined && item !== false)
  return said
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => `${name}=${typeof item === 'object' ? JSON.stringify(item) : String(item)}`)
    .join(',')
}
