import { expect, test } from 'vitest'
import { fixAllEdit } from '../../generator/lsp/actions/fix-all.ts'
import { ProjectState } from '../../generator/lsp/project-state.ts'
import { Workspace } from '../../generator/workspace/workspace.ts'
import { memoryReader } from '../support/memory-reader.ts'
import { care, clinic, clinicText } from './clinic.ts'

test('fixing all leaves in every round what somebody has answered for outside of the spec', () => {
  const text = clinicText(care)
    .replace('        begins_on: timestamp', '        begins: timestamp')
    .replace('[status, begins_on desc]', '[status, begins desc]')
    .replace('email: email?', 'eMail: email?')
    .replace('- [email]', '- [eMail]')
  const files = clinic.map((file) => {
    const given = file.path === care ? text : file.text.replace('extends: minimal', 'extends: recommended')
    return [file.path, new TextEncoder().encode(given)] as const
  })
  const state = new ProjectState(
    {
      projectPath: 'spec/stowage.yaml',
      uriOf: (path) => `file:///clinic/${path}`,
      accept: (snapshot) => ({
        ...snapshot,
        diagnostics: snapshot.diagnostics.filter(({ code }) => code !== 'naming/field-case'),
      }),
    },
    new Workspace(memoryReader(new Map(files))),
    {},
  )
  state.edit(`file:///clinic/${care}`, care, 1, text)
  state.analyze()
  const document = state.document(care)
  if (document === undefined) throw new Error('not open')
  const edit = JSON.stringify(fixAllEdit(state, document))
  expect(edit).toContain('begins_on')
  expect(edit).not.toContain('e_mail')
})
