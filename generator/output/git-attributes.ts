import type { GeneratedFile } from '../generate.ts'

/** The emitter's name that files of the output step itself carry in the manifest. */
export const outputStep = 'output'

/** Keeps line ends as they were hashed on every machine, and folds the output away in reviews. */
export const gitAttributes: GeneratedFile = {
  path: '.gitattributes',
  text: '* text eol=lf linguist-generated\n',
  sources: [],
  emitter: outputStep,
}
