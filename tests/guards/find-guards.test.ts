import { describe, expect, it } from "vitest"
import { type Guard, instrument } from "./find-guards"

const kindsOf = (text: string) => instrument("lib/a.ts", text).guards.map(({ kind }) => kind)

/** With a number in place of each name: the order in which they are found. */
const numbered = ({ guards, text }: { guards: Guard[]; text: string }): string =>
  guards.reduce((named, { id }, at) => named.replaceAll(id, `${at + 1}`), text)

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
    expect(made.guards.map(({ kind }) => kind)).toEqual([
      "permission",
      "refusal",
      "release",
      "transaction",
      "refusal",
    ])
    const lines = numbered(made).split("\n")
    expect(lines.slice(0, 7)).toEqual([
      "export async function act(viewer, row) {",
      '  if (!__guards.permission("1", () => can(viewer, "post.write"))) return refuse("forbidden", "a.no")',
      '  if (__guards.refusal("2", false, () => (row.isHidden))) return refuse("missing", "a.gone")',
      '  const shown = __guards.release("3", () => decideRelease(row, now))',
      '  return __guards.transaction("4", database(), async (tx) => {',
      '    return (await __guards.laterRefusal("5", false, async () => ((await late(tx))))) ? refuse("conflict", "a.late") : allow(shown)',
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
    expect(numbered(instrument("lib/a.ts", text))).toContain('__guards.refusal("1", true, () => (fits))')
  })

  it("are named by their file and their words, wherever in it they stand", () => {
    const guarded = 'const a = (x) => { if (x.isLate) return refuse("conflict", "a.b") }'
    const idsOf = (text: string) => instrument("lib/a.ts", text).guards.map(({ id }) => id)
    const [id = ""] = idsOf(guarded)
    expect(idsOf(`// A line more.\n${guarded}\n${guarded}`)).toEqual([id, id.replace(/1$/, "2")])
    expect(idsOf(guarded.replace("isLate", "isOver"))).not.toEqual([id])
    expect(instrument("lib/b.ts", guarded).guards[0]?.id).not.toBe(id)
  })

  it("leave a file without any as it is", () => {
    expect(instrument("lib/a.ts", "export const a = 1\n")).toEqual({
      guards: [],
      text: "export const a = 1\n",
    })
  })
})
