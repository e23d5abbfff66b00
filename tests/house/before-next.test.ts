import path from "node:path"
import { expect, it } from "vitest"
import { byPlace, reached } from "./reached"
import { readSources } from "./source-files"

const root = path.resolve(import.meta.dirname, "../..")

it("what the front server answers itself loads nothing of Next, whose runtime is not ready yet", () => {
  const files = byPlace(readSources(root))
  const fast = new Set(
    ["app/fast-routes.ts", "app/shared-pages.ts"].flatMap((door) => [...reached(door, files)]),
  )
  expect(fast).toContain("lib/platform/database.ts")
  expect([...fast].filter((target) => /^next\//.test(target))).toEqual([])
  // It can fail: pages ask for cookies through Next.
  expect(reached("lib/platform/session.ts", files)).toContain("next/headers")
})
