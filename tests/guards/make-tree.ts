import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import path from "node:path"
import { type Guard, instrument } from "./find-guards"

const root = path.resolve(import.meta.dirname, "../..")
export const tree = path.join(root, ".build/guards/tree")

const isGuarded = (file: string): boolean =>
  /^(lib|app)\/.*\.tsx?$/.test(file) &&
  !/\.(test|d)\.tsx?$/.test(file) &&
  file !== "lib/access/permissions.ts"

// What was transformed once is not transformed for each guard again.
const SETTINGS = `    setupFiles: ["tests/guards/set-up.ts"],
    experimental: { fsModuleCache: true },
    runner: process.env.GUARD_PLAN ? "tests/guards/sweep-runner.ts" : undefined,`

/** Copies what git knows of the project, every guard in its switch. Answers the guards in the order of their files. */
export function makeTree(): Guard[] {
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(tree, { recursive: true })
  const files = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
  }).stdout.split("\0")
  for (const file of files.filter(Boolean)) cpSync(path.join(root, file), path.join(tree, file))
  symlinkSync(path.join(root, "node_modules"), path.join(tree, "node_modules"))
  const generated = "lib/platform/generated"
  cpSync(path.join(root, generated), path.join(tree, generated), { recursive: true })
  rewrite(".config/vitest.config.ts", (text) => text.replace("  test: {\n", `  test: {\n${SETTINGS}\n`))
  rewrite("tests/support/database.ts", (text) =>
    text
      .replace(
        'import pg from "pg"',
        'import { dropIndex } from "@/tests/guards/drop-index"\nimport pg from "pg"',
      )
      .replace("process.env.DATABASE_URL = url.toString()", "$&\n    await dropIndex(url.toString())"),
  )
  return files
    .filter(isGuarded)
    .sort()
    .flatMap((file) => {
      let guards: Guard[] = []
      rewrite(file, (text) => {
        const made = instrument(file, text)
        guards = made.guards
        return made.text
      })
      return guards
    })
}

function rewrite(file: string, change: (text: string) => string): void {
  const at = path.join(tree, file)
  const before = readFileSync(at, "utf8")
  const after = change(before)
  if (after !== before) writeFileSync(at, after)
}
