import { describe, expect, it } from "vitest"
import { buildDiscussionProfile } from "@/lib/results/discussion/discussion-profile"
import { buildGrid } from "@/lib/results/grid/build-grid"
import { madeAuthor, madePost } from "@/tests/support/discussion-facts"
import { madeAnswer, madeAttempt, madeItem, madeStudent } from "@/tests/support/results-facts"
import { type AnswersWords, answersTable } from "./answers-table"
import { discussionTable } from "./discussion-table"
import { type GridWords, studentsTable, type Without } from "./students-table"

const items = [
  madeItem("a", {
    position: 1,
    title: "Who spoke?",
    points: 3,
    options: [
      { id: "x", text: "Nobody" },
      { id: "y", text: "Everybody" },
    ],
  }),
  madeItem("b", { position: 2, type: "gap", prompt: "Fill in", points: 2 }),
  madeItem("c", { position: 3, type: "poll", level: "my_view", isKeyed: false, key: null }),
]

const handedIn = new Date("2026-11-27T04:50:00Z")

const students = [
  madeStudent("ann", {
    attempt: madeAttempt({ submittedAt: handedIn, earned: { numerator: 7, denominator: 3 } }),
    posts: 2,
    citations: 1,
  }),
  madeStudent("ben", { attempt: madeAttempt({ state: "open", submittedAt: null, itemIds: ["a"] }) }),
  madeStudent("cem", { hasLeft: true, attempt: madeAttempt({ submittedAt: handedIn, itemIds: ["b"] }) }),
  madeStudent("dia"),
]

const part = (id: string, text: string | null) => ({ id, label: id, text, isRight: null, rightText: "r" })

const answers = [
  madeAnswer("ann", "a", {
    optionIds: ["y"],
    sentenceIds: ["s1"],
    numerator: 1,
    denominator: 3,
    confidence: 3,
  }),
  madeAnswer("ann", "b", {
    parts: [part("Gap 1", "=silence"), part("Gap 2", null)],
    numerator: 1,
    denominator: 2,
  }),
  madeAnswer("ben", "a", { optionIds: ["x"] }),
]

const grid = buildGrid({ students, items, answers, sentenceCount: 9 })
const words: GridWords = { of: (name) => name, item: (position, title) => `${position} ${title}` }
const answersWords: AnswersWords = {
  of: (name) => name,
  verdict: (verdict) => verdict,
  confidence: String,
  sentenceLabel: (id) => `[${id}]`,
}

describe("studentsTable", () => {
  it("has a cell for every column, in every row, and no zero for what is missing", () => {
    const { columns, rows } = studentsTable(grid, words)
    for (const row of rows) expect(row).toHaveLength(columns.length)
    const line = (at: number) => Object.fromEntries(columns.map(({ head }, c) => [head, rows[at]?.[c]]))
    expect(line(0)).toMatchObject({ score: 2.33, "1 Who spoke?": 1, "2 Fill in": 1, posts: 2, "3 c": null })
    expect(line(1)).toMatchObject({ quizState: "quizOpen", score: null, "1 Who spoke?": null })
    expect(line(2)).toMatchObject({ state: "left", quizState: "quizSubmitted", score: 0 })
    expect(line(3)).toMatchObject({ quizState: "quizNone", score: null, posts: 0 })
  })

  it("goes without what would uncover pseudonyms or tell of stances", () => {
    const heads = (without: readonly Without[]) =>
      studentsTable(grid, words, without).columns.map(({ head }) => head)
    const counts = ["posts", "replies", "citations", "restatements"]
    const stances = ["stance", "stanceAfterReading", "reflect"]
    expect(heads(["posts"])).toEqual(heads([]).filter((head) => !counts.includes(head)))
    expect(heads(["stances"])).toEqual(heads([]).filter((head) => !stances.includes(head)))
  })

  it("is heads alone for a class of nobody", () => {
    const nobody = studentsTable(buildGrid({ students: [], items, answers: [], sentenceCount: 9 }), words)
    expect(nobody.rows).toEqual([])
    expect(nobody.columns).toEqual(studentsTable(grid, words).columns)
  })
})

describe("answersTable", () => {
  const table = answersTable({ rows: grid.rows, items, answers }, answersWords)

  it("tells each answer in words, with its score as far as there is one", () => {
    expect(table.rows).toEqual([
      ["ann", "ann", handedIn, 1, "Who spoke?", "B. Everybody", "[s1]", "partly", 1, 3, "3"],
      ["ann", "ann", handedIn, 2, "Fill in", "Gap 1: =silence; Gap 2: -", "", "partly", 1, 2, null],
      ["ann", "ann", handedIn, 3, "c", "", "", "blank", null, null, null],
      ["ben", "ben", null, 1, "Who spoke?", "A. Nobody", "", "unscored", null, 3, null],
      ["cem", "cem", handedIn, 2, "Fill in", "", "", "blank", null, 2, null],
    ])
  })

  it("has nothing of who has not begun, and nothing of items that were not drawn", () => {
    expect(table.rows.some(([name]) => name === "dia")).toBe(false)
    expect(table.rows.filter(([name]) => name === "ben")).toHaveLength(1)
  })
})

describe("discussionTable", () => {
  const [ann, ben] = [madeAuthor("ann"), madeAuthor("ben")]
  const cites = (ordinal: number) => ({ sentenceId: `s${ordinal}`, paragraph: 2, ordinal, quote: "q" })
  const posts = [
    madePost("ann", { id: "p", excerpt: "Secret words", citations: [cites(3), cites(1)] }),
    madePost("ann", { id: "q", citations: [cites(1)] }),
  ]
  const profile = buildDiscussionProfile(
    { prompts: [{ id: "p1", position: 1, text: "?" }], authors: [ann, ben], posts },
    "en",
  )
  const part = {
    ...profile,
    userNameOf: (key: string) => `${key}.user`,
    gradeOf: () => null,
    showsGroups: true,
  }
  const { rows, columns } = discussionTable(part, (name) => name)
  const cell = (row: number, head: string) => rows[row]?.[columns.findIndex((one) => one.head === head)]

  it("has the numbers of the screen and no word of a post", () => {
    expect([cell(0, "student"), cell(0, "userName"), cell(0, "posts")]).toEqual(["ann", "ann.user", 2])
    expect([cell(0, "citations"), cell(0, "sentences")]).toEqual([3, "2.1; 2.3"])
    expect([cell(1, "student"), cell(1, "posts"), cell(1, "points")]).toEqual(["ben", 0, null])
    expect(JSON.stringify(rows)).not.toContain("Secret")
  })

  it("says in which groups somebody wrote, where the class used real names", () => {
    const groups = [
      { id: "g2", name: "Herons" },
      { id: "g1", name: "Kites" },
    ]
    const moved = groups.map((group, at) => madePost("ann", { id: group.id, group, createdAt: new Date(at) }))
    const grouped = buildDiscussionProfile({ ...profile, authors: [ann, ben], posts: moved }, "en")
    const at = columns.findIndex(({ head }) => head === "group")
    const groupsOf = (showsGroups: boolean) =>
      discussionTable({ ...part, ...grouped, showsGroups }, (name) => name).rows.map((row) => row[at])
    expect(groupsOf(true)).toEqual(["Herons; Kites", ""])
    expect(groupsOf(false)).toEqual(["", ""])
  })

  it("has a cell for every head", () => {
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })
})
