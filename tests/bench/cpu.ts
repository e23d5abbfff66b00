import { readdirSync, readFileSync } from "node:fs"

/** Clock ticks of /proc are hundredths of a second on every Linux Node runs on. */
const MS_PER_TICK = 10

type Process = { pid: number; parent: number; ownMs: number; reapedMs: number }

function readProcess(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    // The command name may hold spaces and parentheses; what follows its last ")" is plain.
    const field = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    const ms = (from: number) => (Number(field[from]) + Number(field[from + 1])) * MS_PER_TICK
    return { pid, parent: Number(field[1]), ownMs: ms(11), reapedMs: ms(13) }
  } catch {
    return null
  }
}

/** The processes `roots` and all below them. */
function family(roots: readonly number[]): Process[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((process) => process !== null)
  const wanted = new Set(roots)
  for (let grown = -1; grown !== wanted.size; ) {
    grown = wanted.size
    for (const process of all) if (wanted.has(process.parent)) wanted.add(process.pid)
  }
  return all.filter((process) => wanted.has(process.pid))
}

/** CPU time, in milliseconds, that the processes `roots` and all below them have used so far. */
export function cpuMillis(roots: readonly number[]): number {
  return family(roots).reduce((sum, process) => sum + process.ownMs + process.reapedMs, 0)
}

/** CPU time, in milliseconds, that the whole machine has been busy, all cores together. */
export function machineMillis(): number {
  const line = readFileSync("/proc/stat", "utf8").split("\n", 1)[0] ?? ""
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line.split(/\s+/).slice(1).map(Number)
  return (user + nice + system + irq + softirq) * MS_PER_TICK
}

/** Memory, in KiB, of the processes `roots` and all below them, shared pages divided among their users (PSS). */
export const proportionalKiB = (roots: readonly number[]): number =>
  family(roots).reduce((sum, { pid }) => sum + ownKiB(pid), 0)

function ownKiB(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  } catch {
    return 0
  }
}
