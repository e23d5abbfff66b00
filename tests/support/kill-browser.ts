import { readdirSync, readFileSync } from "node:fs"

/**
 * Ends every process of the browser that uses this profile with SIGKILL, as a battery that dies would: nothing is
 * flushed, no handler runs. Gives how many there were.
 */
export function killBrowser(profile: string): number {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && commandOf(name).includes(profile))
  for (const pid of pids) {
    try {
      process.kill(Number(pid), "SIGKILL")
    } catch {
      // It went with the one before.
    }
  }
  return pids.length
}

/** Only a browser's own processes: a test's command line may name the folder too. */
function commandOf(pid: string): string {
  try {
    const [program = "", ...rest] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")
    return /chrom|headless/i.test(program) ? rest.join(" ") : ""
  } catch {
    return ""
  }
}
