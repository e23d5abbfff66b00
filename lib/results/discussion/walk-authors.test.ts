import { describe, expect, it } from "vitest"
import { madeAuthor, madePost } from "@/tests/support/discussion-facts"
import { buildDiscussionProfile } from "./discussion-profile"
import { walkAuthors } from "./walk-authors"

const authors = [
  madeAuthor("ada", { alias: "Warbler" }),
  madeAuthor("ben", { alias: "Heron" }),
  madeAuthor("cem", { alias: "Kestrel" }),
  madeAuthor("silent", { alias: null }),
  madeAuthor("left", { alias: "Avocet", hasLeft: true }),
]
const posts = ["ada", "ben", "cem", "left"].map((name) => madePost(name))
const prompts = [{ id: "p1", position: 1, text: "?" }]
const { students } = buildDiscussionProfile({ prompts, authors, posts }, "en")
const walk = (key: string, more: { showsNames?: boolean; graded?: string[] } = {}) =>
  walkAuthors(students, {
    key,
    showsNames: more.showsNames ?? false,
    isGraded: (one) => more.graded?.includes(one) ?? false,
  })

describe("walkAuthors", () => {
  it("goes by pseudonym, so that the order tells no name", () => {
    expect(walk("cem")).toEqual({
      number: 2,
      of: 3,
      graded: 0,
      previous: "ben",
      next: "ada",
      nextUngraded: "ada",
    })
    expect(walk("cem", { showsNames: true })).toMatchObject({ number: 3, previous: "ben", next: null })
  })

  it("goes round to who is not graded, and stops when all are", () => {
    expect(walk("ada", { graded: ["ada"] }).nextUngraded).toBe("ben")
    expect(walk("ada", { graded: ["ada", "ben", "cem"] })).toMatchObject({ nextUngraded: null, graded: 3 })
    // Who is open is not come back to.
    expect(walk("ada", { graded: ["ben", "cem"] }).nextUngraded).toBeNull()
  })

  it("leaves out who wrote nothing and who left, and begins at the first from there", () => {
    expect(walk("silent")).toMatchObject({ number: null, previous: null, next: "ben", nextUngraded: "ben" })
  })
})
