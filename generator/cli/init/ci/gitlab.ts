import { checkLine, type PipelineFile, type PipelineProject, type ProjectPrefix, pipelineName } from './pipeline.ts'

/** A job of GitLab CI, in a file of its own, and the pipeline that includes it. */
export function gitlabPipeline(project: PipelineProject): readonly PipelineFile[] {
  const { prefix, lock } = project
  const name = pipelineName(prefix)
  const inFolder = prefix === '' ? '' : `\n    - cd ${prefix.slice(0, -1)}`
  const path = `.gitlab/${name}.yml`
  return [
    {
      path,
      text: `# Made by \`stowage init --ci gitlab\`, and yours from now on: it is never overwritten.
${name}:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  cache:
    key:
      files: [${lock}]
    paths: [${prefix}.npm/]
  script:${inFolder}
    - npm ci --cache .npm --prefer-offline
    # Exits 1 where the spec has errors or a generated file is stale; the merge request shows both.
    - ${checkLine(project)} -f text -o.gitlab gl-code-quality-report.json -o.junit stowage-junit.xml
  artifacts:
    when: always
    reports:
      codequality: ${prefix}gl-code-quality-report.json
      junit: ${prefix}stowage-junit.xml
`,
    },
    {
      path: '.gitlab-ci.yml',
      text: `include:
  - local: ${path}
`,
    },
  ]
}

/** What a person adds to a pipeline that is there already. */
export function gitlabInclude(prefix: ProjectPrefix): string {
  return `include: [{ local: .gitlab/${pipelineName(prefix)}.yml }]`
}
