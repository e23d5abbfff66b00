import { findPgBouncer, type Pooler, startPgBouncer } from "@/tests/support/pgbouncer"
import { forkBundled } from "@/tests/support/scale/fork-bundled"

export type FrontProcess = { port: number; kill: () => Promise<void> }
export type FrontProcesses = {
  processes: [FrontProcess, FrontProcess]
  /** As they have it: what leads them to the database, and past the pooler. */
  environment: Record<string, string>
  pooler: Pooler | null
  stop: () => Promise<void>
}

/** Two processes that serve the database of DATABASE_URL, through PgBouncer in transaction mode where it is installed. */
export async function startFrontProcesses(): Promise<FrontProcesses> {
  const url = new URL(process.env.DATABASE_URL ?? "")
  const program = findPgBouncer()
  const server = { port: Number(url.port), password: decodeURIComponent(url.password) }
  const pooler = program ? await startPgBouncer(program, server, url.pathname.slice(1)) : null
  const direct = url.toString()
  const environment: Record<string, string> = pooler
    ? { DATABASE_URL: pooler.url, DIRECT_DATABASE_URL: direct }
    : { DATABASE_URL: direct }
  const processes = await Promise.all([startFront(environment), startFront(environment)])
  const stop = async () => {
    await Promise.all(processes.map(({ kill }) => kill()))
    await pooler?.stop()
  }
  return { processes, environment, pooler, stop }
}

async function startFront(environment: Record<string, string>): Promise<FrontProcess> {
  const child = await forkBundled("serve-front", { environment })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  const port = await Promise.race([
    new Promise<number>((resolve) => child.once("message", (message) => resolve(message as number))),
    ended.then(() => 0),
  ])
  if (port === 0) throw new Error("a front process did not start")
  const kill = () => {
    child.kill("SIGKILL")
    return ended
  }
  return { port, kill }
}
