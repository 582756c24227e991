import { apply } from './apply.ts'
import type { FileSystem } from './file-system.ts'
import { type Ledger, outputLedger } from './output-path.ts'
import { effects, type Plan } from './plan.ts'
import { Staging } from './staging.ts'

/**
 * Carries out a plan without refusals where all texts are at hand.
 * @throws OutputError
 */
export function stageAndApply(
  root: string,
  plan: Plan,
  files: ReadonlyMap<string, { readonly text: string }>,
  fs: FileSystem,
  ledger: Ledger = outputLedger,
): void {
  const staging = new Staging(root, ledger, fs)
  staging.clear()
  try {
    for (const { path } of effects(plan.changes)) {
      const file = files.get(path)
      if (file !== undefined) staging.put(path, file.text)
    }
    apply(root, plan, staging, fs, ledger)
  } finally {
    staging.end()
  }
}
