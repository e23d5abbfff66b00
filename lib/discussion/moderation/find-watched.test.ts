import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { findWatched } from "./find-watched"
import { makeWatchList, watchKey } from "./watch-list"

const listOf = (...words: string[]) => makeWatchList(words.map((word) => ({ word, note: "" })))
const passages = (text: string, ...words: string[]) =>
  findWatched(text, listOf(...words)).map(({ passage }) => passage)

describe("findWatched sees", () => {
  it.each([
    ["a plain word", "you are stupid", "stupid"],
    ["capitals", "STUPID!", "STUPID"],
    ["a capital that looks like a small letter", "stup1d and IDlOT", "stup1d"],
    ["Cyrillic letters", "ѕtuріd", "ѕtuріd"],
    ["Greek letters", "ѕτυрιd", "ѕτυрιd"],
    ["mathematical letters", "𝓼𝓽𝓾𝓹𝓲𝓭 𝐬𝐭𝐮𝐩𝐢𝐝", "𝓼𝓽𝓾𝓹𝓲𝓭"],
    ["full width", "ｓｔｕｐｉｄ", "ｓｔｕｐｉｄ"],
    ["letters in circles and of flags", "ⓢⓣⓤⓟⓘⓓ", "ⓢⓣⓤⓟⓘⓓ"],
    ["flags", "🇸🇹🇺🇵🇮🇩", "🇸🇹🇺🇵🇮🇩"],
    ["nothing between letters", "st\u200bup\u00adi\u2060d", "st\u200bup\u00adi\u2060d"],
    ["combining marks", "s̶t̶u̶p̶i̶d̶", "s̶t̶u̶p̶i̶d"],
    ["accents", "stúpíd", "stúpíd"],
    ["figures and signs", "$7up!d", "$7up!d"],
    ["repeats", "stuuupiddd", "stuuupiddd"],
    ["spaces", "so s t u p i d you", "s t u p i d"],
    ["points", "s.t.u.p.i.d", "s.t.u.p.i.d"],
    ["hyphens", "s-t-u-p-i-d", "s-t-u-p-i-d"],
    ["one mark", "stu.pid", "stu.pid"],
    ["a figure after it", "stupid2", "stupid"],
    ["a possessive", "stupid's", "stupid"],
    ["several at once", "ѕ\u200b.т.u.p.1.d", "ѕ\u200b.т.u.p.1.d"],
  ])("%s", (_, text, expected) => {
    expect(passages(text, "stupid")[0]).toBe(expected)
  })

  it("two letters that look like one", () => {
    expect(passages("a rnoron and a vveirdo", "moron", "weirdo")).toEqual(["rnoron", "vveirdo"])
  })

  it("phrases, with one space or more, a mark or none", () => {
    for (const text of [
      "shut up",
      "shut  \n up",
      "shut-up",
      "shutup",
      "SHVT UP".replace("V", "U"),
      "s h u t u p",
    ])
      expect(passages(text, "shut up")).toEqual([text])
    expect(passages("he shut the door and stood up", "shut up")).toEqual([])
  })

  it("any ending where the word says so", () => {
    expect(passages("Idiots, idiotic.", "idiot*")).toEqual(["Idiots", "idiotic"])
    expect(passages("Idiots, idiotic.", "idiot")).toEqual([])
  })

  it("Urdu and Arabic, whatever ya and kaf, points or presentation forms", () => {
    expect(passages("وہ پاگل ہے", "پاگل")).toEqual(["پاگل"])
    expect(passages("كافي هے کہ", "کافی")).toEqual(["كافي"])
    expect(passages("پَا‌گِل", "پاگل")).toHaveLength(1)
    expect(passages("ﭘﺎﮔﻞ", "پاگل")).toEqual(["ﭘﺎﮔﻞ"])
    expect(passages("پاگلوں", "پاگل")).toEqual([])
  })

  it("other scripts as they are", () => {
    expect(passages("ну ты дурак!", "дурак")).toEqual(["дурак"])
    expect(passages("तुम मूर्ख हो", "मूर्ख")).toEqual(["मूर्ख"])
    expect(passages("तुम मूर्खता", "मूर्ख")).toEqual([])
  })

  it("where each stands, and each a few times at most", () => {
    const [one, other] = findWatched("An idiot, a loser.", listOf("loser", "idiot"))
    expect([one?.from, one?.to, other?.from, other?.to]).toEqual([3, 8, 12, 17])
    expect(passages("fool ".repeat(100), "fool")).toHaveLength(3)
  })
})

describe("findWatched leaves alone", () => {
  it.each([
    ["a town", "Scunthorpe", ["cunt", "thorp"]],
    ["words that hold another", "assess the class, classic assumption", ["ass", "lass"]],
    ["a shorter word", "as soon as", ["ass"]],
    ["two words that make one", "he'll say we'll see", ["hell", "well"]],
    ["words side by side", "the rap is true", ["rapist"]],
    ["figures", "1055 or 5318008", ["loss", "lols"]],
    ["letters that only look alike to a machine", "bail", ["ball"]],
    ["nothing", "", ["fool"]],
    ["marks", "*** !!! ...", ["fool"]],
  ])("%s", (_, text, words) => {
    expect(passages(text, ...words)).toEqual([])
  })
})

describe("watchKey", () => {
  it("is the same for the same word, and empty for what cannot be watched", () => {
    expect(watchKey("Stüpid")).toBe(watchKey("stupid"))
    expect(watchKey("shut  up")).toBe(watchKey("Shut up"))
    expect(watchKey("shutup")).not.toBe(watchKey("shut up"))
    for (const nothing of ["", "a", "*", "…", "\u200b"]) expect(watchKey(nothing)).toBe("")
  })
})

describe("findWatched always", () => {
  const text = fc.string({ unit: "binary", maxLength: 200 })

  it("gives passages that stand in the text, in order of beginning", () => {
    fc.assert(
      fc.property(text, (around) => {
        const whole = `${around} stupid ${around}`
        for (const { passage, from, to } of findWatched(whole, listOf("stupid", "is", "ab", "a b")))
          expect(whole.slice(from, to)).toBe(passage)
      }),
    )
  })

  it("finds a word that stands between spaces, whatever else is there", () => {
    fc.assert(
      fc.property(text, (before) => {
        expect(findWatched(`${before}\nqwertz `, listOf("qwertz")).length).toBeGreaterThan(0)
      }),
    )
  })

  it("takes time that grows with the text, and no faster", () => {
    const texts = ["You said so, and she said it as well. ", "s t u p ", "1l", "a", "ѕ\u200bt", "a a "]
    for (const part of texts) {
      const time = (length: number) => timeOf(part.repeat(Math.ceil(length / part.length)))
      expect(time(600_000) / Math.max(time(150_000), 1)).toBeLessThan(12)
    }
  })
})

function timeOf(text: string): number {
  const list = listOf("stupid", "idiot", "loser", "fool", "ab", "la")
  const times = [0, 1, 2].map(() => {
    const start = performance.now()
    findWatched(text, list)
    return performance.now() - start
  })
  return Math.min(...times)
}
