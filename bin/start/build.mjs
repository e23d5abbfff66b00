import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { withLock } from "../embedded-postgres/lock.mjs"
import { bundleServer } from "./bundle.mjs"
import { packFiles } from "./pack-files.mjs"
import { project, sentence, step } from "./progress.mjs"
import { packageProgram, runQuietly } from "./run-program.mjs"

const records = path.join(project, ".build")
const schema = ["prisma/schema", "package-lock.json"]
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "bin/serve.ts",
  "instrumentation.ts",
  "next.config.js",
  "instrumentation-client.ts",
  "tsconfig.json",
  ...schema,
]
const notSources = /(^|\/)generated(\/|$)|\.test\.tsx?$/

/** Prisma's client, made again when the schema changed. */
export function generateClient() {
  const out = path.join(project, "lib/platform/generated/client.ts")
  return whenChanged("generated", schema, out, () =>
    step(sentence("start.generating"), () => runQuietly("generate", packageProgram("prisma"), ["generate"])),
  )
}

/** The production build, made again when a source changed. */
export function buildApp() {
  return whenChanged("built", sources, path.join(project, ".next/BUILD_ID"), () =>
    step(sentence("start.building"), async () => {
      await runQuietly("build", packageProgram("next"), ["build"], { NODE_ENV: "production" })
      await Promise.all([packFiles(), bundleServer()])
    }),
  )
}

/** The front server alone, for development: Next builds its pages as they are asked for. */
export function bundleForDevelopment() {
  return bundleServer()
}

async function whenChanged(name, inputs, output, work) {
  const record = path.join(records, `${name}.sha256`)
  const digest = digestOf(inputs)
  const isCurrent = () => existsSync(output) && existsSync(record) && readFileSync(record, "utf8") === digest
  if (isCurrent()) return
  mkdirSync(records, { recursive: true })
  // Of several processes of one checkout that start at once, one builds and the others wait.
  await withLock({ folder: records, lock: path.join(records, "lock") }, async () => {
    if (isCurrent()) return
    // Without a record an interrupted build is begun again.
    rmSync(record, { force: true })
    await work()
    writeFileSync(record, digest)
  })
}

/** One digest of the names and contents of files and folders of the project. Tests and generated code are left out. */
export function digestOf(inputs) {
  const hash = createHash("sha256")
  for (const file of inputs.flatMap(filesIn).sort()) {
    hash.update(`\0${file}\0`)
    hash.update(readFileSync(path.join(project, file)))
  }
  return hash.digest("hex")
}

function filesIn(place) {
  const entry = path.join(project, place)
  if (!existsSync(entry) || notSources.test(place)) return []
  const children = childrenOf(entry)
  return children ? children.flatMap((name) => filesIn(path.join(place, name))) : [place]
}

function childrenOf(entry) {
  try {
    return readdirSync(entry)
  } catch (error) {
    if (error.code === "ENOTDIR") return null
    throw error
  }
}
