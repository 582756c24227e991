import { setTimeout } from 'node:timers/promises'
import type { Aspect, Finding, WantedBucket } from './aspect.ts'
import type { BucketApi } from './bucket-api.ts'
import { examine, mayNot, unsupported } from './examine.ts'
import { isAnswer, isUnsupported, type ServerError, serverError } from './server-error.ts'

/**
 * Sets one side of a bucket and looks whether the server keeps it: some take what they do not know for another command, and
 * say that all is well.
 */
export async function mend(
  api: BucketApi,
  bucket: WantedBucket,
  aspect: Aspect,
  findings: readonly Finding[],
): Promise<{ readonly mended: readonly Finding[]; readonly left: readonly Finding[] }> {
  const refused = new Map<Finding['mend'], ServerError | undefined>()
  for (const { mend: command } of findings) {
    if (!refused.has(command)) refused.set(command, await set(api, command))
  }
  const left = findings.flatMap((finding) => {
    const said = refused.get(finding.mend)
    return said === undefined ? [] : [notTaken(finding, said)]
  })
  const taken = findings.filter(({ mend: command }) => refused.get(command) === undefined)
  const lost = await notKept(api, bucket, aspect, taken)
  return {
    mended: taken.filter(({ fact }) => !lost.has(fact)),
    left: [...left, ...taken.filter(({ fact }) => lost.has(fact)).map(withoutEffect)],
  }
}

async function set(api: BucketApi, command: Finding['mend']): Promise<ServerError | undefined> {
  try {
    await settled(async () => command?.(api))
    return undefined
  } catch (error) {
    const said = isAnswer(error)
    if (said === undefined) throw error
    return said
  }
}

function notTaken(finding: Finding, said: ServerError): Finding {
  if (isUnsupported(said)) return unsupported(finding, said)
  return { ...finding, found: `${finding.found ?? ''}; refused: ${said.code}`, help: finding.help ?? mayNot(said) }
}

/** The facts that still differ; on AWS a setting may take a moment until it is read. */
async function notKept(
  api: BucketApi,
  bucket: WantedBucket,
  aspect: Aspect,
  taken: readonly Finding[],
): Promise<ReadonlySet<string>> {
  if (taken.length === 0) return new Set()
  for (const pause of [...pauses.slice(0, 3), undefined]) {
    const facts = new Set((await examine(api, bucket, aspect)).map(({ fact }) => fact))
    if (pause === undefined || !taken.some(({ fact }) => facts.has(fact))) return facts
    await setTimeout(pause)
  }
  return new Set()
}

function withoutEffect(finding: Finding): Finding {
  return {
    ...finding,
    found: `${finding.found ?? ''}, though the server accepted the command`,
    help: 'verify again in a minute; if it stays, the server accepts what it does not know: use one that does',
  }
}

/** Milliseconds between tries. A bucket that was just made may not be known everywhere, or be in another process's hands. */
const pauses: readonly number[] = [100, 300, 800, 1600]

async function settled(command: () => Promise<unknown>): Promise<void> {
  for (const pause of [...pauses, undefined]) {
    try {
      await command()
      return
    } catch (error) {
      if (pause === undefined || !mayPass(error)) throw error
      // Not all at the same moment again.
      await setTimeout(pause * (0.5 + Math.random()))
    }
  }
}

/** Ceph's gateway answers 500 where two processes set one life cycle at once; AWS has a code for such things. */
function mayPass(error: unknown): boolean {
  const said = serverError(error)
  if (said === undefined) return false
  return said.code === 'NoSuchBucket' || said.code === 'OperationAborted' || (said.status >= 500 && said.status !== 501)
}
