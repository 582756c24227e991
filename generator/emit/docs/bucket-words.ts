import { counted } from '../../base/plural.ts'
import type { Bucket } from '../../model/project.ts'
import type { Inline } from '../../print/markdown/inline.ts'
import { sentences } from './words.ts'

/** How long a bucket keeps what is in it, and what it removes by itself. */
export function keeping({ abortUploadsDays, expireDays, lock, noncurrentExpireDays, versioned }: Bucket): Inline {
  return sentences([
    lock === undefined ? '' : `Object Lock: for ${lockWords(lock)}.`,
    versioned ? 'Versioned.' : '',
    expireDays === undefined ? '' : `Objects expire after ${counted(expireDays, 'day')}.`,
    noncurrentExpireDays === undefined ? '' : `Replaced versions expire after ${counted(noncurrentExpireDays, 'day')}.`,
    `Unfinished uploads go after ${counted(abortUploadsDays, 'day')}.`,
  ])
}

export function lockWords({ mode, retain, retainDays }: NonNullable<Bucket['lock']>): string {
  return `${retain} (${counted(retainDays, 'day')}), ${mode} mode`
}
