/** `  peak memory 91 MB`: the most that the process had at any time. */
export function peakMemoryText(): string {
  return `  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
}
