import { describe, expect, it } from "vitest"
import { findGrammarClue } from "@/lib/quiz/fairness/grammar-clue"
import { fair, list } from "@/tests/support/fair-items"

const misfits = (leadIn: string, texts: string[]) =>
  findGrammarClue(fair({ type: "gap", lists: [list(texts, leadIn)] })).map(({ values }) => values.option)

describe("a clue of grammar", () => {
  it("is an article that some options do not go on from", () => {
    expect(misfits("It was an ", ["*abstention", "vote", "visit"])).toEqual(["vote"])
    expect(misfits("It was a", ["*vote", "abstention"])).toEqual(["abstention"])
    expect(misfits("With the factory came a ___", ["*fence", "engine"])).toEqual(["engine"])
  })

  it("hears sounds, not letters", () => {
    expect(misfits("It was an ", ["*hour", "answer", "UN vote"])).toEqual([])
    expect(misfits("It was a ", ["*union", "European vote", "user", "one-off"])).toEqual([])
    expect(misfits("It was a ", ["*vote", "unkind word"])).toEqual(["unkind word"])
  })

  it("tells nothing where all fit, where the article is written “a(n)”, or where the right one does not fit", () => {
    expect(misfits("It was a ", ["*vote", "visit"])).toEqual([])
    expect(misfits("It was a(n) ", ["*vote", "abstention"])).toEqual([])
    expect(misfits("It was a ", ["*abstention", "vote"])).toEqual([])
    expect(misfits("It was the ", ["*abstention", "vote"])).toEqual([])
  })
})
