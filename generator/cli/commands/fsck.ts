import type { Finding } from '../../../runtime/src/fsck/finding.ts'
import { type FsckSummary, fsck } from '../../../runtime/src/fsck/fsck.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { knownTenant } from '../../../runtime/src/tenants/known-tenant.ts'
import { renderText } from '../../report/text.ts'
import { compile, verdictOn } from '../compile.ts'
import { fsckFinding, fsckProgress, fsckSummary } from '../data/fsck-text.ts'
import { untilInterrupted } from '../data/interrupted.ts'
import { withStores } from '../data/with-stores.ts'
import { clean, type ExitCode, failed, findings } from '../exit-code.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'

export interface FsckCommandOptions {
  readonly tenant?: string
  readonly repair?: boolean
  /** Milliseconds. */
  readonly olderThan?: number
  readonly deep?: boolean
  readonly from?: string
  readonly format: 'text' | 'json'
}

/** Looks whether what lies in several stores fits together. Findings are printed as they are made. */
export async function fsckCommand(session: Session, options: FsckCommandOptions): Promise<ExitCode> {
  const { io } = session
  const stages = new Stages(io)
  const compilation = await compile(session, stages)
  const { model } = compilation
  if (model === undefined) {
    io.stderr.write(renderText(compilation, session.err))
    return verdictOn(compilation)
  }
  const { tenant: refId, repair = false, olderThan, deep = false, from, format } = options
  return await withStores(session, model, (stores) =>
    untilInterrupted(async (signal) => {
      const tenant = refId === undefined ? undefined : await knownTenant(stores, refId)
      if (refId !== undefined && tenant === undefined) throw new UserError(`there is no tenant ${refId}`)
      const check = fsck(stores, silent, {
        ...(tenant === undefined ? {} : { tenant }),
        ...(olderThan === undefined ? {} : { olderThanMs: olderThan }),
        ...(from === undefined ? {} : { from }),
        repair,
        deep,
        signal,
        onProgress: (summary) => stages.show(fsckProgress(summary)),
      })
      const printer = format === 'json' ? jsonPrinter(session) : textPrinter(session)
      let left = 0
      try {
        for await (const finding of check) {
          stages.clear()
          printer.finding(finding)
          if (finding.repair !== 'done') left += 1
        }
      } finally {
        stages.clear()
        printer.end(check.summary())
      }
      if (check.summary().next !== undefined) return failed
      return left === 0 ? clean : findings
    }),
  )
}

interface Printer {
  finding(finding: Finding): void
  end(summary: FsckSummary): void
}

function textPrinter({ io, out }: Session): Printer {
  return {
    finding: (finding) => io.stdout.write(fsckFinding(finding, out)),
    end: (summary) => io.stderr.write(fsckSummary(summary)),
  }
}

/** One document, a finding a line: however many there are, none is kept. */
function jsonPrinter({ io }: Session): Printer {
  let count = 0
  return {
    finding: (finding) => {
      io.stdout.write(`${count === 0 ? '{"findings":[\n' : ',\n'}${JSON.stringify(finding)}`)
      count += 1
    },
    end: (summary) => {
      io.stdout.write(`${count === 0 ? '{"findings":[' : '\n'}],"summary":${JSON.stringify(summary)}}\n`)
      if (summary.next !== undefined) io.stderr.write(fsckSummary(summary))
    },
  }
}
