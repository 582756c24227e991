/** A file that a pipeline consists of; its path is posix and relative to the root of the repository. */
export interface PipelineFile {
  readonly path: string
  readonly text: string
}

/** Where a project lies in its repository: posix, empty where it is the root, else with a slash at its end. */
export type ProjectPrefix = string

/** What a pipeline has to know of a project; paths are posix and relative to the root of the repository. */
export interface PipelineProject {
  readonly prefix: ProjectPrefix
  /** The path of the lock file. */
  readonly lock: string
  /** The project file, relative to the project's folder, where it is not found by itself. */
  readonly config?: string
}

/** The command that a pipeline runs, without its reports. */
export function checkLine({ config }: PipelineProject): string {
  return `npx --no stowage check${config === undefined ? '' : ` --config ${config}`}`
}

const plain = /^([A-Za-z0-9_][A-Za-z0-9_.-]*(\/|$))*$/

/** Whether a path can stand in a pipeline's YAML, shell and expressions as it is. */
export function canBeNamed(path: string): boolean {
  return plain.test(path)
}

/** The name of a project's pipeline among those of one repository: `stowage`, `stowage-services-shop`. */
export function pipelineName(prefix: ProjectPrefix): string {
  const words = prefix.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  return ['stowage', ...words].join('-').toLowerCase()
}
