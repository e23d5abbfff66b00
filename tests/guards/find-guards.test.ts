import { describe, expect, it } from "vitest"
import { instrument } from "./find-guards"

const kindsOf = (text: string) => instrument("lib/a.ts", text).guards.map(({ kind }) => kind)

describe("guards of a file", () => {
  it("are questions to the table, refusals, releases and transactions", () => {
    const text = [
      "export async function act(viewer, row) {",
      '  if (!can(viewer, "post.write")) return refuse("forbidden", "a.no")',
      '  if (row.isHidden) return refuse("missing", "a.gone")',
      "  const shown = decideRelease(row, now)",
      "  return database().$transaction(async (tx) => {",
      '    return (await late(tx)) ? refuse("conflict", "a.late") : allow(shown)',
      "  })",
      "}",
    ].join("\n")
    const made = instrument("lib/a.ts", text)
    expect(made.guards.map(({ kind, id }) => [kind, id])).toEqual([
      ["permission", "lib/a.ts:2#1"],
      ["refusal", "lib/a.ts:3#2"],
      ["release", "lib/a.ts:4#3"],
      ["transaction", "lib/a.ts:5#4"],
      ["refusal", "lib/a.ts:6#5"],
    ])
    const lines = made.text.split("\n")
    expect(lines.slice(0, 7)).toEqual([
      "export async function act(viewer, row) {",
      '  if (!__guards.permission("lib/a.ts:2#1", () => can(viewer, "post.write"))) return refuse("forbidden", "a.no")',
      '  if (__guards.refusal("lib/a.ts:3#2", false, () => (row.isHidden))) return refuse("missing", "a.gone")',
      '  const shown = __guards.release("lib/a.ts:4#3", () => decideRelease(row, now))',
      '  return __guards.transaction("lib/a.ts:5#4", database(), async (tx) => {',
      '    return (await __guards.laterRefusal("lib/a.ts:6#5", false, async () => ((await late(tx))))) ? refuse("conflict", "a.late") : allow(shown)',
      "  })",
    ])
  })

  it("are not what input is refused for, nor a row that is not there", () => {
    expect(kindsOf('const a = (x) => { if (x > 1) return refuse("invalid", "a.b") }')).toEqual([])
    expect(kindsOf('const a = (row) => { if (!row) return refuse("missing", "a.b") }')).toEqual([])
    expect(kindsOf('const a = (x) => { if (!isOwner) return refuse("missing", "a.b") }')).toEqual(["refusal"])
  })

  it("refuse where the other branch of a choice lets through", () => {
    const text = 'const a = (fits) => (fits ? allow(1) : refuse("conflict", "a.b"))'
    expect(instrument("lib/a.ts", text).text).toContain(
      '__guards.refusal("lib/a.ts:1#1", true, () => (fits))',
    )
  })

  it("leave a file without any as it is", () => {
    expect(instrument("lib/a.ts", "export const a = 1\n")).toEqual({
      guards: [],
      text: "export const a = 1\n",
    })
  })
})
