import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Model } from '../../generator/model/model.ts'
import { analyzeFolder } from './analyze-folder.ts'

/** The reference spec and every case of the tests that holds no mistake, by folder. */
export function soundSpecs(): ReadonlyMap<string, Model> {
  const folders = [
    'spec',
    ...globSync('test/cases/*/spec/stowage.yaml')
      .map((path) => dirname(path))
      .sort(),
  ]
  const models = new Map<string, Model>()
  for (const folder of folders) {
    const { diagnostics, model } = analyzeFolder(folder)
    if (model !== undefined && !diagnostics.some(({ severity }) => severity === 'error')) models.set(folder, model)
  }
  return models
}
