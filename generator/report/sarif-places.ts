import type { ArtifactChange, ArtifactLocation, PhysicalLocation, Region, Fix as SarifFix } from 'sarif'
import type { SourceLines } from '../diagnostic/code-frame.ts'
import type { Fix, TextEdit } from '../diagnostic/diagnostic.ts'
import type { Span } from '../source/source-file.ts'
import { repositoryPath } from './repository-path.ts'
import { plain } from './sarif-message.ts'
import type { ReportSettings } from './settings.ts'

/** The name that readers of SARIF know for the folder of a repository. */
export const sourceRoot = '%SRCROOT%'

/** The longest text of a place that is repeated in a report, in UTF-16 code units. */
const longestSnippet = 400

/** Places of a spec in the words of SARIF. */
export class SarifPlaces {
  readonly #lines: SourceLines
  readonly #settings: Pick<ReportSettings, 'prefix' | 'projectFile'>

  constructor(lines: SourceLines, settings: Pick<ReportSettings, 'prefix' | 'projectFile'>) {
    this.#lines = lines
    this.#settings = settings
  }

  /** What has no place is said of the project file: GitHub shows nothing that stands nowhere. */
  physical(span: Span | undefined): PhysicalLocation {
    if (span === undefined) {
      return { artifactLocation: this.#artifact(this.#settings.projectFile), region: { startLine: 1, startColumn: 1 } }
    }
    return { artifactLocation: this.#artifact(span.file.path), region: { ...this.#region(span), ...snippetOf(span) } }
  }

  fix({ title, edits }: Fix): SarifFix {
    const byFile = Map.groupBy(edits, ({ span }) => span.file.path)
    return {
      description: { text: plain(title) },
      artifactChanges: [...byFile].map(([path, inFile]) => this.#change(path, inFile)),
    }
  }

  #change(path: string, edits: readonly TextEdit[]): ArtifactChange {
    return {
      artifactLocation: this.#artifact(path),
      replacements: edits.map(({ span, text }) => ({ deletedRegion: this.#region(span), insertedContent: { text } })),
    }
  }

  #artifact(path: string): ArtifactLocation {
    return { uri: uriPath(repositoryPath(this.#settings, path)), uriBaseId: sourceRoot }
  }

  /** Its end lies behind the last character, as that of a span. */
  #region({ file, start, end }: Span): Region {
    const from = this.#lines.position(file, start)
    const to = this.#lines.position(file, end)
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
  }
}

/** The text of a place, for who has not the file at hand; not that of whole entities. */
function snippetOf({ file, start, end }: Span): Pick<Region, 'snippet'> {
  return end === start || end - start > longestSnippet ? {} : { snippet: { text: file.text.slice(start, end) } }
}

/** A relative path as part of a URI (RFC 3986): each segment percent-encoded, half a character replaced. */
function uriPath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/')
}
