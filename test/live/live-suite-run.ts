import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emitters } from '../../generator/emit/index.ts'
import type { StoreReport } from '../../templates/conformance/live/report.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { type Ended, runProcess } from '../support/run-process.ts'
import { ProjectFolder } from './project-folder.ts'

/** Everything that is generated for a spec, in a folder of its own. */
export function projectOf(spec: string): ProjectFolder {
  const model = soundModel(spec)
  return new ProjectFolder(emitters.flatMap((emitter) => [...emitter.emit(model)]))
}

/** A run of the generated tests whose names begin so, as a user runs them: of this run's environment nothing is seen. */
export async function runLiveSuite(
  project: ProjectFolder,
  which: string,
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const { CI: _, ...own } = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|POSTGRES_|MONGO_|S3_|AWS_|STOWAGE_)/.test(name)),
  )
  const vitest = join(process.cwd(), 'node_modules/vitest/vitest.mjs')
  const env = { ...own, NO_COLOR: '1', ...environment }
  return runProcess(process.execPath, [vitest, 'run', '--root', project.path, which], { cwd: project.path, env })
}

export function reportIn(project: ProjectFolder, store: 'postgres' | 'mongo' | 's3'): StoreReport {
  return JSON.parse(readFileSync(join(project.path, `report/${store}.json`), 'utf8'))
}
