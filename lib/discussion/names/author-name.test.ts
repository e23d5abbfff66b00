import { describe, expect, it } from "vitest"
import { authorView } from "./author-name"

const student = { alias: "Blue Heron", realName: "Maya", isStaff: false, isYou: false, isOpened: false }
const teacher = { ...student, alias: "Grey Owl", realName: "Ms Lindqvist", isStaff: true }

describe("authorView", () => {
  it("gives classmates the pseudonym and nothing besides", () => {
    expect(authorView(student, "pseudonyms")).toEqual({
      name: "Blue Heron",
      alias: null,
      isYou: false,
      isStaff: false,
    })
  })

  it("gives whoever may reveal it the name, and what classmates call them", () => {
    expect(authorView(student, "revealed")).toMatchObject({ name: "Maya", alias: "Blue Heron" })
    expect(authorView(student, "names")).toMatchObject({ name: "Maya", alias: null })
  })

  it("keeps a sealed name until it was opened, and then gives it with the pseudonym", () => {
    expect(authorView(student, "opened")).toMatchObject({ name: "Blue Heron", alias: null })
    const opened = { ...student, isOpened: true }
    expect(authorView(opened, "opened")).toMatchObject({ name: "Maya", alias: "Blue Heron" })
    expect(authorView(opened, "pseudonyms")).toMatchObject({ name: "Blue Heron", alias: null })
  })

  it("never hides staff behind a pseudonym", () => {
    for (const shown of ["pseudonyms", "opened", "revealed", "names"] as const)
      expect(authorView(teacher, shown)).toMatchObject({ name: "Ms Lindqvist", alias: null, isStaff: true })
  })
})
