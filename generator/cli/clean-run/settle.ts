import { haveHashes } from './file-hashes.ts'
import { areAsStamped, stampsWhere } from './file-stamps.ts'
import { encodeStamp, type Stamp } from './stamp-format.ts'
import { StampDraft } from './stamp-place.ts'

/** Writes a stamp that holds once more, now that its youngest files are old enough for their times to show a change. */
export function settle(folder: string, stamp: Stamp): void {
  const draft = new StampDraft(folder)
  try {
    const now = draft.time()
    const young = stampsWhere(stamp.stamps, (path) => Object.hasOwn(stamp.unsettled, path))
    if (!areAsStamped(folder, young) || !haveHashes(folder, stamp.unsettled)) return
    const left = new Set(stampsWhere(young, (_, { content, anything }) => content >= now || anything >= now).paths)
    const unsettled = Object.entries(stamp.unsettled).filter(([path]) => left.has(path))
    draft.write(encodeStamp({ ...stamp, unsettled: Object.fromEntries(unsettled) }))
    draft.becomeStamp()
  } finally {
    draft.remove()
  }
}
