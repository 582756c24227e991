import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core'
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js'
import { errorText } from './error-text.ts'
import { findProgram, isProgram } from './program.ts'
import { given } from './server.ts'

/** What is downloaded where no `mongod` is installed: the release that docker-compose.yml names too. */
export const mongoVersion = '7.0.40'

export type MongodBinary =
  | { readonly path: string; readonly origin: string }
  /** Where was looked in vain. */
  | { readonly why: readonly string[] }

/** A `mongod`: the one that is named, else one on the PATH, else one that was downloaded before or can be now. */
export async function mongodBinary(): Promise<MongodBinary> {
  const named = given('MONGOMS_SYSTEM_BINARY')
  if (named !== undefined) {
    if (!isProgram(named)) throw new Error(`MONGOMS_SYSTEM_BINARY: ${named} is no program`)
    return { path: named, origin: 'MONGOMS_SYSTEM_BINARY' }
  }
  const installed = findProgram('mongod')
  if (installed !== undefined) return { path: installed, origin: 'mongod on the PATH' }
  const why = ['there is no mongod on the PATH']
  if (given('MONGOMS_RUNTIME_DOWNLOAD') === 'false') return { why: [...why, 'downloads are switched off'] }
  const origin = 'downloaded by mongodb-memory-server-core'
  const before = await DryMongoBinary.locateBinary({ version: mongoVersion })
  if (before !== undefined) return { path: before, origin }
  const refusal = await noAnswer()
  if (refusal !== undefined) return { why: [...why, refusal] }
  return { path: await MongoBinary.getPath({ version: mongoVersion }), origin }
}

/** Why the download cannot be had, found out within five seconds, or nothing. */
async function noAnswer(): Promise<string | undefined> {
  try {
    const { platform } = process
    const { version, arch, os } = await DryMongoBinary.generateOptions({ version: mongoVersion })
    const url = await new MongoBinaryDownloadUrl({ version, platform, arch, os }).getDownloadUrl()
    const { status } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5_000) })
    return status === 200 ? undefined : `the download of MongoDB ${mongoVersion} answers ${status}`
  } catch (error) {
    return `the download of MongoDB ${mongoVersion} does not answer: ${errorText(error)}`
  }
}
