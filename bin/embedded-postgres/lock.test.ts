import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { withLock } from "./lock.mjs"

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-lock-"))
  lock = path.join(folder, "lock")
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const taken = () => withLock({ folder, lock }, async () => "taken")

describe("the lock of a data folder", () => {
  it.each([
    ["empty, as a power cut or a full disk leaves it", ""],
    ["of a process that is gone", "999999999 1"],
    ["of a number that is somebody else's by now", `${process.ppid} 1`],
    ["of our own number, before the machine was started again", `${process.pid} 1`],
    ["of no process", "what is this"],
  ])("is taken over where it is %s", async (_, holder) => {
    writeFileSync(lock, holder)
    expect(await taken()).toBe("taken")
    expect(readdirSync(folder)).toEqual([])
  })

  it("is taken over from a process that was killed while it held it", async () => {
    const module = pathToFileURL(path.join(import.meta.dirname, "lock.mjs")).href
    const program = `
      import { withLock } from ${JSON.stringify(module)}
      await withLock(${JSON.stringify({ folder, lock })}, async () => process.kill(process.pid, "SIGKILL"))`
    const { signal } = spawnSync(process.execPath, ["--input-type=module", "-e", program])
    expect(signal).toBe("SIGKILL")
    expect(existsSync(lock)).toBe(true)
    expect(await taken()).toBe("taken")
  })

  it("is held by one at a time, also where an abandoned one lay about", async () => {
    writeFileSync(lock, "")
    let inside = 0
    let most = 0
    const one = async () => {
      inside += 1
      most = Math.max(most, inside)
      await sleep(2)
      inside -= 1
    }
    await Promise.all(Array.from({ length: 20 }, () => withLock({ folder, lock }, one)))
    expect(most).toBe(1)
    expect(readdirSync(folder)).toEqual([])
  })

  it("is given back by work that fails", async () => {
    const failing = withLock({ folder, lock }, async () => {
      throw new Error("no")
    })
    await expect(failing).rejects.toThrow("no")
    expect(await taken()).toBe("taken")
  })
})
