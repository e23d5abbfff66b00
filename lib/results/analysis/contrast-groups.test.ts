import { describe, expect, it } from "vitest"
import { contrastGroups } from "./contrast-groups"

const standings = (scores: readonly number[]) => scores.map((score, at) => ({ id: `s${at}`, score }))
const sizes = (scores: readonly number[]) => {
  const groups = contrastGroups(standings(scores))
  return groups && [groups.part, groups.upper.length, groups.lower.length]
}
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at)

describe("contrastGroups", () => {
  it("takes thirds below a hundred students, 27% from a hundred on", () => {
    expect(sizes(upTo(23))).toEqual(["third", 8, 8])
    expect(sizes(upTo(99))).toEqual(["third", 33, 33])
    expect(sizes(upTo(100))).toEqual(["tail", 27, 27])
    expect(sizes(upTo(200))).toEqual(["tail", 54, 54])
  })

  it("takes everybody with the score of the last one", () => {
    expect(contrastGroups(standings([9, 5, 5, 5, 3, 2, 1, 1, 0]))).toMatchObject({
      upper: ["s0", "s1", "s2", "s3"],
      lower: ["s6", "s7", "s8"],
    })
  })

  it("has none where the same score would be in both", () => {
    expect(contrastGroups(standings([5, 4, 4, 4, 4, 4, 4, 4, 1]))).toBeNull()
    expect(contrastGroups(standings([]))).toBeNull()
    expect(contrastGroups(standings([1]))).toBeNull()
  })
})
