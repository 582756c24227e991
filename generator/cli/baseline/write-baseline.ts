import { counted } from '../../base/plural.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { SuppressedDiagnostic } from '../../diagnostic/suppression.ts'
import { baselineOf, isBroken } from '../../front/suppress/baseline.ts'
import { projectFile } from '../project-file.ts'
import type { Session } from '../session.ts'
import { type BaselineState, baselinePath, removeBaseline, writeBaselineFile } from './baseline.ts'

/** What a run found, and the baseline that there was. */
interface Run {
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
  readonly baseline?: BaselineState
}

/** What became of a baseline that was to be written. */
export interface Written {
  readonly ok: boolean
  /** What to say of it, with a final newline. */
  readonly said: string
}

/**
 * Writes the findings of a run as the project's baseline. One that is there only shrinks: what is gone is taken out, and a
 * finding that it does not hold is refused.
 */
export function writeBaseline(session: Session, run: Run, path: string = baselinePath(projectFile(session))): Written {
  const { folder } = session
  if (run.diagnostics.some(({ code }) => code === 'project/bad-baseline')) {
    return {
      ok: false,
      said: 'no baseline was written: restore the one that is there, or remove it and write a new one\n',
    }
  }
  if (isBroken(run.diagnostics)) {
    return {
      ok: false,
      said: 'no baseline was written: it holds findings of rules alone, and these errors keep rules from looking everywhere\n',
    }
  }
  const fresh = baselineOf(run)
  const { baseline } = run
  if (baseline === undefined) {
    if (fresh.length === 0)
      return { ok: true, said: 'there is nothing for a baseline to hold: no rule found anything\n' }
    return { ok: true, said: writeBaselineFile(folder, path, fresh) }
  }
  // Where something new is refused, an empty baseline stays: taken away, the next run would write what was refused.
  const done = baseline.kept.length === 0 && fresh.length === 0
  const said = done
    ? removeBaseline(folder, path)
    : baseline.gone.length === 0
      ? ''
      : writeBaselineFile(folder, path, baseline.kept)
  if (fresh.length === 0) return { ok: true, said: said === '' ? 'the baseline is as it was\n' : said }
  const found = `${counted(fresh.length, 'finding')} ${fresh.length === 1 ? 'is' : 'are'} not in the baseline, which only shrinks`
  return { ok: false, said: `${said}${found}: mend what is new, or answer for it where it stands\n` }
}
