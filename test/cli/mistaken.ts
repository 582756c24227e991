import { amend, articles, freshProject } from './specs.ts'

/** A project with two findings: an error and a warning. */
export function mistaken(): string {
  const folder = freshProject()
  amend(
    folder,
    'spec/stowage.yaml',
    'rules: { extends: recommended }',
    'rules: { extends: recommended, levels: { naming/field-case: warning } }',
  )
  amend(folder, articles, '      fields:\n', '      fields:\n        bornAt: timestamp?\n')
  return folder
}

/** The same with a warning alone. */
export function merelyWarned(): string {
  const folder = freshProject()
  amend(
    folder,
    'spec/stowage.yaml',
    'rules: { extends: recommended }',
    'rules: { extends: recommended, levels: { naming/timestamp-suffix: warning } }',
  )
  amend(folder, articles, '      fields:\n', '      fields:\n        born_at: timestamp?\n')
  return folder
}
