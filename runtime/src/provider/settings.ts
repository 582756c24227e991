import type { Description } from '../description/description.ts'
import { type InputIssue, InvalidInput } from '../errors/errors.ts'
import { defaultRetries, type RetryOptions } from '../retry/retrying.ts'
import { defaultTimeouts, type ProviderOptions, type S3Credentials, type Timeouts } from './options.ts'

/** Options with what the environment and the defaults add; complete for the stores that the spec has. */
export interface Settings {
  readonly postgres?: { readonly url: string; readonly systemUrl?: string }
  readonly mongo?: { readonly url: string; readonly systemUrl?: string }
  readonly s3?: {
    readonly endpoint?: string
    readonly region?: string
    readonly credentials?: S3Credentials
    readonly pathStyle: boolean
    readonly buckets: Readonly<Record<string, string>>
    readonly retain?: number
  }
  readonly maxConnections: number
  readonly timeouts: Timeouts
  readonly retries: RetryOptions
}

export type Environment = Readonly<Record<string, string | undefined>>

/** @throws InvalidInput that names all that is missing or wrong, and never a URL: it may hold a password. */
export function settingsOf(
  description: Description,
  options: ProviderOptions,
  environment: Environment = process.env,
): Settings {
  const issues: InputIssue[] = []
  const needs = neededBy(description)
  const urlOf = (given: string | undefined, member: string, variable: string | undefined, form: UrlForm): string => {
    const url = given ?? fromEnvironment(environment, variable)
    if (url === undefined) issues.push({ path: [member], message: missing(form.what, variable) })
    else if (!form.protocols.some((protocol) => url.startsWith(`${protocol}//`)) || !URL.canParse(hostless(url)))
      issues.push({ path: [member], message: `is no URL of ${form.what}: it begins with ${form.protocols[0]}//` })
    return url ?? ''
  }
  const { systemPostgresUrl, systemMongoUrl } = options
  const settings: Settings = {
    ...(needs.postgres
      ? {
          postgres: {
            url: urlOf(options.postgresUrl, 'postgresUrl', description.urls.postgres, postgresForm),
            ...(systemPostgresUrl === undefined
              ? {}
              : { systemUrl: urlOf(systemPostgresUrl, 'systemPostgresUrl', undefined, postgresForm) }),
          },
        }
      : {}),
    ...(needs.mongo
      ? {
          mongo: {
            url: urlOf(options.mongoUrl, 'mongoUrl', description.urls.mongo, mongoForm),
            ...(systemMongoUrl === undefined
              ? {}
              : { systemUrl: urlOf(systemMongoUrl, 'systemMongoUrl', undefined, mongoForm) }),
          },
        }
      : {}),
    ...(description.s3 === undefined ? {} : { s3: s3Settings(description.s3, options.s3 ?? {}, environment, issues) }),
    maxConnections: positive(options.pool?.max ?? 10, 'pool.max', issues),
    timeouts: positives({ ...defaultTimeouts, ...options.timeouts }, 'timeouts', issues),
    retries: positives({ ...defaultRetries, ...options.retries }, 'retries', issues),
  }
  if (issues.length > 0) throw new InvalidInput('options of createProvider', issues)
  return settings
}

interface UrlForm {
  readonly what: string
  readonly protocols: readonly string[]
}

const postgresForm: UrlForm = { what: 'PostgreSQL', protocols: ['postgresql:', 'postgres:'] }
const mongoForm: UrlForm = { what: 'MongoDB', protocols: ['mongodb:', 'mongodb+srv:'] }

/** MongoDB's URLs may name several hosts, and PostgreSQL's a socket instead of one, which `URL` does not read. */
function hostless(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)(?:[^/?#]*@)?[^/?#]*/, '$1host')
}

function neededBy({ entities }: Description): { readonly postgres: boolean; readonly mongo: boolean } {
  const all = Object.values(entities)
  return {
    postgres: all.some(({ table }) => table !== undefined),
    mongo: all.some(({ documents }) => documents !== undefined),
  }
}

function s3Settings(
  facts: NonNullable<Description['s3']>,
  given: NonNullable<ProviderOptions['s3']>,
  environment: Environment,
  issues: InputIssue[],
): NonNullable<Settings['s3']> {
  const endpoint = given.endpoint ?? fromEnvironment(environment, facts.endpoint)
  const region = given.region ?? fromEnvironment(environment, facts.region)
  if (endpoint !== undefined && !(URL.canParse(endpoint) && /^https?:/.test(endpoint)))
    issues.push({ path: ['s3', 'endpoint'], message: 'is no URL: it begins with https:// or http://' })
  if (region === undefined && endpoint === undefined)
    issues.push({ path: ['s3', 'region'], message: missing('the region', facts.region) })
  const buckets = Object.entries(facts.buckets).map(([name, { env }]): [string, string] => {
    const real = given.buckets?.[name] ?? fromEnvironment(environment, env)
    if (real === undefined) issues.push({ path: ['s3', 'buckets', name], message: missing('the bucket', env) })
    return [name, real ?? '']
  })
  for (const name of Object.keys(given.buckets ?? {}))
    if (!Object.hasOwn(facts.buckets, name))
      issues.push({ path: ['s3', 'buckets'], message: `the spec has ${Object.keys(facts.buckets).join(', ')} alone` })
  return {
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region === undefined ? {} : { region }),
    ...(given.credentials === undefined ? {} : { credentials: given.credentials }),
    pathStyle: given.pathStyle ?? facts.pathStyle,
    buckets: Object.fromEntries(buckets),
    ...(given.retain === undefined ? {} : { retain: given.retain }),
  }
}

/** An empty variable is one that was not set. */
function fromEnvironment(environment: Environment, variable: string | undefined): string | undefined {
  const value = variable === undefined ? undefined : environment[variable]
  return value === '' ? undefined : value
}

function missing(what: string, variable: string | undefined): string {
  return variable === undefined
    ? `${what} is not given`
    : `${what} is not given, and the environment variable ${variable} is not set`
}

function positive(value: number, member: string, issues: InputIssue[]): number {
  if (!(Number.isSafeInteger(value) && value > 0))
    issues.push({ path: member.split('.'), message: 'is to be a whole number above 0' })
  return value
}

function positives<Values extends object>(values: Values, member: string, issues: InputIssue[]): Values {
  for (const [name, value] of Object.entries(values)) positive(value, `${member}.${name}`, issues)
  return values
}
