import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { checkImports } from "./check-imports"
import { findImports } from "./source-files"

let root = ""

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "colloquy-house-"))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(files: Record<string, string>): void {
  for (const [place, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, place)), { recursive: true })
    writeFileSync(path.join(root, place), text)
  }
}

const reasons = () => checkImports(root).map(({ place, line, reason }) => `${place}:${line} ${reason}`)

const inOrder = {
  "lib/quiz/score.ts":
    'import type { Viewer } from "@/lib/access/viewer"\nexport const score = (v: Viewer) => v\n',
  "lib/access/viewer.ts": "export type Viewer = { id: string }\n",
  "lib/quiz/server/store.ts":
    'import "server-only"\nimport { score } from "@/lib/quiz/score"\nexport const s = score\n',
  "app/page.tsx": 'import { s } from "@/lib/quiz/server/store"\nexport default () => s\n',
}

/** One breach each: the file that holds it, its text, and what must be said about it. */
const breaches: [string, string, string][] = [
  [
    "lib/quiz/a.ts",
    'import { x } from "@/lib/discussion/x"\nexport const a = x',
    "quiz may not know lib/discussion",
  ],
  ["lib/quiz/a.ts", 'import { x } from "@/lib/access/x"\nexport const a = x', "only types of lib/access"],
  [
    "lib/classroom/a.ts",
    'import type { X } from "@/lib/access/x"\nexport type A = X',
    "may not know lib/access",
  ],
  [
    "lib/quiz/a.ts",
    'import { x } from "@/lib/quiz/server/store"\nexport const a = x',
    "may not import server code",
  ],
  ["lib/quiz/a.ts", 'import { x } from "./server/store"\nexport const a = x', "may not import server code"],
  ["lib/quiz/a.ts", 'import { x } from "@/lib/platform/x"\nexport const a = x', "may not import platform"],
  ["lib/quiz/a.ts", 'import { cache } from "react"\nexport const a = cache', "may not import react"],
  ["lib/quiz/a.ts", 'import fs from "node:fs"\nexport const a = fs', "may not import node:fs"],
  ["lib/quiz/a.ts", 'export const a = () => import("@/lib/results/x")', "may not know lib/results"],
  [
    "lib/quiz/a.ts",
    'import {\n  type A,\n  b,\n} from "@/lib/lesson/x"\nexport const a: A = b',
    "may not know lib/lesson",
  ],
  [
    "lib/quiz/server/a.ts",
    'import { x } from "@/lib/quiz/x"\nexport const a = x',
    'begin with import "server-only"',
  ],
  [
    "lib/quiz/server/a.ts",
    'import "server-only"\nimport { x } from "@/lib/reading/server/store"\nexport const a = x',
    "may not import lib/reading/server",
  ],
  [
    "lib/lesson/server/a.ts",
    'import "server-only"\nimport { x } from "@/lib/quiz/server/submit"\nexport const a = x',
    "but its stores",
  ],
  ["lib/platform/a.ts", 'import { x } from "@/lib/quiz/x"\nexport const a = x', "platform may know no room"],
  [
    "components/quiz/a.tsx",
    'import { x } from "@/lib/quiz/server/store"\nexport const a = x',
    "components may not import server",
  ],
  [
    "components/quiz/a.tsx",
    'import { x } from "@/lib/platform/x"\nexport const a = x',
    "components may not import platform",
  ],
  [
    "components/quiz/a.tsx",
    'import type { User } from "@/lib/platform/generated/client"\nexport type A = User',
    "components may not import platform",
  ],
  ["app/page.tsx", 'import pg from "pg"\nexport default pg', "stay under server/ and platform/"],
  ["components/quiz/a.tsx", "export const a = (router: R) => router.refresh()", "not by router.refresh()"],
  ["lib/quiz/utils.ts", "export const a = 1", "without a name of its own"],
  ["lib/quiz/helpers/a.ts", "export const a = 1", "without a name of its own"],
  ["lib/quiz/index.ts", "export const a = 1", "a barrel file"],
  ["lib/quiz/all.ts", 'export * from "@/lib/quiz/score"\nexport { a } from "./a"', "a barrel file"],
]

describe("the import table", () => {
  it("finds nothing in a house in order", () => {
    write(inOrder)
    expect(reasons()).toEqual([])
  })

  it.each(breaches)("finds the breach in %s: %s", (place, text, reason) => {
    write({ ...inOrder, [place]: text })
    expect(
      reasons()
        .filter((found) => found.startsWith(place))
        .join("\n"),
    ).toContain(reason)
  })

  it("finds a cycle, and leaves types that name each other alone", () => {
    write({
      "lib/quiz/a.ts": 'import { b } from "@/lib/quiz/b"\nexport const a = () => b',
      "lib/quiz/b.ts": 'import { a } from "./a"\nexport const b = () => a',
      "lib/quiz/c.ts": 'import type { D } from "./d"\nexport type C = D',
      "lib/quiz/d.ts": 'import type { C } from "./c"\nexport type D = C | null',
    })
    expect(reasons()).toEqual(["lib/quiz/a.ts:1 a cycle: lib/quiz/a.ts -> lib/quiz/b.ts -> lib/quiz/a.ts"])
  })

  it("names the line", () => {
    write({ "lib/quiz/a.ts": '// why\n\nimport { x } from "@/lib/results/x"\nexport const a = x' })
    expect(reasons()[0]).toMatch(/^lib\/quiz\/a\.ts:3 /)
  })

  it("fails where there is nothing to look at, instead of reporting success", () => {
    expect(() => checkImports(root)).toThrow("no source files")
  })
})

describe("finding imports", () => {
  it("leaves comments out", () => {
    expect(findImports('// import a from "a"\n/*\nimport b from "b"\n*/\nconst c = 1')).toEqual([])
  })

  it("tells types from values", () => {
    const text =
      'import type { A } from "a"\nimport { type B } from "b"\nimport { type C, d } from "c"\nimport "e"'
    expect(findImports(text).map(({ target, typeOnly }) => [target, typeOnly])).toEqual([
      ["a", true],
      ["b", true],
      ["c", false],
      ["e", false],
    ])
  })
})
