import { expect, test } from 'vitest'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { care, clinic, clinicText } from './clinic.ts'
import { Editor, modern } from './editor.ts'

const staff = 'spec/domains/staff.yaml'
const base = 'spec/base.yaml'

/** A folder with the clinic in it, and an editor on it. */
async function clinicEditor(folder: TemporaryFolder, capabilities: typeof modern = modern): Promise<Editor> {
  folder.write(clinic)
  return Editor.on(folder.path, { capabilities })
}

test('a finding appears as it is typed, and goes as it is mended', async () => {
  using folder = new TemporaryFolder()
  const editor = await clinicEditor(folder)
  await editor.open(care, clinicText(care))
  const version = await editor.replace(care, 'ref(Patient)', 'ref(Patent)')
  const [found] = await editor.until(care, ({ diagnostics }) => diagnostics.length > 0)
  expect(found).toMatchObject({
    code: 'resolve/unknown-entity',
    codeDescription: { href: 'https://docs.clinic.example/rules/resolve/unknown-entity/' },
    severity: 1,
    source: 'stowage',
    range: { start: editor.position(care, 'Patent', 0), end: editor.position(care, 'Patent') },
  })
  expect(found?.message).toContain('did you mean `Patient`?')
  expect(version).toBe(2)
  await editor.replace(care, 'ref(Patent)', 'ref(Patient)')
  expect(await editor.until(care, ({ diagnostics }) => diagnostics.length === 0)).toEqual([])
  expect(await editor.end()).toBe(0)
})

test('an edit in one file shows what it breaks in another that is not open, and what it mends', async () => {
  using folder = new TemporaryFolder()
  const editor = await clinicEditor(folder)
  await editor.open(staff, clinicText(staff))
  await editor.replace(staff, '  Nurse:', '  Carer:')
  const [found] = await editor.until(base, ({ diagnostics }) => diagnostics.length > 0)
  expect(found).toMatchObject({ code: 'resolve/unknown-entity' })
  await editor.replace(staff, '  Carer:', '  Nurse:')
  await editor.until(base, ({ diagnostics }) => diagnostics.length === 0)
  await editor.end()
})

test('a clash names the other place, in the other file', { tags: ['full'] }, async () => {
  using folder = new TemporaryFolder()
  const editor = await clinicEditor(folder)
  await editor.open(care, clinicText(care))
  await editor.replace(care, 'domain: Care', 'domain: Staff')
  const found = await editor.until(staff, ({ diagnostics }) => diagnostics.length > 0)
  expect(found).toMatchObject([
    { code: 'resolve/duplicate-domain', relatedInformation: [{ location: { uri: editor.uri(care) } }] },
  ])
  await editor.end()
})

test('a version is that of the text in which a finding was made', { tags: ['full'] }, async () => {
  using folder = new TemporaryFolder()
  const editor = await clinicEditor(folder)
  await editor.open(care, clinicText(care))
  await editor.replace(care, 'ref(Patient)', 'ref(Patent)')
  const last = await editor.replace(care, 'Address?', 'Adress?')
  await editor.until(care, ({ diagnostics, version }) => diagnostics.length === 2 && version === last)
  await editor.end()
})

test('a text that YAML cannot read is told as such, and nothing else is lost', { tags: ['full'] }, async () => {
  using folder = new TemporaryFolder()
  const editor = await clinicEditor(folder)
  await editor.open(care, clinicText(care))
  await editor.replace(care, '[email]', '[email')
  const found = await editor.until(care, ({ diagnostics }) => diagnostics.length > 0)
  expect(found.map(({ code }) => code)).toContain('syntax/yaml')
  expect(editor.shown(staff)).toEqual([])
  await editor.end()
})

test('what somebody answered for is not shown; an answer to nothing is greyed', async () => {
  using folder = new TemporaryFolder()
  folder.write(clinic)
  const levels = '{ extends: minimal, levels: { naming/timestamp-suffix: warning } }'
  const project = clinicText('spec/stowage.yaml').replace('{ extends: minimal }', levels)
  folder.write([{ path: 'spec/stowage.yaml', text: project }])
  const editor = await Editor.on(folder.path)
  await editor.open(care, clinicText(care).replaceAll('begins_on', 'beginning'))
  const [found] = await editor.until(care, ({ diagnostics }) => diagnostics.length > 0)
  expect(found).toMatchObject({ code: 'naming/timestamp-suffix', severity: 2 })
  const reason = '        # stowage-ignore-next-line naming/timestamp-suffix -- as the device has it\n'
  await editor.replace(care, '        beginning: timestamp', `${reason}        beginning: timestamp`)
  await editor.until(care, ({ diagnostics }) => diagnostics.length === 0)
  await editor.rewrite(care, editor.text(care).text.replaceAll('beginning', 'begins_on'))
  const [unused] = await editor.until(care, ({ diagnostics }) => diagnostics.length > 0)
  expect(unused).toMatchObject({ code: 'suppress/unused', tags: [1] })
  await editor.end()
})

test('a file that changes on disk is read again when the editor says so, and a closed one too', {
  tags: ['full'],
}, async () => {
  using folder = new TemporaryFolder()
  const editor = await clinicEditor(folder)
  await editor.open(care, clinicText(care))
  await editor.replace(care, 'ref(Patient)', 'ref(Patent)')
  await editor.until(care, ({ diagnostics }) => diagnostics.length === 1)
  folder.write([{ path: staff, text: clinicText(staff).replace('name: string(120)', 'name: strin(120)') }])
  await editor.tellChanged(staff)
  await editor.until(staff, ({ diagnostics }) => diagnostics.length === 1)
  expect(editor.registered).toEqual(['workspace/didChangeWatchedFiles'])
  await editor.close(care)
  await editor.until(care, ({ diagnostics }) => diagnostics.length === 0)
  await editor.end()
})

test('an editor that cannot watch files has the disk read at each analysis', { tags: ['full'] }, async () => {
  using folder = new TemporaryFolder()
  const { workspace: _, ...rest } = modern
  const editor = await clinicEditor(folder, rest)
  await editor.open(care, clinicText(care))
  folder.write([{ path: staff, text: clinicText(staff).replace('name: string(120)', 'name: strin(120)') }])
  await editor.replace(care, 'One stay', 'A stay')
  await editor.until(staff, ({ diagnostics }) => diagnostics.length === 1)
  expect(editor.registered).toEqual([])
  await editor.end()
})

test('an editor gets no more than it says it can show', { tags: ['full'] }, async () => {
  using folder = new TemporaryFolder()
  const editor = await clinicEditor(folder, {})
  await editor.open(care, clinicText(care))
  await editor.replace(care, 'domain: Care', 'domain: Staff')
  const [found] = await editor.until(staff, ({ diagnostics }) => diagnostics.length > 0)
  expect(Object.keys(found ?? {}).sort()).toEqual(['code', 'message', 'range', 'severity', 'source'])
  await editor.end()
})
