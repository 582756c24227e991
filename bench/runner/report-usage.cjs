// Loaded into every process that is measured, and into those that it starts (NODE_OPTIONS): what it used, said as it ends.
const { appendFileSync } = require('node:fs')
const { isMainThread } = require('node:worker_threads')

// A worker is a part of its process, which counts it.
if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage()
    appendFileSync(process.env.STOWAGE_BENCH_USAGE, `${userCPUTime + systemCPUTime} ${maxRSS}\n`)
  })
