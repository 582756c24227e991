import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { read, textsIn, write } from '../output/trees.ts'
import { breakBrowsers, fakeBrowser, withFakePackages } from './fake-drawing-packages.ts'
import { type Ran, runCli } from './run-cli.ts'
import { amend, articles, freshProject } from './specs.ts'

function projectToDraw(): string {
  const project = freshProject()
  withFakePackages(project)
  return project
}

const stowage = (project: string, ...argv: readonly string[]): Promise<Ran> =>
  runCli(project, argv, { env: fakeBrowser })

/** Lets the project file ask for drawings, so that checks look at them. */
function wantDrawings(project: string): void {
  amend(project, 'spec/stowage.yaml', 'output: { root: generated,', 'output: { root: generated, drawings: true,')
}

const people = 'generated/diagrams/sql/people.svg'

/** Changes what one diagram shows. */
function changeSpec(project: string): void {
  amend(project, articles, 'What stands above the text.', 'The title.')
}

describe('stowage diagrams', () => {
  test('draws each diagram in light and dark beside its text, and nothing twice', async () => {
    const project = projectToDraw()
    await stowage(project, 'generate')
    const first = await stowage(project, 'diagrams')
    expect(first).toMatchObject({ code: 0, out: '' })
    expect(first.err).toMatch(/^drawn \d+, unchanged 0, 0\.0 s; Fake 1\.2\.3 at \/fake\/browser\n$/)
    const files = Object.keys(textsIn(join(project, 'generated/diagrams')))
    const texts = files.filter((path) => path.endsWith('.mmd'))
    expect(texts.length).toBeGreaterThan(5)
    const pictures = texts.flatMap((path) => ['.svg', '.dark.svg'].map((ending) => path.replace('.mmd', ending)))
    expect(files).toEqual(['.drawn.json', ...texts, ...pictures].sort())
    expect(read(project, people)).not.toBe(read(project, people.replace('.svg', '.dark.svg')))
    const second = await stowage(project, 'diagrams')
    expect(second.err).toBe(`drawn 0, unchanged ${pictures.length}, 0.0 s\n`)
  })

  test('draws what a change of the spec has left behind, and removes what has no diagram any more', async () => {
    const project = projectToDraw()
    await stowage(project, 'diagrams')
    const before = textsIn(join(project, 'generated'))
    changeSpec(project)
    expect((await stowage(project, 'diagrams')).err).toMatch(/^drawn \d, unchanged \d+, /)
    const after = textsIn(join(project, 'generated'))
    expect(after[people.slice('generated/'.length)]).toBe(before[people.slice('generated/'.length)])
    expect(after).not.toEqual(before)
    write(project, 'generated/diagrams/.drawn.json', addGone(read(project, 'generated/diagrams/.drawn.json') ?? ''))
    write(project, 'generated/diagrams/gone/old.svg', 'old\n')
    expect((await stowage(project, 'diagrams')).err).toMatch(/^drawn 0, unchanged \d+, deleted 1, /)
    expect(read(project, 'generated/diagrams/gone/old.svg')).toBeUndefined()
  })

  test('takes from the cache what was drawn before', async () => {
    const project = projectToDraw()
    await stowage(project, 'diagrams')
    rmSync(join(project, 'generated'), { recursive: true })
    breakBrowsers(project)
    expect((await stowage(project, 'diagrams')).err).toMatch(
      /^drawn (\d+) \(\1 from the cache\), unchanged 0, 0\.0 s\n$/,
    )
  })

  test('stops at a drawing that was changed by hand; --force overwrites', async () => {
    const project = projectToDraw()
    await stowage(project, 'diagrams')
    const made = read(project, people)
    write(project, people, 'by hand\n')
    expect(await stowage(project, 'diagrams')).toEqual({
      code: 2,
      out: '',
      err: `error: no drawing was written; changed by hand:
  edited  ${people}
Move them away, or let \`stowage diagrams --force\` overwrite them.
`,
    })
    expect(read(project, people)).toBe('by hand\n')
    expect(await stowage(project, 'diagrams', '--force')).toMatchObject({ code: 0 })
    expect(read(project, people)).toBe(made)
  })

  test('names a diagram that cannot be drawn with the reason, draws the others and exits 1', async () => {
    const project = projectToDraw()
    amend(project, articles, 'What stands above the text.', 'Unpaintable.')
    const { code, err } = await stowage(project, 'diagrams')
    expect(code).toBe(1)
    expect(err).toContain('error: cannot draw generated/diagrams/neighbours/article.svg: Parse error on line 7\n')
    expect(err).toContain('error: cannot draw generated/diagrams/neighbours/article.dark.svg: Parse error on line 7\n')
    expect(err).toMatch(/^drawn \d+, unchanged 0, not drawn \d+, /m)
    expect(read(project, people)).toContain('<svg')
    expect(read(project, 'generated/diagrams/neighbours/article.svg')).toBeUndefined()
  })

  test('without a browser says what was tried and how to get one, writes nothing and exits 2', async () => {
    const project = projectToDraw()
    breakBrowsers(project)
    const { code, err } = await stowage(project, 'diagrams')
    expect(code).toBe(2)
    expect(err).toContain('warning: no Chrome or Chromium starts\n  /fake/browser: Failed to launch\n')
    expect(err).toContain('set PUPPETEER_EXECUTABLE_PATH')
    expect(err).toMatch(/^drawn 0, unchanged 0, not drawn \d+, 0\.0 s\n$/m)
    expect(read(project, 'generated/diagrams/.drawn.json')).toBeUndefined()
  })

  test('tells at a terminal what is being drawn', async () => {
    const project = projectToDraw()
    let time = 0
    const surroundings = { env: { ...fakeBrowser, NO_COLOR: '1' }, tty: true, now: () => (time += 1_000) }
    const { err } = await runCli(project, ['diagrams'], surroundings)
    expect(err).toMatch(/ {2}drawing 1 of \d+ \S+ \.\.\./)
  })

  test('reports an unsound spec and exits 1', async () => {
    const project = projectToDraw()
    amend(project, articles, 'ref(Member), inverse', 'ref(Membr), inverse')
    const { code, err } = await stowage(project, 'diagrams')
    expect(code).toBe(1)
    expect(err).toContain('error[resolve/unknown-entity]')
  })
})

describe('generate and drawings', () => {
  test('--diagrams draws too; without a browser it still succeeds, with a warning', async () => {
    const project = projectToDraw()
    const drawn = await stowage(project, 'generate', '--diagrams')
    expect(drawn).toMatchObject({ code: 0 })
    expect(drawn.err).toMatch(/^drawn \d+, unchanged 0, /m)
    expect(await stowage(project, 'generate', '--check')).toMatchObject({ code: 0, out: '' })
    breakBrowsers(project)
    changeSpec(project)
    const without = await stowage(project, 'generate', '--diagrams')
    expect(without).toMatchObject({ code: 0 })
    expect(without.err).toContain('warning: no Chrome or Chromium starts\n')
    expect((await stowage(project, 'generate', '--diagrams', '--check')).code).toBe(2)
  })

  test('a run that does not draw says what it has left behind', async () => {
    const project = projectToDraw()
    expect((await stowage(project, 'generate')).err).not.toContain('drawing')
    await stowage(project, 'diagrams')
    expect((await stowage(project, 'generate')).err).not.toContain('drawing')
    changeSpec(project)
    expect((await stowage(project, 'generate')).err).toMatch(
      /^ {2}\d drawings are behind their text: stowage diagrams$/m,
    )
  })

  test('the output of the emitters and the drawings leave each other alone', async () => {
    const project = projectToDraw()
    await stowage(project, 'generate')
    const manifest = read(project, 'generated/.manifest.json')
    await stowage(project, 'diagrams')
    expect((await stowage(project, 'generate')).err).toMatch(/nothing to do, \d+ unchanged$/m)
    expect(read(project, 'generated/.manifest.json')).toBe(manifest)
    expect(read(project, people)).toContain('<svg')
  })
})

describe('checks of drawings', () => {
  test('without `output.drawings` there is nothing to find', async () => {
    const project = projectToDraw()
    await stowage(project, 'generate', '--diagrams')
    rmSync(join(project, people))
    expect(await stowage(project, 'check')).toMatchObject({ code: 0, out: '' })
  })

  test('list what is missing, behind, surplus or changed by hand, without a browser', async () => {
    const project = projectToDraw()
    wantDrawings(project)
    await stowage(project, 'generate')
    const never = await stowage(project, 'check')
    expect(never).toMatchObject({ code: 1 })
    expect(never.out).toContain(`  create  ${people}\n`)
    expect(never.err).toMatch(/\d+ drawings are not what the diagrams say: run `stowage diagrams`\n$/)
    await stowage(project, 'diagrams')
    breakBrowsers(project)
    expect(await stowage(project, 'check')).toMatchObject({ code: 0, out: '' })
    changeSpec(project)
    await stowage(project, 'generate')
    rmSync(join(project, people))
    write(project, 'generated/diagrams/sql/people.dark.svg', 'by hand\n')
    write(project, 'generated/diagrams/.drawn.json', addGone(read(project, 'generated/diagrams/.drawn.json') ?? ''))
    write(project, 'generated/diagrams/gone/old.svg', 'old\n')
    for (const argv of [['check'], ['generate', '--check']]) {
      const { code, out, err } = await stowage(project, ...argv)
      expect(code).toBe(1)
      expect(out).toContain('  delete  generated/diagrams/gone/old.svg\n')
      expect(out).toContain(`  create  ${people}\n`)
      expect(out).toContain('  edited  generated/diagrams/sql/people.dark.svg\n')
      expect(out).toContain('  update  generated/diagrams/neighbours/article.svg\n')
      expect(err).toContain('1 changed by hand: `stowage diagrams --force` overwrites\n')
      const report = JSON.parse((await stowage(project, ...argv, '-f', 'json')).out)
      const stale = report.diagnostics.map((each: { code: string; place: { path: string }; help: string }) => [
        each.code,
        each.place.path,
        each.help,
      ])
      const remedy = 'run `stowage diagrams`'
      expect(stale).toContainEqual(['output/surplus', 'generated/diagrams/gone/old.svg', remedy])
      expect(stale).toContainEqual(['output/missing', people, remedy])
      expect(stale).toContainEqual(['output/stale', 'generated/diagrams/neighbours/article.svg', remedy])
      expect(stale).toContainEqual([
        'output/edited',
        'generated/diagrams/sql/people.dark.svg',
        expect.stringContaining('`stowage diagrams --force` overwrites it'),
      ])
    }
  })

  test('a newer Mermaid leaves drawings behind', async () => {
    const project = projectToDraw()
    wantDrawings(project)
    await stowage(project, 'generate', '--diagrams')
    withFakePackages(project, { mermaid: '12.0.1' })
    const { code, out } = await stowage(project, 'check')
    expect(code).toBe(1)
    expect(out).toContain(`  update  ${people}\n`)
  })
})

/** A record that names a drawing whose diagram is gone; its text is `old` and a line feed. */
function addGone(record: string): string {
  const sha256 = '01d09d19c2139a46aebfb577780d123d7396e97201bc7ead210a2ebff8239dee'
  const entry = { path: 'gone/old.svg', sha256, emitter: 'mermaid 12.0.0, drawer 1', sources: [sha256] }
  return record.replace('"files": [\n', `"files": [\n    ${JSON.stringify(entry)},\n`)
}
