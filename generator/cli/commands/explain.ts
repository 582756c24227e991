import { existsSync, readFileSync } from 'node:fs'
import { didYouMean } from '../../base/did-you-mean.ts'
import { type Code, codes } from '../../diagnostic/codes.ts'
import { visible } from '../../diagnostic/visible-text.ts'
import type { Model } from '../../model/model.ts'
import { rules } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { ruleRoute } from '../../site/route.ts'
import { compile } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { renderMarkdown } from '../markdown.ts'
import { packageFolder } from '../package-folder.ts'
import { findProjectFile } from '../project-file.ts'
import { listedRules } from '../rules/listed.ts'
import { optionsText } from '../rules/text.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'

export async function explainCommand(session: Session, name: string): Promise<ExitCode> {
  if (name.startsWith('custom/')) return await explainCustom(session, name)
  const code = known(name)
  const model = await modelOf(session)
  session.io.stdout.write(renderMarkdown(page(code), session.out))
  tellOptions(
    session,
    rules.filter((rule) => rule.code === code),
    model,
  )
  const url = model?.project.docs.url
  if (url !== undefined)
    session.io.stdout.write(`\n${session.out.cyan('docs:')} ${visible(`${url}${ruleRoute(code)}`)}\n`)
  return clean
}

/** A rule of the project's own is explained in the words of its author. */
async function explainCustom(session: Session, name: string): Promise<ExitCode> {
  const { custom, read } = await compile(session, new Stages(session.io))
  const rule = custom.find(({ code }) => code === name)
  if (rule === undefined) {
    const known = custom.map(({ code }) => code)
    const near = didYouMean(name, known)[0]
    const hint = session.customRules
      ? `rules of this project: ${known.length === 0 ? 'none could be loaded' : known.join(', ')}`
      : 'its own rules are left out: --no-custom-rules'
    throw new UserError(
      `the project has no rule ${JSON.stringify(name)}`,
      near === undefined ? hint : `did you mean ${near}?`,
    )
  }
  const { docs = `# ${rule.code}\n\n${rule.summary}\n`, span } = rule
  const lines = docs.trim().split(/\r?\n/).map(visible)
  session.io.stdout.write(`${renderMarkdown(lines.join('\n'), session.out)}\n`)
  tellOptions(session, [rule], read)
  session.io.stdout.write(`\n${session.out.cyan('rule file:')} ${visible(span.file.path)}\n`)
  return clean
}

/** What may be set about a rule, with the values that hold in the project. */
function tellOptions({ io }: Session, chosen: readonly Rule[], model: Model | undefined): void {
  const text = listedRules(chosen, model).rules.map(optionsText).join('')
  if (text !== '') io.stdout.write(`\n${text}`)
}

/** The project as far as it can be read. A code is explained without a project too, or in a broken one. */
async function modelOf(session: Session): Promise<Model | undefined> {
  try {
    if (findProjectFile(session) === undefined) return undefined
    return (await compile(session, new Stages(session.io))).read
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
