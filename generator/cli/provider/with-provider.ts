import type { Description } from '../../../runtime/src/description/description.ts'
import type { ProviderOptions } from '../../../runtime/src/provider/options.ts'
import { describeProvider } from '../../emit/provider/describe/describe.ts'
import type { Model } from '../../model/model.ts'
import { type ExitCode, failed, unavailable } from '../exit-code.ts'
import type { Session } from '../session.ts'
import { type LoadedPackage, type LoadedProvider, loadPackage } from './load-package.ts'

/** What a command works with that uses the generated data layer. */
export interface Opened extends LoadedPackage {
  readonly provider: LoadedProvider
  readonly description: Description
}

/**
 * Opens the project's own data layer at the stores that the environment names, and closes it after the work. Errors of the
 * data layer are told in two lines: what happened, and what to do.
 *
 * @throws UserError where the package is not built
 */
export async function withProvider(
  session: Session,
  model: Model,
  work: (opened: Opened) => Promise<ExitCode>,
  options: ProviderOptions = {},
): Promise<ExitCode> {
  const loaded = await loadPackage(session, model)
  const description = describeProvider(model)
  let provider: LoadedProvider | undefined
  try {
    provider = loaded.createProvider({ ...fromEnvironment(session, description), ...options })
    return await work({ ...loaded, provider, description })
  } catch (error) {
    if (!isOfDataLayer(error)) throw error
    session.io.stderr.write(`error: ${error.message}\n${error.advice}\n`)
    return error.code === 'unavailable' ? unavailable : failed
  } finally {
    await provider?.close()
  }
}

/** The variables as the command sees them; what is absent is told by the data layer itself. */
function fromEnvironment({ io: { env } }: Session, { urls, s3 }: Description): ProviderOptions {
  const read = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : env[name] || undefined
  const postgresUrl = read(urls.postgres)
  const mongoUrl = read(urls.mongo)
  const endpoint = read(s3?.endpoint)
  const region = read(s3?.region)
  const buckets = Object.entries(s3?.buckets ?? {}).flatMap(([name, { env: variable }]) => {
    const real = read(variable)
    return real === undefined ? [] : [[name, real]]
  })
  return {
    ...(postgresUrl === undefined ? {} : { postgresUrl }),
    ...(mongoUrl === undefined ? {} : { mongoUrl }),
    s3: {
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(region === undefined ? {} : { region }),
      buckets: Object.fromEntries(buckets),
    },
  }
}

interface DataLayerError extends Error {
  readonly code: string
  readonly advice: string
}

/** By its form: the runtime of the project is another copy than the one of these types. */
function isOfDataLayer(error: unknown): error is DataLayerError {
  return error instanceof Error && 'advice' in error && typeof error.advice === 'string' && 'code' in error
}
