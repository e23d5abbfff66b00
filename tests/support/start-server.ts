import { fork } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"

const root = path.resolve(import.meta.dirname, "../..")
const START_MS = 300_000

/** What bin/start.mjs tells its parent once it serves. */
export type Ready = { address: string; databaseUrl: string; dataFolder: string }

/**
 * Playwright's global set-up: the production build with a data folder, a database and a port of its own, and the
 * demonstration class in it. With COLLOQUY_E2E_URL and COLLOQUY_DATA set, a server that runs already.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.COLLOQUY_E2E_URL) {
    announce(runningServer(process.env.COLLOQUY_E2E_URL, process.env.COLLOQUY_DATA ?? ".colloquy"))
    return async () => {}
  }
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "colloquy-e2e-"))
  const server = await startColloquy({ dataFolder })
  announce(server.ready)
  return async () => {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

// Playwright's workers inherit the environment.
function announce({ address, databaseUrl, dataFolder }: Ready): void {
  process.env.COLLOQUY_E2E_URL = address
  process.env.COLLOQUY_DATA = dataFolder
  process.env.DATABASE_URL = databaseUrl
  process.env.NEXTAUTH_SECRET = JSON.parse(
    readFileSync(path.join(dataFolder, "secrets.json"), "utf8"),
  ).sessionSecret
}

function runningServer(address: string, folder: string): Ready {
  const dataFolder = path.resolve(root, folder)
  const read = (name: string) => readFileSync(path.join(dataFolder, "postgres", name), "utf8")
  const databaseUrl = `postgresql://postgres:${read("password")}@127.0.0.1:${read("port")}/colloquy`
  return { address, databaseUrl, dataFolder }
}

/** `ended` and `stop` resolve to the exit code; null after a signal. */
export type StartedColloquy = {
  ready: Ready
  pid: number
  ended: Promise<number | null>
  stop: () => Promise<number | null>
}

/** Runs `npm start` as a child: its own data folder and a free port unless told otherwise. */
export async function startColloquy(wanted: {
  dataFolder: string
  args?: string[]
  environment?: Record<string, string>
  /** Is given all that the server prints. */
  hear?: (text: string) => void
}): Promise<StartedColloquy> {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    COLLOQUY_DATA: wanted.dataFolder,
    ...wanted.environment,
  }
  // What belongs to the tests themselves, not to the server they start.
  for (const name of ["DATABASE_URL", "DIRECT_DATABASE_URL", "NEXTAUTH_SECRET", "NODE_OPTIONS", "NODE_ENV"])
    if (!wanted.environment?.[name]) delete environment[name]
  const child = fork(path.join(root, "bin/start.mjs"), ["--port", "0", ...(wanted.args ?? [])], {
    cwd: root,
    env: environment,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (text) => {
      output = `${output}${text}`.slice(-10_000)
      wanted.hear?.(String(text))
    })
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
  const ready = await Promise.race([
    new Promise<Ready>((resolve) => child.once("message", (message) => resolve(message as Ready))),
    ended.then(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), START_MS).unref()),
  ])
  if (!ready) throw new Error(`Colloquy did not start:\n${output}`)
  const stop = async () => {
    child.kill("SIGTERM")
    return ended
  }
  return { ready, pid: child.pid ?? 0, ended, stop }
}
