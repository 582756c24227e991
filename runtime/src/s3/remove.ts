import { ObjectLocked, type ObjectPlace } from '../stores/objects.ts'
import type { Call } from './copy.ts'
import { answerOf, isAbsent } from './errors.ts'

/** @throws ObjectLocked where a lock keeps a version; the others are removed all the same */
export async function removeObject(call: Call, { bucket, key, versionId }: ObjectPlace): Promise<void> {
  if (versionId !== undefined) {
    await removeVersion(call, bucket, key, versionId)
    return
  }
  let locked: unknown
  for await (const id of versionsOf(call, bucket, key)) {
    try {
      await removeVersion(call, bucket, key, id)
    } catch (error) {
      if (!(error instanceof ObjectLocked)) throw error
      locked = error
    }
  }
  if (locked !== undefined) throw locked
}

async function removeVersion(call: Call, bucket: string, key: string, id: string | undefined): Promise<void> {
  const { client, sdk } = call
  const address = { Bucket: bucket, Key: key, ...(id === undefined ? {} : { VersionId: id }) }
  try {
    await client.send(new sdk.DeleteObjectCommand(address))
  } catch (error) {
    if (isAbsent(error)) return
    if (answerOf(error).status === 403 && (await isLocked(call, address))) {
      throw new ObjectLocked('a lock keeps it', { cause: error })
    }
    throw error
  }
}

async function isLocked({ client, sdk }: Call, address: { Bucket: string; Key: string }): Promise<boolean> {
  try {
    const head = await client.send(new sdk.HeadObjectCommand(address))
    const { ObjectLockRetainUntilDate: until, ObjectLockLegalHoldStatus: hold } = head
    return hold === 'ON' || (until !== undefined && until.getTime() > Date.now())
  } catch {
    // It was refused, and nobody says that it is a lock.
    return false
  }
}

/** All versions of one key and the markers among them; `undefined` alone where the server keeps no versions. */
async function* versionsOf({ client, sdk }: Call, bucket: string, key: string): AsyncGenerator<string | undefined> {
  let from: { KeyMarker?: string; VersionIdMarker?: string } = {}
  for (;;) {
    const command = new sdk.ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...from })
    const page = await client.send(command).catch((error: unknown) => {
      const { status } = answerOf(error)
      if (status === 405 || status === 501) return undefined
      throw error
    })
    if (page === undefined) {
      yield undefined
      return
    }
    for (const { Key, VersionId } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) {
      if (Key === key) yield VersionId
    }
    const { IsTruncated, NextKeyMarker, NextVersionIdMarker } = page
    // The key itself comes first of all that begin with it.
    if (IsTruncated !== true || NextKeyMarker !== key) return
    from = {
      KeyMarker: NextKeyMarker,
      ...(NextVersionIdMarker === undefined ? {} : { VersionIdMarker: NextVersionIdMarker }),
    }
  }
}
