import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { parseArguments } from "./arguments.mjs"
import { factorKey, openDataFolder, sessionSecret } from "./data-folder.mjs"
import { isInstalled } from "./install.mjs"
import { compareMigrations } from "./migrations.mjs"
import { isNewEnough } from "./node-version.mjs"
import { refuseHalfOidc } from "./oidc.mjs"
import { handOver, isOfNewerLine, ownNode } from "./own-node.mjs"

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

  it("runs here, where there is one for this system, and leaves alone who runs it already", async () => {
    const own = ownNode()
    if (own) expect(Number(own.version.split(".")[0])).toBeGreaterThanOrEqual(24)
    if (!own || !isOfNewerLine(own.version)) expect(await handOver()).toBe(false)
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
