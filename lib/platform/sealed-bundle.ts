import "server-only"
import { existsSync } from "node:fs"
import { builtinModules } from "node:module"
import path from "node:path"
import { build, type Plugin } from "esbuild"

/** What parsing needs of Node. Everything else is a module that refuses: no file, no network, no other program. */
const HARMLESS = new Set(
  "assert async_hooks buffer events perf_hooks stream string_decoder timers util worker_threads".split(" "),
)

const SEALED = `
  const refuse = () => { throw new Error("not in a sealed worker") }
  module.exports = new Proxy({}, { get: (_, name) => (name === "__esModule" ? undefined : refuse) })`

const sealed: Plugin = {
  name: "sealed",
  setup(builder) {
    const names = builtinModules.filter((name) => !HARMLESS.has(name) && !name.startsWith("_"))
    const filter = new RegExp(`^(?:node:)?(?:${names.join("|")}|canvas)$`)
    builder.onResolve({ filter }, ({ path: name }) => ({ path: name, namespace: "sealed" }))
    builder.onLoad({ filter: /.*/, namespace: "sealed" }, () => ({ contents: SEALED }))
    builder.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "empty" }))
    builder.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }))
  },
}

const packed = new Map<string, Promise<string>>()

/**
 * The program of a sealed worker with all its packages in one piece; `entry` is its file, from the project's folder. Made
 * once per process, in about half a second.
 */
export function sealedBundle(entry: string): Promise<string> {
  const program = packed.get(entry) ?? pack(entry)
  packed.set(entry, program)
  program.catch(() => packed.delete(entry))
  return program
}

async function pack(entry: string): Promise<string> {
  const folder = projectFolder(entry)
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "silent",
    // Their builds for Node would start workers of their own, and ask a module of Node for randomness.
    alias: { fflate: "fflate/browser", uuid: path.join(folder, "node_modules/uuid/dist/index.js") },
    plugins: [sealed],
  })
  return outputFiles[0]?.text ?? ""
}

/** The server runs in the project; a command may be called from elsewhere, and then says where the project is. */
function projectFolder(entry: string): string {
  const named = process.env.TSX_TSCONFIG_PATH
  const here = process.cwd()
  return !existsSync(path.join(here, entry)) && named ? path.dirname(named) : here
}
