import { systemCode } from './file-system.ts'
import { OutputError } from './output-error.ts'

/**
 * Does something with a path, and says in words why the operating system refuses.
 * @throws OutputError
 */
export function attempt<T>(path: string, action: () => T, doing: 'read' | 'write' = 'write'): T {
  try {
    return action()
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw new OutputError(`cannot ${doing} ${path === '' ? 'the output' : path}: ${reasonOf(code)}`, { cause: error })
  }
}

function reasonOf(code: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `permission denied (${code})`
    case 'ENOSPC':
    case 'EDQUOT':
      return `the disk is full (${code})`
    case 'EISDIR':
    case 'ENOTEMPTY':
      return `a folder is in the way (${code})`
    case 'ENOTDIR':
    case 'EEXIST':
      return `a file is in the way (${code})`
    default:
      return code
  }
}
