import path from "node:path"
import { build } from "esbuild"
import { project } from "./progress.mjs"

export const serverBundle = path.join(project, ".build/serve.mjs")

/** Packs bin/serve.ts, which is the server. */
export function bundleServer() {
  return bundle("bin/serve.ts", serverBundle)
}

/** Packs a file of the project and what it imports of ours into one file that plain Node runs. Packages stay outside. */
export async function bundle(entry, outfile) {
  await build({
    absWorkingDir: project,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["react-server"],
    packages: "external",
    sourcemap: true,
    logLevel: "silent",
    plugins: [marksOfNext],
  })
}

// Two things Next's own bundler knows: "server-only" is empty on a server, and next/… names files.
const marksOfNext = {
  name: "marks-of-next",
  setup(builder) {
    builder.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "empty" }))
    builder.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }))
    builder.onResolve({ filter: /^next\/[a-z/]+$/ }, ({ path: name }) => ({
      path: `${name}.js`,
      external: true,
    }))
  },
}
