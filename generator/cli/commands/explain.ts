import { existsSync, readFileSync } from 'node:fs'
import { didYouMean } from '../../base/did-you-mean.ts'
import { type Code, codes } from '../../diagnostic/codes.ts'
import { visible } from '../../diagnostic/visible-text.ts'
import { ruleRoute } from '../../site/route.ts'
import { compile } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { renderMarkdown } from '../markdown.ts'
import { packageFolder } from '../package-folder.ts'
import { findProjectFile } from '../project-file.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'

export async function explainCommand(session: Session, name: string): Promise<ExitCode> {
  const code = known(name)
  session.io.stdout.write(renderMarkdown(page(code), session.out))
  const url = await publishedAt(session)
  if (url !== undefined)
    session.io.stdout.write(`\n${session.out.cyan('docs:')} ${visible(`${url}${ruleRoute(code)}`)}\n`)
  return clean
}

/** Where the project publishes its documentation. A code is explained without a project too, or in a broken one. */
async function publishedAt(session: Session): Promise<string | undefined> {
  try {
    if (findProjectFile(session) === undefined) return undefined
    return (await compile(session, new Stages(session.io))).read?.project.docs.url
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** @throws UserError for what is no code */
function known(name: string): Code {
  const code = codes.find((candidate) => candidate === name)
  if (code !== undefined) return code
  const [family, rest] = name.includes('/') ? name.split('/') : [undefined, name]
  const started = codes.filter((candidate) => {
    const [its, slug = ''] = candidate.split('/')
    return (family === undefined || its === family) && (slug === rest || slug.startsWith(`${rest}-`))
  })
  const near = [...started, ...didYouMean(name, codes)].slice(0, Math.max(1, Math.min(3, started.length || 3)))
  const hint = near.length === 0 ? 'stowage rules lists the rules' : `did you mean ${[...new Set(near)].join(' or ')}?`
  throw new UserError(`there is no code ${JSON.stringify(name)}`, hint)
}

/** The code comes from the closed list, so it is safe in a path. */
function page(code: Code): string {
  const path = `${packageFolder}/docs/rules/${code}.md`
  if (!existsSync(path)) throw new UserError(`this installation has no page for ${code}`)
  return readFileSync(path, 'utf8')
}
