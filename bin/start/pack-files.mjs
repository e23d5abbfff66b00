import { readdirSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { promisify } from "node:util"
import { brotliCompress } from "node:zlib"
import { project } from "./progress.mjs"

const brotli = promisify(brotliCompress)
const built = path.join(project, ".next/static")
const packable = /\.(?:js|css|json|svg|txt|html)$/
/** Below that, the packing weighs more than it takes away. In bytes. */
const worthPacking = 1024
/** As many as Node's own threads. */
const atOnce = 4

/**
 * Packs the parts of the app with brotli, as well as it can, beside each file: a seventh smaller than gzip makes them, and too slow
 * to be done when they are asked for. lib/platform/kept-files.ts sends them to browsers that take them.
 */
export async function packFiles() {
  const waiting = readdirSync(built, { recursive: true }).filter((name) => packable.test(name))
  await Promise.all(Array.from({ length: atOnce }, () => packNext(waiting)))
}

async function packNext(waiting) {
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    const whole = await readFile(path.join(built, name))
    if (whole.length >= worthPacking) await writeFile(path.join(built, `${name}.br`), await brotli(whole))
  }
}
