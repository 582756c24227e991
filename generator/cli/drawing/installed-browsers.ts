import { posix, win32 } from 'node:path'

/** What finding a browser asks of a machine; tests hand in their own. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether there is a file. */
  readonly isFile: (path: string) => boolean
  /** The path with all links followed. */
  readonly realPath: (path: string) => string
}

/**
 * The browsers that are installed on a machine and can draw, best first: those on PATH, then those at the usual places
 * of Chrome, Chromium and Edge. A browser that is reached in two ways is named once.
 */
export function installedBrowsers(machine: Machine): readonly string[] {
  const found: string[] = []
  const seen = new Set<string>()
  for (const path of [...onPath(machine), ...usualPlaces(machine)]) {
    if (!machine.isFile(path)) continue
    const real = machine.realPath(path)
    if (seen.has(real)) continue
    seen.add(real)
    found.push(path)
  }
  return found
}

const commands: Readonly<Record<string, readonly string[]>> = {
  linux: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge'],
  darwin: ['chromium', 'google-chrome'],
  win32: ['chrome.exe', 'chromium.exe'],
}

function onPath({ platform, env }: Machine): readonly string[] {
  const { delimiter, join } = platform === 'win32' ? win32 : posix
  const names = commands[platform] ?? commands.linux ?? []
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function usualPlaces({ platform, home, env }: Machine): readonly string[] {
  switch (platform) {
    case 'darwin':
      return ['/Applications', `${home}/Applications`].flatMap((folder) =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
      )
    case 'win32':
      return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].flatMap((folder) =>
        folder === undefined
          ? []
          : ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', edgeOnWindows].map(
              (path) => win32.join(folder, path),
            ),
      )
    default:
      return [
        '/usr/bin/google-chrome-stable',
        '/usr/bin/google-chrome',
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/opt/google/chrome/chrome',
        '/usr/lib/chromium/chromium',
        '/snap/bin/chromium',
      ]
  }
}

const edgeOnWindows = 'Microsoft\\Edge\\Application\\msedge.exe'
