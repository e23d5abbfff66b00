import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { describe, expect, it, vi } from "vitest"
import { parseArguments } from "./arguments.mjs"
import { factorKey, openDataFolder, sessionSecret } from "./data-folder.mjs"
import { isInstalled } from "./install.mjs"
import { compareMigrations } from "./migrations.mjs"
import { isNewEnough } from "./node-version.mjs"
import { refuseHalfOidc } from "./oidc.mjs"
import { isOfNewerLine, ownNode } from "./own-node.mjs"

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), "colloquy-start-"))

describe("the version of Node", () => {
  it.each([
    ["18.20.4", false],
    ["20.18.3", false],
    ["20.19.0", true],
    ["22.1.0", true],
  ])("%s is new enough: %s", (version, expected) => expect(isNewEnough(version)).toBe(expected))
})

describe("the Node that comes along", () => {
  it.each([
    ["24.21.0", "20.19.0", true],
    ["24.21.0", "24.1.0", false],
    ["24.21.0", "26.10.0", false],
  ])("%s takes over from %s: %s", (own, running, takes) => expect(isOfNewerLine(own, running)).toBe(takes))

  it("runs, where there is one for this system", () => {
    const own = ownNode()
    expect(own === null || Number(own.version.split(".")[0]) >= 24).toBe(true)
  })
})

describe("handing over to a newer Node", () => {
  const module = JSON.stringify(path.join(import.meta.dirname, "own-node.mjs"))
  /** Hands over to this very Node, as if it were of a later line; who takes over says its id, and ends as the school's server does. */
  const begin = (version: string, then: string) => {
    const program = `
      const { handOver } = await import(${module})
      const own = { program: process.execPath, version: "${version}" }
      if (!(await handOver(own))) {
        process.on("SIGTERM", () => process.exit(7))
        process.on("disconnect", () => process.exit(0))
        console.log(process.connected ? "taken over" : "stays", process.pid)
        ${then}
      }`
    const parent = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    })
    const ended = once(parent, "close").then(([code]) => code as number | null)
    const said = once(parent.stdout, "data").then(([text]) =>
      String(text)
        .trim()
        .split(/ (?=\d)/),
    )
    return { parent, ended, said }
  }
  const forever = "setInterval(() => {}, 1000)"
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }

  it("ends as that one ends, and passes signals on", async () => {
    const short = begin("99.0.0", "process.exit(3)")
    expect((await short.said)[0]).toBe("taken over")
    expect(await short.ended).toBe(3)
    const long = begin("99.0.0", forever)
    await long.said
    long.parent.kill("SIGTERM")
    expect(await long.ended).toBe(7)
  })

  it("leaves nothing running where the one that was called is killed", async () => {
    const { parent, said } = begin("99.0.0", forever)
    const pid = Number((await said)[1])
    expect(isAlive(pid)).toBe(true)
    parent.kill("SIGKILL")
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000)
  })

  it("does not happen to one of the same line", async () => {
    const { said, ended } = begin(process.versions.node, "process.exit(0)")
    expect((await said)[0]).toBe("stays")
    expect(await ended).toBe(0)
  })
})

describe("arguments", () => {
  it("puts demonstration people into the embedded database only, unless asked", () => {
    const elsewhere = { DATABASE_URL: "postgresql://db/school" }
    expect(parseArguments([], {}).demonstration).toBe(true)
    expect(parseArguments(["--no-demo"], {}).demonstration).toBe(false)
    expect(parseArguments([], elsewhere).demonstration).toBe(false)
    expect(parseArguments(["--demo"], elsewhere).demonstration).toBe(true)
  })

  it("empties a database in development only, and never somebody's own", () => {
    expect(parseArguments(["--reset"], {}).reset).toBe(false)
    expect(parseArguments(["--dev", "--reset"], {}).reset).toBe(true)
    expect(parseArguments(["--dev", "--reset"], { DATABASE_URL: "postgresql://db/x" }).reset).toBe(false)
  })

  it("takes the port from the flag, then from PORT, and refuses what is none", () => {
    expect(parseArguments(["--port", "4000"], { PORT: "5000" }).port).toBe(4000)
    expect(parseArguments([], { PORT: "5000" }).port).toBe(5000)
    expect(() => parseArguments([], { PORT: "http" })).toThrow("not a port")
    expect(() => parseArguments(["--prot", "1"], {})).toThrow("Usage")
  })
})

describe("the session secret", () => {
  it("is made once, readable by its owner alone", () => {
    const folder = openDataFolder({ COLLOQUY_DATA: newFolder() })
    const secret = sessionSecret(folder, {})
    expect(secret.length).toBeGreaterThanOrEqual(48)
    expect(sessionSecret(folder, {})).toBe(secret)
    expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600)
  })

  it.each(["", "short", "a".repeat(64)])("refuses to start with the weak secret %j", (secret) => {
    expect(() => sessionSecret(newFolder(), { NEXTAUTH_SECRET: secret })).toThrow("missing or weak")
  })

  it("refuses a damaged file instead of replacing it, which would sign everybody out", () => {
    const folder = newFolder()
    const file = path.join(folder, "secrets.json")
    writeFileSync(file, '{"sessionSecret"')
    expect(() => sessionSecret(folder, {})).toThrow("missing or weak")
    expect(readFileSync(file, "utf8")).toBe('{"sessionSecret"')
  })
})

describe("the key of second factors", () => {
  it("is made beside a session secret that was there before, and stays", () => {
    const folder = openDataFolder({ COLLOQUY_DATA: newFolder() })
    const secret = sessionSecret(folder, {})
    const key = factorKey(folder, {})
    expect(key.length).toBeGreaterThanOrEqual(48)
    expect(key).not.toBe(secret)
    expect(factorKey(folder, {})).toBe(key)
    expect(sessionSecret(folder, {})).toBe(secret)
    expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600)
  })

  it("does not stand in the way of a session secret that is made later", () => {
    const folder = openDataFolder({ COLLOQUY_DATA: newFolder() })
    const key = factorKey(folder, {})
    expect(sessionSecret(folder, {}).length).toBeGreaterThanOrEqual(48)
    expect(factorKey(folder, {})).toBe(key)
  })

  it("is not made anew where the file is damaged, and no weak one is taken", () => {
    const folder = newFolder()
    writeFileSync(path.join(folder, "secrets.json"), '{"sessionSecret"')
    expect(() => factorKey(folder, {})).toThrow("missing or weak")
    expect(() => factorKey(newFolder(), { COLLOQUY_FACTOR_KEY: "short" })).toThrow("missing or weak")
  })
})

describe("a provider of sign-ins", () => {
  const whole = { OIDC_ISSUER: "https://x.example", OIDC_CLIENT_ID: "c", OIDC_CLIENT_SECRET: "s" }

  it("is set whole or not at all", () => {
    expect(() => refuseHalfOidc({})).not.toThrow()
    expect(() => refuseHalfOidc({ ...whole, OIDC_NAME: "x" })).not.toThrow()
    expect(() => refuseHalfOidc({ ...whole, OIDC_CLIENT_SECRET: " " })).toThrow(
      "Missing: OIDC_CLIENT_SECRET.",
    )
    expect(() => refuseHalfOidc({ OIDC_NAME: "x" })).toThrow("Missing: OIDC_ISSUER, OIDC_CLIENT_ID")
  })
})

describe("migrations", () => {
  const first = { name: "0001_init", checksum: "a" }
  const second = { name: "0002_rules", checksum: "b" }

  it("tells same, behind and changed apart", () => {
    expect(compareMigrations([first, second], [second, first])).toBe("same")
    expect(compareMigrations([first, second], [first])).toBe("behind")
    expect(compareMigrations([first, second], [{ ...first, checksum: "x" }])).toBe("changed")
  })
})

describe("what is installed", () => {
  const lock = (version: string) => JSON.stringify({ packages: { "": {}, "node_modules/a": { version } } })

  it("is compared with the lock file by version", () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, "node_modules"))
    writeFileSync(path.join(folder, "package-lock.json"), lock("1.0.0"))
    expect(isInstalled(folder)).toBe(false)
    writeFileSync(path.join(folder, "node_modules/.package-lock.json"), lock("1.0.0"))
    expect(isInstalled(folder)).toBe(true)
    writeFileSync(path.join(folder, "package-lock.json"), lock("1.0.1"))
    expect(isInstalled(folder)).toBe(false)
  })
})
