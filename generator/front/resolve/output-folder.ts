import type { Report } from '../../diagnostic/diagnostic.ts'
import type { ShapedDocument } from '../node.ts'
import { asScalar, child, innerSpan, text } from './read.ts'

/** Refuses an output among the files of the spec: what is generated is swept, and what is written by hand is not. */
export function reportOutputAmongSpecs(
  project: ShapedDocument,
  documents: readonly ShapedDocument[],
  report: Report,
): void {
  const node = asScalar(child(child(project.root, 'output'), 'root'))
  const folder = text(node)
  if (node === undefined || folder === undefined || project.broken.has(node)) return
  const inside = documents.map(({ file }) => file.path).filter((path) => path.startsWith(`${folder}/`))
  const [first] = inside.sort()
  if (first === undefined) return
  report({
    code: 'resolve/bad-option',
    severity: 'error',
    message: `\`${folder}\` holds files of the spec, such as \`${first}\``,
    span: innerSpan(node),
    help: 'write the output to a folder of its own, such as `generated`',
  })
}
