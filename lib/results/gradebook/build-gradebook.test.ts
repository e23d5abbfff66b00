import { describe, expect, it } from "vitest"
import {
  daysFromNow,
  handedIn,
  madeCell,
  madeFacts,
  madeGradebook,
  madePerson,
  madeWork,
  NOW,
} from "@/tests/support/gradebook-facts"
import { buildGradebook } from "./build-gradebook"

const works = [madeWork("a", { dueAt: daysFromNow(-5) }), madeWork("b"), madeWork("c", { possible: 7 })]

describe("buildGradebook", () => {
  it("stands on nothing: no students, no assignments, neither", () => {
    expect(madeGradebook({}, works)).toMatchObject({ rows: [], means: [{ share: null, n: 0 }, {}, {}] })
    expect(madeGradebook({ ann: [] }, [])).toMatchObject({ rows: [{ cells: [], total: { share: null } }] })
    expect(madeGradebook({}, []).totalMean).toEqual({ share: null, n: 0 })
  })

  it("has one student, and scores that are all alike", () => {
    const book = madeGradebook({ ann: [handedIn(5), handedIn(5), handedIn(7, 2)] }, works)
    expect(book.rows[0]?.total.share).toEqual({ top: 1n, bottom: 2n })
    expect(book.totalMean).toEqual({ share: { top: 1n, bottom: 2n }, n: 1 })
  })

  it("orders assignments by due date, whatever order the facts come in", () => {
    const facts = madeFacts({ ann: [handedIn(1), handedIn(2), handedIn(3)] }, works)
    const other = buildGradebook({ ...facts, works: [...works].reverse() }, NOW)
    expect(other).toEqual(buildGradebook(facts, NOW))
    expect(other.works.map(({ assignmentId }) => assignmentId)).toEqual(["a", "b", "c"])
  })

  it("means what those in the class have, with how many: neither who has left nor what does not count", () => {
    const cells = {
      ann: [handedIn(10)],
      ben: [handedIn(5)],
      cem: [madeCell({ excused: true })],
      dan: [handedIn(0)],
    }
    const facts = madeFacts(cells, [madeWork("a")])
    const people = facts.people.map((one) => (one.enrolmentId === "dan" ? { ...one, hasLeft: true } : one))
    const book = buildGradebook({ ...facts, people }, NOW)
    expect(book.means[0]).toEqual({ share: { top: 3n, bottom: 4n }, n: 2 })
    expect(book.rows[3]?.total.share).toEqual({ top: 0n, bottom: 10n / 10n })
    // Back in the class, they count again.
    expect(buildGradebook(facts, NOW).means[0]).toEqual({ share: { top: 1n, bottom: 2n }, n: 3 })
  })

  it("is for a student who is excused as though the assignment did not exist", () => {
    const categories = [{ id: "q", name: "Quizzes", weight: 2, dropLowest: 1 }]
    const own = works.map((work) => ({ ...work, categoryId: "q" }))
    const excused = madeGradebook(
      { ann: [handedIn(9), { ...handedIn(1), excused: true }, handedIn(2)] },
      own,
      {
        categories,
      },
    )
    const without = madeGradebook(
      { ann: [handedIn(9), handedIn(2)] },
      own.filter(({ assignmentId }) => assignmentId !== "b"),
      { categories },
    )
    expect(excused.rows[0]?.total.share).toEqual(without.rows[0]?.total.share)
  })

  it("holds sixty assignments with odd totals exactly", () => {
    const many = Array.from({ length: 60 }, (_, at) => madeWork(`w${at}`, { possible: 2 * at + 101 }))
    const book = madeGradebook({ ann: many.map(() => handedIn(1, 3)) }, many)
    expect((book.rows[0]?.total.share?.bottom ?? 0n) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true)
  })

  it("takes any name", () => {
    const names = ['Abdul, "Q"', "=SUM(A1)", "‮evil", ""]
    const people = names.map((displayName, at) => madePerson(String(at), { displayName }))
    const book = buildGradebook(madeFacts({}, works, { people }), NOW)
    expect(book.rows.map(({ person }) => person.displayName)).toEqual(names)
  })
})
