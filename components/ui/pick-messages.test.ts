import { describe, expect, it } from "vitest"
import { mergeMessages, pickMessages } from "@/components/ui/pick-messages"

const messages = {
  common: { close: "Close" },
  reading: { settings: { size: "Size" }, notes: { add: "Add a note" }, refusals: { tooLong: "Too long." } },
}

describe("pickMessages", () => {
  it("takes a whole room", () => {
    expect(pickMessages(messages, ["common"])).toEqual({ common: { close: "Close" } })
  })

  it("takes branches of one room together", () => {
    expect(pickMessages(messages, ["reading.settings", "reading.notes"])).toEqual({
      reading: { settings: { size: "Size" }, notes: { add: "Add a note" } },
    })
  })

  it("leaves the original alone", () => {
    pickMessages(messages, ["reading.settings", "reading.notes"])
    expect(Object.keys(messages.reading)).toEqual(["settings", "notes", "refusals"])
  })

  it("refuses a path that is not there", () => {
    expect(() => pickMessages(messages, ["reading.nothing"])).toThrow()
  })
})

describe("mergeMessages", () => {
  it("keeps the branches of both", () => {
    const under = pickMessages(messages, ["common", "reading.settings"])
    expect(mergeMessages(under, pickMessages(messages, ["reading.notes"]))).toEqual(
      pickMessages(messages, ["common", "reading.settings", "reading.notes"]),
    )
  })

  it("lets the inner sentence stand", () => {
    expect(mergeMessages({ a: { b: "outer" } }, { a: { b: "inner" } })).toEqual({ a: { b: "inner" } })
  })
})
