import { describe, expect, test } from 'vitest'
import { installedBrowsers, type Machine } from '../../generator/cli/drawing/installed-browsers.ts'

/** A machine with these files; a value is where a link leads. */
function machine(files: Readonly<Record<string, string>>, change: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    home: '/home/ann',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isFile: (path) => Object.hasOwn(files, path),
    realPath: (path) => files[path] ?? path,
    ...change,
  }
}

const file = (path: string): Readonly<Record<string, string>> => ({ [path]: path })

describe('installed browsers', () => {
  test('Linux: the names on PATH come first, Chrome before Chromium', () => {
    const files = {
      ...file('/usr/bin/chromium'),
      ...file('/usr/local/bin/google-chrome'),
      ...file('/snap/bin/chromium'),
    }
    expect(installedBrowsers(machine(files))).toEqual([
      '/usr/local/bin/google-chrome',
      '/usr/bin/chromium',
      '/snap/bin/chromium',
    ])
  })

  test('one browser under several names is tried once', () => {
    const chrome = '/opt/google/chrome/chrome'
    const files = { '/usr/bin/google-chrome-stable': chrome, '/usr/bin/google-chrome': chrome, [chrome]: chrome }
    expect(installedBrowsers(machine(files))).toEqual(['/usr/bin/google-chrome-stable'])
  })

  test('without PATH the usual places remain', () => {
    expect(installedBrowsers(machine(file('/usr/bin/chromium'), { env: {} }))).toEqual(['/usr/bin/chromium'])
  })

  test('macOS: applications of the machine, then of the person', () => {
    const all = '/Applications/Chromium.app/Contents/MacOS/Chromium'
    const own = '/home/ann/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(installedBrowsers(machine({ ...file(own), ...file(all) }, { platform: 'darwin' }))).toEqual([all, own])
  })

  test('Windows: below the folders of programs, with its own separators', () => {
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const env = {
      Path: 'C:\\Windows',
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    }
    const windows = machine({ ...file(edge), ...file(chrome) }, { platform: 'win32', env })
    expect(installedBrowsers(windows)).toEqual([chrome, edge])
  })

  test('none', () => {
    expect(installedBrowsers(machine({}))).toEqual([])
  })
})
