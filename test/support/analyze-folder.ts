import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Analysis, analyze } from '../../generator/analyze.ts'
import { byCodeUnit } from '../../generator/base/order.ts'
import type { Model } from '../../generator/model/model.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'

/** Every YAML file of a folder as sources, the project file first. */
export function sourcesIn(folder: string): readonly SourceFile[] {
  const project = 'stowage.yaml'
  const others = globSync('**/*.yaml', { cwd: folder }).filter((path) => path !== project)
  return [project, ...others.sort(byCodeUnit)].map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

export function analyzeFolder(folder: string): Analysis {
  return analyze(sourcesIn(folder))
}

/** The model of a folder that must be sound: fails with its reports where it is not. */
export function soundModel(folder: string): Model {
  const { model, diagnostics } = analyzeFolder(folder)
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  if (model === undefined || errors.length > 0) {
    throw new Error(errors.map(({ code, message, span }) => `${code} ${span?.file.path}: ${message}`).join('\n'))
  }
  return model
}
