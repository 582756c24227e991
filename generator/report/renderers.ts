import type { Findings } from '../diagnostic/findings.ts'
import type { Format } from './format.ts'
import { renderGithubActions } from './github-actions.ts'
import { renderGitlab } from './gitlab.ts'
import { renderJson } from './json.ts'
import { renderJunit } from './junit.ts'
import { renderMarkdown } from './markdown.ts'
import { renderSarif } from './sarif.ts'
import type { ReportSettings } from './settings.ts'
import { renderText } from './text.ts'

/** Findings as one text, with a line end where it is not empty. */
type Renderer = (findings: Findings, settings: ReportSettings) => string

/** The list of the formats: one file each. */
export const renderers: Readonly<Record<Format, Renderer>> = {
  text: (findings, { palette, full }) => renderText(findings, palette, { full }),
  json: renderJson,
  sarif: renderSarif,
  junit: renderJunit,
  'github-actions': renderGithubActions,
  gitlab: renderGitlab,
  markdown: renderMarkdown,
}
