import { describe, expect, it } from "vitest"
import { readForm } from "@/components/ui/read-form"

const form = (...pairs: [string, string | Blob][]): FormData => {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

describe("readForm", () => {
  it("turns names into keys", () => {
    expect(readForm(form(["title", "A wall of salt"], ["note", ""]))).toEqual({
      title: "A wall of salt",
      note: "",
    })
  })

  it("gathers names ending in [] into a list, even of one", () => {
    expect(readForm(form(["class[]", "a"], ["class[]", "b"]))).toEqual({ class: ["a", "b"] })
    expect(readForm(form(["class[]", "a"]))).toEqual({ class: ["a"] })
  })

  it("reads a ticked box as true", () => {
    expect(readForm(form(["approve", "on"]))).toEqual({ approve: true })
  })

  it("leaves out files and what React adds", () => {
    expect(readForm(form(["file", new Blob(["x"])], ["$ACTION_ID_1", ""]))).toEqual({})
  })
})
