import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { diskReader } from '../../generator/cli/disk-reader.ts'
import type { SpecReader } from '../../generator/front/load/spec-reader.ts'
import { load } from './loaded.ts'

describe('the disk', () => {
  const folders: string[] = []

  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  function onDisk(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): SpecReader {
    const folder = mkdtempSync(join(tmpdir(), 'stowage-load-'))
    folders.push(folder)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path))
    return diskReader(join(folder, 'project'))
  }

  test('is read as memory is', () => {
    const reader = onDisk({
      'project/spec/stowage.yaml': 'include: [base.yaml, domains/**/*.yaml]',
      'project/spec/base.yaml': 'mixins: {}',
      'project/spec/domains/b.yaml': 'domain: B',
      'project/spec/domains/deep/a.yaml': 'domain: A',
      'project/spec/domains/node_modules/x.yaml': 'domain: X',
    })
    expect(load(reader)).toMatchObject({
      paths: ['spec/stowage.yaml', 'spec/base.yaml', 'spec/domains/b.yaml', 'spec/domains/deep/a.yaml'],
      reports: [],
    })
  })

  test('links stay in the folder', () => {
    const reader = onDisk(
      {
        'project/spec/stowage.yaml': "include: ['*.yaml', folder/*.yaml]",
        'project/spec/a.yaml': 'domain: A',
        'outside/secret.yaml': 'domain: Secret',
      },
      {
        'project/spec/inside.yaml': 'a.yaml',
        'project/spec/out.yaml': '../../outside/secret.yaml',
        'project/spec/folder': '../../outside',
      },
    )
    const { paths, reports } = load(reader)
    expect(paths).toEqual(['spec/stowage.yaml', 'spec/a.yaml', 'spec/inside.yaml'])
    expect(reports).toEqual([
      "spec/stowage.yaml: project/outside-include ['*.yaml'] `*.yaml` leads out of the project's folder",
      "spec/stowage.yaml: project/outside-include [folder/*.yaml] `folder/*.yaml` leads out of the project's folder",
    ])
  })

  test('a glob goes through links within the folder, and not on from a place outside', () => {
    const reader = onDisk(
      {
        'project/spec/stowage.yaml': "include: ['**/*.yaml']",
        'project/shared/a/a.yaml': 'domain: A',
        'outside/secret.yaml': 'domain: Secret',
        'outside/deep/secret.yaml': 'domain: Secret',
      },
      { 'project/spec/shared': '../shared', 'project/spec/out': '../../outside', 'outside/round': '../outside' },
    )
    expect([...reader.glob('spec/**/*.yaml')].sort()).toEqual([
      'spec/out/secret.yaml',
      'spec/shared/a/a.yaml',
      'spec/stowage.yaml',
    ])
  })

  test('a folder is no file, and what is not there is missing', () => {
    const reader = onDisk({
      'project/spec/stowage.yaml': 'include: [domains, nothing.yaml]',
      'project/spec/domains/a.yaml': '',
    })
    expect(load(reader).reports).toEqual([
      'spec/stowage.yaml: project/unreadable-file [domains] `spec/domains` cannot be read: it is a folder',
      'spec/stowage.yaml: project/missing-include [nothing.yaml] there is no file `spec/nothing.yaml`',
    ])
  })
})
