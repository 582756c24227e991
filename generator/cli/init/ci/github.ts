import { checkLine, type PipelineFile, type PipelineProject, pipelineName } from './pipeline.ts'

/** Whether the token of this event may write: those of forks and of Dependabot may not. */
const mayWrite = [
  "github.event_name != 'pull_request'",
  "(github.event.pull_request.head.repo.full_name == github.repository && github.actor != 'dependabot[bot]')",
].join(' || ')

/** A workflow of GitHub Actions. */
export function githubPipeline(project: PipelineProject): readonly PipelineFile[] {
  const { prefix, lock } = project
  const name = pipelineName(prefix)
  const inFolder = prefix === '' ? '' : `\n    defaults:\n      run:\n        working-directory: ${prefix.slice(0, -1)}`
  const lockFile = lock.includes('/') ? `\n          cache-dependency-path: ${lock}` : ''
  return [
    {
      path: `.github/workflows/${name}.yml`,
      text: `# Made by \`stowage init --ci github\`, and yours from now on: it is never overwritten.
name: ${name}

on:
  push:
    branches: [main, master]
  pull_request:

permissions:
  contents: read

concurrency:
  group: ${name}-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      actions: read # upload-sarif asks for it in a private repository
      security-events: write # upload-sarif${inFolder}
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm${lockFile}
      - run: npm ci

      # Exits 1 where the spec has errors or a generated file is stale; annotates the pull request with both.
      - name: Check the spec, and what is generated from it
        run: ${checkLine(project)} -f github-actions -o.sarif stowage.sarif -o.markdown stowage.md

      - name: Write the summary of the job
        if: always() && hashFiles('${prefix}stowage.md') != ''
        run: cat stowage.md >> "$GITHUB_STEP_SUMMARY"

      # A private repository without code scanning refuses it, which is no fault of the spec.
      - name: Upload the findings to code scanning
        if: always() && hashFiles('${prefix}stowage.sarif') != '' && (${mayWrite})
        continue-on-error: true
        uses: github/codeql-action/upload-sarif@v4
        with:
          sarif_file: ${prefix}stowage.sarif
          category: ${name}
`,
    },
  ]
}
