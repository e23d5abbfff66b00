import { spawn } from "node:child_process"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import path from "node:path"

const root = path.resolve(import.meta.dirname, "../../..")

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Serves the build of the server under test, on its database, by Next alone: nothing of ours stands in front of it. */
export async function startBareNext(): Promise<{ base: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const { NODE_OPTIONS: _, ...environment } = process.env
  const program = path.join(root, "node_modules/next/dist/bin/next")
  const child = spawn(process.execPath, [program, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: root,
    env: { ...environment, NODE_ENV: "production" },
    stdio: "ignore",
  })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  const base = `http://127.0.0.1:${port}`
  const stop = async () => {
    child.kill("SIGTERM")
    await ended
  }
  for (let tries = 0; tries < 120; tries++) {
    const reply = await fetch(`${base}/join`).catch(() => null)
    if (reply?.ok) return { base, stop }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await stop()
  throw new Error("Next alone did not start")
}
