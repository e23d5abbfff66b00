import { describe, expect, it } from "vitest"
import { actKinds, undoings, undoneKind } from "./moderation-act"

describe("undoneKind", () => {
  it("is the other way round of what undoes what", () => {
    for (const [kind, undoing] of Object.entries(undoings)) expect(undoneKind(undoing)).toBe(kind)
    expect(actKinds.filter((kind) => undoneKind(kind)).length).toBe(Object.keys(undoings).length)
    expect(undoneKind("private_opened")).toBeNull()
  })
})
