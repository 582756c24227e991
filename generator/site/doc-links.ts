import type { DocLinksOf } from '../diagnostic/doc-links.ts'
import { placeOf } from '../emit/docs/registers/subject-place.ts'
import { type Place, type Site, siteOf } from '../emit/docs/site.ts'
import type { SpecDocument } from '../front/node.ts'
import type { Model } from '../model/model.ts'
import type { Subject } from '../model/subject.ts'
import type { SourceFile } from '../source/source-file.ts'
import { routeOf, ruleRoute } from './route.ts'
import { subjectAt } from './subject-at.ts'

/**
 * Where the reports of a spec lead to; nothing where the project does not say where its documentation is published.
 * `documents` are the files of the spec, parsed.
 */
export function docLinksOf(
  model: Model,
  documents: ReadonlyMap<SourceFile, SpecDocument | undefined>,
): DocLinksOf | undefined {
  const { url } = model.project.docs
  if (url === undefined) return undefined
  return ({ code, span }) => {
    const rule = `${url}${ruleRoute(code)}`
    const document = span === undefined ? undefined : documents.get(span.file)
    if (span === undefined || document === undefined) return { rule }
    const subject = subjectAt(model, document, span.start)
    const address = subject === undefined ? undefined : subjectAddress(model, subject)
    return address === undefined ? { rule } : { rule, subject: address }
  }
}

/** Where the published documentation tells of a thing of the spec; nothing where it is not published, or says nothing of it. */
export function subjectAddress(model: Model, subject: Subject): string | undefined {
  const { url } = model.project.docs
  if (url === undefined) return undefined
  const site = siteOf(model)
  const place = placeOf(site, subject)
  return exists(site, place) ? `${url}${routeOf(place)}` : undefined
}

/** Every entity and domain has a page; the others are where there is something to tell. */
function exists({ pages }: Site, { page }: Place): boolean {
  return page.includes('/') || pages.has(page)
}
