import { capacityReport } from '../../capacity/capacity-report.ts'
import { renderText } from '../../report/text.ts'
import { renderCapacity } from '../capacity-text.ts'
import { compile, verdictOn } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'

export interface CapacityOptions {
  readonly tenants: number
  readonly format: 'text' | 'json'
}

export async function capacityCommand(session: Session, { tenants, format }: CapacityOptions): Promise<ExitCode> {
  const { io } = session
  const compilation = await compile(session, new Stages(io))
  const { model } = compilation
  if (model === undefined) {
    io.stderr.write(renderText(compilation, session.err))
    return verdictOn(compilation)
  }
  const report = capacityReport(model, tenants)
  const hasTenants = model.project.tenancy !== undefined
  io.stdout.write(
    format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : renderCapacity(report, hasTenants, session.out),
  )
  return clean
}
