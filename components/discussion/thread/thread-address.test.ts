import { describe, expect, it } from "vitest"
import { readThreadAddress, threadAddress } from "./thread-address"

const at = { assignmentId: "a", promptId: "p" }
const id = "0f8fad5b-d9cb-469f-a165-70867728950e"

describe("thread addresses", () => {
  it("leave out what goes without saying", () => {
    expect(threadAddress(at)).toBe("/a/a/discuss/p")
    expect(threadAddress(at, { order: "argued", window: 0 })).toBe("/a/a/discuss/p")
    expect(threadAddress(at, { order: "newest", window: 2, answer: id })).toBe(
      `/a/a/discuss/p?order=newest&window=2&answer=${id}#answer`,
    )
    expect(threadAddress(at, { order: "unanswered" })).toBe("/a/a/discuss/p?order=unanswered")
    expect(threadAddress(at, { order: "sentence" })).toBe("/a/a/discuss/p?order=sentence")
    expect(threadAddress(at, { order: "sentence", sentence: id })).toBe(`/a/a/discuss/p?sentence=${id}`)
    expect(threadAddress(at, { order: "since" })).toBe("/a/a/discuss/p")
    expect(threadAddress(at, { answer: id, move: "evidence" })).toBe(
      `/a/a/discuss/p?answer=${id}&move=evidence#answer`,
    )
    expect(threadAddress(at, { post: id })).toBe(`/a/a/discuss/p?post=${id}#p-${id}`)
  })

  it("are read whatever stands in them", () => {
    const one = { post: null, answer: null, move: null, sentence: null, thread: null }
    const nothing = { order: "argued", window: 0, ...one }
    expect(readThreadAddress({})).toEqual(nothing)
    expect(readThreadAddress({ order: "oldest", window: "-1", post: "x", answer: ["a", id] })).toEqual(
      nothing,
    )
    expect(readThreadAddress({ order: "unanswered" }).order).toBe("unanswered")
    expect(readThreadAddress({ order: "changed" }).order).toBe("argued")
    expect(readThreadAddress({ move: "challenge" }).move).toBe("challenge")
    expect(readThreadAddress({ move: "claim" }).move).toBeNull()
    expect(readThreadAddress({ window: "1e9" }).window).toBe(0)
    expect(readThreadAddress({ sentence: id })).toEqual({ ...nothing, order: "sentence", sentence: id })
  })
})
