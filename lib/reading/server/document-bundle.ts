import "server-only"
import { existsSync } from "node:fs"
import { builtinModules } from "node:module"
import path from "node:path"
import { build, type Plugin } from "esbuild"

const ENTRY = "lib/reading/server/document-worker.ts"

/** What parsing needs of Node. Everything else is a module that refuses: no file, no network, no other program. */
const HARMLESS = new Set(
  "assert async_hooks buffer events perf_hooks stream string_decoder timers util worker_threads".split(" "),
)

const SEALED = `
  const refuse = () => { throw new Error("not in a document worker") }
  module.exports = new Proxy({}, { get: (_, name) => (name === "__esModule" ? undefined : refuse) })`

const sealed: Plugin = {
  name: "sealed",
  setup(builder) {
    const names = builtinModules.filter((name) => !HARMLESS.has(name) && !name.startsWith("_"))
    const filter = new RegExp(`^(?:node:)?(?:${names.join("|")}|server-only|canvas)$`)
    builder.onResolve({ filter }, ({ path: name }) => ({ path: name, namespace: "sealed" }))
    builder.onLoad({ filter: /.*/, namespace: "sealed" }, () => ({ contents: SEALED }))
  },
}

let packed: Promise<string> | undefined

/** The program of the document worker with all its packages in one piece. Made once per process, in about half a second. */
export function documentBundle(): Promise<string> {
  packed ??= pack()
  packed.catch(() => {
    packed = undefined
  })
  return packed
}

async function pack(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: projectFolder(),
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "silent",
    // Its build for Node would start workers of its own.
    alias: { fflate: "fflate/browser" },
    plugins: [sealed],
  })
  return outputFiles[0]?.text ?? ""
}

/** The server runs in the project; a command may be called from elsewhere, and then says where the project is. */
function projectFolder(): string {
  const named = process.env.TSX_TSCONFIG_PATH
  const here = process.cwd()
  return !existsSync(path.join(here, ENTRY)) && named ? path.dirname(named) : here
}
