import { beforeEach, describe, expect, it } from "vitest"
import { Speaker, type Speech } from "./speaker"

let said: string[]
let ends: (() => void)[]
let heard: Speech
let hushed: number
let speaker: Speaker
const endOf = (index: number) => ends[index]?.()

beforeEach(() => {
  said = []
  ends = []
  hushed = 0
  const engine = {
    say: (text: string, rate: number, done: () => void) => {
      said.push(`${text} ${rate}`)
      ends.push(done)
    },
    hush: () => {
      hushed++
    },
  }
  speaker = new Speaker(engine, (speech) => {
    heard = speech
  })
  speaker.start(["a", "b", "c"], 1)
})

describe("reading aloud", () => {
  it("goes from text to text, and ends after the last", () => {
    expect(heard).toEqual({ state: "speaking", at: 1 })
    endOf(0)
    expect(heard).toEqual({ state: "speaking", at: 2 })
    endOf(1)
    expect(heard).toEqual({ state: "idle", at: -1 })
    expect(said).toEqual(["b 1", "c 1"])
  })

  it("pauses, and begins the same text again", () => {
    speaker.pause()
    expect(heard).toEqual({ state: "paused", at: 1 })
    endOf(0)
    expect(heard).toEqual({ state: "paused", at: 1 })
    speaker.resume()
    expect(said).toEqual(["b 1", "b 1"])
  })

  it("is heard at another speed at once, and keeps it", () => {
    speaker.setRate(1.5)
    endOf(0)
    endOf(1)
    expect(said).toEqual(["b 1", "b 1.5", "c 1.5"])
  })

  it("stops, whatever reports its end afterwards", () => {
    const before = hushed
    speaker.stop()
    expect(hushed).toBe(before + 1)
    endOf(0)
    speaker.resume()
    expect(heard.state).toBe("idle")
    expect(said).toHaveLength(1)
  })
})
