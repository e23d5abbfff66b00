import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { fastRoutes } from "@/app/fast-routes"
import { commands } from "@/bin/cli/commands"
import { readSources } from "./source-files"

const root = path.resolve(import.meta.dirname, "../..")
const guide = readFileSync(path.join(root, "docs/deploying.md"), "utf8")
const example = (name: string) => readFileSync(path.join(root, "docs/deploying", name), "utf8")
const examples = readdirSync(path.join(root, "docs/deploying"))

const isInstalled = (program: string, ...args: string[]): boolean => !spawnSync(program, args).error
const draft = (name: string, text: string): string => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), "colloquy-deploying-")), name)
  writeFileSync(file, text)
  return file
}

/** The cells of the table that has this heading, as numbers where they are. */
function tableUnder(heading: string): (string | number)[][] {
  const lines = guide.slice(guide.indexOf(`| ${heading}`)).split("\n")
  const rows = lines.slice(
    2,
    lines.findIndex((line) => !line.startsWith("|")),
  )
  const cellsOf = (row: string) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim())
  return rows.map((row) =>
    cellsOf(row).map((cell) => {
      const number = Number(cell.replaceAll(",", "").replace(/ GB$/, ""))
      return Number.isNaN(number) ? cell : number
    }),
  )
}

describe("the sizing table", () => {
  const perStudent = tableUnder("row of the bench").reduce(
    (sum, [, ms, times]) => sum + Number(ms) * Number(times),
    0,
  )

  it("says what one active student costs", () => {
    expect(guide).toContain(`the sum of the products: ${Math.round(perStudent * 10) / 10} CPU-ms`)
  })

  it.each(tableUnder("students"))(
    "is what its formulas say for %s students",
    (_, active, cores, processes, memory) => {
      const busy = (Number(active) * perStudent) / 600_000 / 0.5
      expect(cores).toBe(Math.max(2, Math.ceil(busy)))
      const least = Math.ceil(Number(active) / 4_000)
      expect(processes).toBe(busy < 0.5 ? 1 : Math.max(least, Math.ceil((Number(cores) * 2) / 3)))
      expect(memory).toBe(Number(processes) * 2 + 2)
    },
  )
})

describe("what the guide and its files name", () => {
  const sources = readSources(root)
  const code = sources
    .filter(({ place }) => !/^tests\//.test(place))
    .map(({ text }) => text)
    .join("\n")

  it("are settings that the code reads", () => {
    const texts = [guide, ...examples.map(example)].join("\n")
    const named = new Set(
      texts.match(/\b(?:[A-Z]+_)*(?:DATABASE_URL|SECRET|KEY|PROXY|DATA|POOL|URL|FROM|PORT|HOST)\b(?=[=` ])/g),
    )
    expect(named.size).toBeGreaterThan(8)
    const next = readFileSync(
      path.join(root, "node_modules/next/dist/server/app-render/encryption-utils-server.js"),
      "utf8",
    )
    for (const name of named) expect(`${code}${next}`, name).toMatch(new RegExp(`\\b${name}\\b`))
  })

  it("are files that are there, and commands that there are", () => {
    const links = [...guide.matchAll(/\]\(deploying\/([^)]*)\)/g)].map(([, name]) => name)
    expect([...new Set(links)].filter(Boolean).sort()).toEqual(examples.sort())
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"))
    for (const [, script = ""] of guide.matchAll(/`?npm run (?:--silent )?(\w+)/g))
      expect(scripts).toHaveProperty(script)
    for (const [, name] of guide.matchAll(/colloquy -- (\w+)/g))
      expect(commands.map((command) => command.name)).toContain(name)
  })
})

describe("the proxies", () => {
  it("pass every stream on unbuffered, and keep it for longer than it is silent", () => {
    const [, pattern = "", block = ""] = /location ~ (\S+) \{([^}]*)\}/.exec(example("nginx.conf")) ?? []
    const streams = fastRoutes.filter(({ pattern: route }) => route.source.includes("events"))
    expect(streams.length).toBeGreaterThan(1)
    for (const route of streams) {
      const asked = route.pattern.source.replace(/\(\?<\w+>[^)]*\)/g, "x").replace(/[\\^$]/g, "")
      expect(asked).toMatch(new RegExp(pattern))
    }
    expect(block).toContain("proxy_buffering off;")
    expect(example("Caddyfile")).toContain("flush_interval -1")
  })

  it.skipIf(!isInstalled("nginx", "-v") || !isInstalled("openssl", "version"))(
    "is a configuration that nginx takes",
    () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), "colloquy-nginx-"))
      const [key, certificate] = [path.join(folder, "key.pem"), path.join(folder, "certificate.pem")]
      const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=colloquy.example.org"]
      execFileSync("openssl", [...request, "-keyout", key, "-out", certificate], { stdio: "ignore" })
      const site = example("nginx.conf")
        .replace(/ssl_certificate .*;/, `ssl_certificate ${certificate};`)
        .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`)
        .replace("listen 80;", `listen unix:${folder}/plain;`)
        .replace("listen 443 ssl http2;", `listen unix:${folder}/tls ssl http2;`)
      const whole = `pid ${folder}/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${site}\n}\n`
      const { stderr, status } = spawnSync("nginx", ["-t", "-c", draft("nginx.conf", whole)], {
        encoding: "utf8",
      })
      expect(status, stderr).toBe(0)
    },
  )

  it.skipIf(!isInstalled("caddy", "version"))("is a configuration that Caddy takes", () => {
    const file = path.join(root, "docs/deploying/Caddyfile")
    const args = ["validate", "--adapter", "caddyfile", "--config", file]
    const { stderr, status } = spawnSync("caddy", args, { encoding: "utf8" })
    expect(status, stderr).toBe(0)
  })
})

describe("the service", () => {
  it.skipIf(!isInstalled("systemd-analyze", "--version"))("is a unit that systemd takes", () => {
    const unit = example("colloquy@.service").replace("/usr/bin/node", process.execPath)
    const file = draft("colloquy@.service", unit)
    const instance = file.replace("@.service", "@3000.service")
    writeFileSync(instance, unit)
    const { stderr } = spawnSync("systemd-analyze", ["verify", instance], { encoding: "utf8" })
    expect(stderr.split("\n").filter((line) => line.includes("colloquy@"))).toEqual([])
  })

  it("is given longer to stop than requests are given to end", () => {
    const serve = readFileSync(path.join(root, "bin/serve.ts"), "utf8")
    const [, drain = ""] = /DRAIN_FOR = ([\d_]+)/.exec(serve) ?? []
    const [, stop = ""] = /TimeoutStopSec=(\d+)/.exec(example("colloquy@.service")) ?? []
    expect(Number(stop) * 1000).toBeGreaterThan(Number(drain.replaceAll("_", "")))
  })
})
