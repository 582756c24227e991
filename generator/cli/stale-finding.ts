import { assertNever } from '../base/internal-error.ts'
import type { Code } from '../diagnostic/codes.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Change, ChangeKind } from '../output/plan.ts'
import { outputPath } from './change-list.ts'

/** What brings files of a kind up to date, and what overwrites those that somebody changed by hand. */
export interface Remedy {
  readonly command: string
  readonly force: string
}

/** The finding that a file of the output is not what the spec makes of it now. Its place is the file, at its start. */
export function staleFinding({ kind, path, blockedBy }: Change, root: string, remedy: Remedy): readonly Diagnostic[] {
  const told = toldOf(kind, blockedBy, remedy)
  if (told === undefined) return []
  const file = { path: outputPath(root, path), text: '' }
  return [{ ...told, severity: 'error', span: { file, start: 0, end: 0 } }]
}

function toldOf(
  kind: ChangeKind,
  blockedBy: string | undefined,
  { command, force }: Remedy,
): { readonly code: Code; readonly message: string; readonly help: string } | undefined {
  const help = `run \`${command}\``
  const byHand = `take the change into the spec, or move the file away; \`${force}\` overwrites it`
  switch (kind) {
    case 'create':
      return { code: 'output/missing', message: 'the spec makes this file, and it is not there', help }
    case 'update':
      return { code: 'output/stale', message: 'this file is not what the spec makes of it now', help }
    case 'delete':
      return { code: 'output/surplus', message: 'the spec no longer makes this file', help }
    case 'edited':
      return { code: 'output/edited', message: 'this generated file was changed by hand', help: byHand }
    case 'foreign': {
      const what = blockedBy === undefined ? 'what stands here' : `\`${blockedBy}\`, which is no folder,`
      return { code: 'output/foreign', message: `${what} is in the way, and stowage did not make it`, help: byHand }
    }
    case 'same':
      return undefined
    default:
      return assertNever(kind)
  }
}
