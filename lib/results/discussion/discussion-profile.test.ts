import { describe, expect, it } from "vitest"
import type { StudentFacts } from "../results-facts"
import { buildDiscussionProfile, type PostFacts } from "./discussion-profile"

const student = (displayName: string, changes: Partial<StudentFacts> = {}): StudentFacts =>
  ({
    enrolmentId: displayName,
    displayName,
    userName: displayName,
    hasLeft: false,
    posts: 0,
    replies: 0,
    citations: 0,
    ...changes,
  }) as StudentFacts

const post = (enrolmentId: string): PostFacts => ({ enrolmentId, id: enrolmentId }) as PostFacts

describe("buildDiscussionProfile", () => {
  const profile = buildDiscussionProfile(
    [
      student("Zoe", { posts: 2, replies: 1, citations: 3 }),
      student("Änne", { posts: 1 }),
      student("Silent"),
      student("Gone", { hasLeft: true }),
      student("Left but wrote", { hasLeft: true, replies: 1 }),
    ],
    [post("Zoe"), post("Änne")],
    "en",
  )

  it("lists by name, without those who left and wrote nothing", () => {
    expect(profile.students.map((one) => one.student.displayName)).toEqual([
      "Änne",
      "Left but wrote",
      "Silent",
      "Zoe",
    ])
    expect(profile.students.at(-1)?.posts).toHaveLength(1)
  })

  it("adds up what was written, and counts people of the class only", () => {
    expect(profile).toMatchObject({ posted: 2, inClass: 3, posts: 3, replies: 2, citations: 3 })
  })
})
