import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Model } from '../../../generator/model/model.ts'
import { analyzeFolder, soundModel } from '../../support/analyze-folder.ts'

const root = join(import.meta.dirname, '../../..')

export function referenceModel(): Model {
  return soundModel(join(root, 'spec'))
}

/** The reference spec and every sound one of test/cases with its name; those that show a mistake are all alike. */
export function soundModels(): readonly (readonly [name: string, model: Model])[] {
  const folder = join(root, 'test/cases')
  const names = readdirSync(folder).filter(
    (name) => !name.startsWith('mistake-') && existsSync(join(folder, name, 'spec/stowage.yaml')),
  )
  const cases = names.sort().flatMap((name) => {
    const { model, diagnostics } = analyzeFolder(join(folder, name, 'spec'))
    const isSound = diagnostics.every(({ severity }) => severity !== 'error')
    return model !== undefined && isSound ? [[name, model] as const] : []
  })
  return [['spec', referenceModel()], ...cases]
}
