import { describe, expect, it } from "vitest"
import {
  mergeMessages,
  mergeOnce,
  pickMessages,
  readMessages,
  writeMessages,
} from "@/components/ui/pick-messages"

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

describe("writeMessages and readMessages", () => {
  it("say as a string what pickMessages says as a tree, and make each but once", () => {
    const paths = ["common", "reading.notes"]
    const text = writeMessages(messages, paths)
    expect(readMessages(text)).toEqual(pickMessages(messages, paths))
    expect(readMessages(`${text}`)).toBe(readMessages(text))
    expect(writeMessages(messages, [...paths])).toBe(text)
  })

  it("keep other words, and other languages, apart", () => {
    const german = { ...messages, common: { close: "Schließen" } }
    expect(writeMessages(messages, ["common"])).not.toBe(writeMessages(messages, ["reading.notes"]))
    expect(readMessages(writeMessages(german, ["common"]))).toEqual({ common: { close: "Schließen" } })
    expect(readMessages(writeMessages(messages, ["common"]))).toEqual({ common: { close: "Close" } })
  })
})

describe("mergeOnce", () => {
  it("merges as mergeMessages does, the same pair into the same object", () => {
    const [under, over] = [pickMessages(messages, ["common"]), pickMessages(messages, ["reading.notes"])]
    expect(mergeOnce(under, over)).toEqual(mergeMessages(under, over))
    expect(mergeOnce(under, over)).toBe(mergeOnce(under, over))
    expect(mergeOnce(over, under)).not.toBe(mergeOnce(under, over))
  })
})
