import path from "node:path"
import { expect, it } from "vitest"
import { readSources, type SourceFile } from "./source-files"

const root = path.resolve(import.meta.dirname, "../..")

/** What a file brings into the process by name, our own files and all they bring. */
function reached(
  from: string,
  files: ReadonlyMap<string, SourceFile>,
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(from)) return seen
  seen.add(from)
  for (const { target, typeOnly } of files.get(from)?.imports ?? [])
    if (!typeOnly) reached(target.startsWith("@/") ? `${target.slice(2)}.ts` : target, files, seen)
  return seen
}

it("what the front server answers itself loads nothing of Next, whose runtime is not ready yet", () => {
  const files = new Map(readSources(root).map((file) => [file.place, file]))
  const fast = reached("app/fast-routes.ts", files)
  expect(fast).toContain("lib/platform/database.ts")
  expect([...fast].filter((target) => /^next\//.test(target))).toEqual([])
  // It can fail: pages ask for cookies through Next.
  expect(reached("lib/platform/session.ts", files)).toContain("next/headers")
})
