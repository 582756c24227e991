import { join } from 'node:path'
import type { Model } from '../../model/model.ts'
import { siteFiles, withDrawings } from '../../site/build-site.ts'
import { explorerGraphOf } from '../../site/explorer-graph-of.ts'
import { SiteError } from '../../site/page.ts'
import type { LoadedRule } from '../custom-rules/load.ts'
import type { Session } from '../session.ts'
import type { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'
import { drawingsOf } from './drawings.ts'
import { rulePages } from './rule-pages.ts'
import type { StagingInput } from './staging.ts'
import { hasExplorer, themeFiles } from './theme-files.ts'
import { readWrittenPages } from './written-pages.ts'

export interface ComposeOptions {
  readonly pages?: string
  readonly base?: string
}

/**
 * Everything that the folder of the site is to hold.
 * @throws UserError where the handwritten pages cannot be placed
 */
export async function compose(
  session: Session,
  { custom, model }: { readonly custom: readonly LoadedRule[]; readonly model: Model },
  { base = publishedBase(model), pages }: ComposeOptions,
  stages: Stages,
): Promise<StagingInput> {
  try {
    // First what may be wrong: drawing takes its time.
    const written = readWrittenPages(session.folder, pages)
    const drawings = await drawingsOf(session, model, stages)
    const { copies, files } = stages.run('write pages', () =>
      siteFiles({
        model,
        base,
        ...written,
        rules: rulePages(custom),
        drawings,
        ...(hasExplorer() ? { graph: explorerGraphOf(withDrawings(model)) } : {}),
      }),
    )
    return {
      files: [...files, { path: '.gitignore', text: '*\n' }],
      copies: [...themeFiles(), ...copies.map(({ from, to }) => ({ from: join(session.folder, from), to }))],
    }
  } catch (error) {
    if (error instanceof SiteError) throw new UserError(error.message, error.hint)
    throw error
  }
}

/** The path under which the site is published, where the project file says it. */
export function publishedBase({ project }: Model): string {
  const { url } = project.docs
  if (url === undefined) return '/'
  const path = URL.parse(url)?.pathname
  if (path === undefined) throw new UserError(`docs.url in the project file is no address: ${url}`)
  return path
}
