/** A page of the site as Markdown, before its links lead anywhere on the site. */
export interface SitePage {
  /** Where its text lies, posix; relative links start from here. Pages of the package lie below `stowage:`. */
  readonly path: string
  readonly text: string
  /** Relative to the site's root, with a slash at its end; empty for the home page. */
  readonly route: string
  readonly kind: PageKind
}

/** `spec`: made from the spec. `written`: by hand, of the project. `rule`: the explanation of a code. */
export type PageKind = 'spec' | 'written' | 'rule' | 'home'

/** A file of the folder from which the site is built; posix path relative to it. */
export interface StagedFile {
  readonly path: string
  readonly text: string
}

/** A file of the project that the site shows as it is: a picture of a handwritten page. */
export interface CopiedFile {
  /** Relative to the project's folder. */
  readonly from: string
  /** Relative to the folder from which the site is built. */
  readonly to: string
}

/** What somebody wrote that no site can be made of; a sentence and a way out. */
export class SiteError extends Error {
  override readonly name: string = 'SiteError'
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}
