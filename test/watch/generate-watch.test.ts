import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { runCli } from '../cli/run-cli.ts'
import { TemporaryFolder, textsBelow } from '../support/temporary-folder.ts'
import { WatchedProcess } from '../support/watched-process.ts'

const bakery = [
  {
    path: 'stowage.yaml',
    text: [
      'stowage: 1',
      'name: bakery',
      'include: [areas/*.yaml]',
      'output: { root: generated }',
      'stores: { postgres: { version: 16, url: BAKERY_PG } }',
      'rules: { extends: minimal }',
      '',
    ].join('\n'),
  },
  { path: 'areas/goods.yaml', text: areaOf('Goods', 'Loaf', 'weight: int') },
  { path: 'areas/orders.yaml', text: areaOf('Orders', 'Order', 'loaf: ref(Loaf)') },
] as const

function areaOf(domain: string, entity: string, field: string): string {
  return [
    `domain: ${domain}`,
    'entities:',
    `  ${entity}:`,
    '    postgres:',
    '      fields:',
    '        id: { type: uuid, primary: true, default: uuid7 }',
    '        ref_id: { type: ulid, public_id: true, default: ulid }',
    `        ${field}`,
    '',
  ].join('\n')
}

/** Fails where the output is not what a run would write that starts from nothing. */
async function expectCold(folder: TemporaryFolder): Promise<void> {
  using fresh = new TemporaryFolder()
  fresh.write(
    [...textsBelow(folder.path)].flatMap(([path, text]) => (path.startsWith('generated/') ? [] : [{ path, text }])),
  )
  expect(await runCli(fresh.path, ['generate'])).toMatchObject({ code: 0 })
  expect(textsBelow(join(folder.path, 'generated'))).toEqual(textsBelow(join(fresh.path, 'generated')))
}

/** As editors save that keep the old file until the new one is whole. */
function saveByRename(folder: TemporaryFolder, path: string, text: string): void {
  folder.write([{ path: `${path}.swp~`, text }])
  renameSync(join(folder.path, `${path}.swp~`), join(folder.path, path))
}

describe('generate --watch', () => {
  test('follows what somebody does to a spec, and ends with 0', { timeout: 240_000 }, async () => {
    using folder = new TemporaryFolder()
    folder.write(bakery)
    await using watch = new WatchedProcess(folder.path)
    await watch.says('Ctrl+C ends it')
    await expectCold(folder)

    folder.write([{ path: 'areas/goods.yaml', text: areaOf('Goods', 'Loaf', 'weight: bigint') }])
    expect(await watch.says(/ ms$/m)).toMatch(/^areas\/goods\.yaml: \d+ changed \(/m)
    await expectCold(folder)

    for (const field of ['height: int', 'width: int']) {
      saveByRename(folder, 'areas/goods.yaml', areaOf('Goods', 'Loaf', field))
      await watch.says('areas/goods.yaml: ')
      await expectCold(folder)
    }

    const before = textsBelow(join(folder.path, 'generated'))
    folder.write([{ path: 'areas/goods.yaml', text: `${areaOf('Goods', 'Loaf', 'weight: int')}   - [\n` }])
    expect(await watch.says('the output stays as it was')).toContain('error[syntax/yaml]')
    expect(textsBelow(join(folder.path, 'generated'))).toEqual(before)

    folder.write([{ path: 'areas/goods.yaml', text: areaOf('Goods', 'Loaf', 'weight: int') }])
    await watch.says('areas/goods.yaml: ')
    await expectCold(folder)

    folder.write([{ path: 'areas/deep/people.yaml', text: areaOf('People', 'Baker', 'name: string(80)') }])
    folder.write([{ path: 'areas/people.yaml', text: areaOf('People', 'Baker', 'name: string(80)') }])
    expect(await watch.says('areas/people.yaml: ')).toContain('created')
    await expectCold(folder)

    renameSync(join(folder.path, 'areas/people.yaml'), join(folder.path, 'areas/bakers.yaml'))
    await watch.says('areas/bakers.yaml')
    await expectCold(folder)

    rmSync(join(folder.path, 'areas/bakers.yaml'))
    expect(await watch.says('areas/bakers.yaml: ')).toContain('deleted')
    await expectCold(folder)

    renameSync(join(folder.path, 'areas'), join(folder.path, 'elsewhere'))
    expect(await watch.says('the output stays as it was')).toContain('project/missing-include')
    mkdirSync(join(folder.path, 'areas'))
    folder.write(bakery.slice(1))
    await watch.says('areas/')
    await expectCold(folder)

    rmSync(join(folder.path, 'stowage.yaml'))
    await watch.says('the project file is gone')
    folder.write([{ path: 'stowage.yaml', text: bakery[0].text.replace('name: bakery', 'name: bread') }])
    expect(await watch.says('stowage.yaml')).toContain('changed')
    await expectCold(folder)

    for (let save = 1; save <= 200; save += 1) {
      folder.write([{ path: 'areas/goods.yaml', text: areaOf('Goods', 'Loaf', `weight_${save}: int`) }])
    }
    await watch.says('areas/goods.yaml: ')
    // It may have built in the middle of the storm; the last one counts, and it is done when it lets the lock go.
    const isDone = (): boolean =>
      folder.read('generated/provider-db/sql/schema.sql').includes('weight_200') &&
      !existsSync(join(folder.path, 'generated/.manifest.lock'))
    for (let wait = 0; wait < 100 && !isDone(); wait += 1) await sleep(50)
    await expectCold(folder)
    expect(await watch.end('SIGINT')).toEqual({ code: 0, signal: null })
  })

  test('does not overwrite what somebody changed by hand, and goes on when it is put back', {
    timeout: 120_000,
  }, async () => {
    using folder = new TemporaryFolder()
    folder.write(bakery)
    await using watch = new WatchedProcess(folder.path)
    await watch.says('Ctrl+C ends it')
    const path = 'generated/provider-db/sql/schema.sql'
    const generated = folder.read(path)
    writeFileSync(join(folder.path, path), `-- mine\n${generated}`)
    folder.write([{ path: 'areas/goods.yaml', text: areaOf('Goods', 'Loaf', 'weight: bigint') }])
    expect(await watch.says('--force')).toContain('changed by hand')
    expect(folder.read(path)).toBe(`-- mine\n${generated}`)

    writeFileSync(join(folder.path, path), generated)
    folder.write([{ path: 'areas/goods.yaml', text: areaOf('Goods', 'Loaf', 'weight: int?') }])
    await watch.says('areas/goods.yaml: ')
    await expectCold(folder)

    rmSync(join(folder.path, 'generated/docs'), { recursive: true })
    folder.write([{ path: 'areas/goods.yaml', text: areaOf('Goods', 'Loaf', 'weight: int') }])
    expect(await watch.says('areas/goods.yaml: ')).toContain('created')
    await expectCold(folder)
    expect(await watch.end('SIGTERM')).toEqual({ code: 0, signal: null })
  })

  test('says nothing where nothing changed, and does not follow its own output', { timeout: 120_000 }, async () => {
    using folder = new TemporaryFolder()
    // An include that looks into every folder, that of the output too.
    folder.write(bakery.map(({ path, text }) => ({ path, text: text.replace('areas/*.yaml', '"**/areas/*.yaml"') })))
    await using watch = new WatchedProcess(folder.path)
    await watch.says('Ctrl+C ends it')
    folder.write([{ path: 'areas/goods.yaml', text: areaOf('Goods', 'Loaf', 'weight: bigint') }])
    await watch.says('areas/goods.yaml: ')
    folder.write([{ path: 'areas/goods.yaml', text: areaOf('Goods', 'Loaf', 'weight: bigint') }])
    await sleep(500)
    expect(watch.news).toBe('')
    expect(await watch.end()).toEqual({ code: 0, signal: null })
  })

  test.each(['--check', '--dry-run', '--diagrams'])('is refused with %s', async (option) => {
    using folder = new TemporaryFolder()
    folder.write(bakery)
    const { code, err } = await runCli(folder.path, ['generate', '--watch', option])
    expect(code).toBe(2)
    expect(err).toContain("cannot be used with option '")
    expect(folder.has('generated')).toBe(false)
  })

  test('ends at once where there is no spec', async () => {
    using folder = new TemporaryFolder()
    const { code, err } = await runCli(folder.path, ['generate', '--watch'])
    expect(code).toBe(2)
    expect(err).toContain('there is no spec here')
  })
})
