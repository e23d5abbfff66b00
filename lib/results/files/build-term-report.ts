import { displayPoints } from "@/lib/quiz/score-display"
import type { OverrideEntry, ReportWork, StepsFacts, StudentReport } from "../gradebook/build-student-report"
import type { Score } from "../gradebook/cell-standing"
import { displayPercent, type Share } from "../gradebook/share"
import { type ReportNote, type ReportPart, said } from "./report-view"

type Fact = ReportPart["facts"][number]

export type TermWords = {
  of: (
    name:
      | "works"
      | "total"
      | "standing"
      | "score"
      | "computed"
      | "category"
      | "due"
      | "handedIn"
      | "percentOff"
      | "counts"
      | "writing"
      | "skills"
      | "skill"
      | "assignment"
      | "share"
      | "all"
      | "noTotal"
      | "notCounted"
      | "left"
      | "setByHand"
      | "nothingComputed"
      | "reasonKept"
      | "nothing"
      | "noSkills",
  ) => string
  handedInOf: (counts: StudentReport["counts"]) => string
  percent: (percent: string) => string
  /** What of a category counts, the name left out. */
  category: (found: { percent: string; n: number; weight: number }) => string
  score: (score: string, possible: number) => string
  /** Where the student stands, in the class's own words. */
  standing: (one: ReportWork) => string
  wrote: (counts: Pick<StepsFacts, "posts" | "replies" | "citations" | "restatements">) => string
  question: (position: number) => string
  /** Who changed a score when from what to what; `to` null: what was set was taken back. */
  change: (entry: { by: string; at: Date; from: string | null; to: string | null }) => string
  skill: (n: number, percent: string | null) => string
  when: (instant: Date) => string
}

/** One student over all assignments as printed parts: the words and numbers of the page, without its steps. */
export const buildTermReport = (report: StudentReport, words: TermWords): ReportPart[] => [
  wholePart(report, words),
  ...report.works.map((one) => workPart(one, report, words)),
  skillsPart(report, words),
]

const part = (title: string, more: Partial<ReportPart>): ReportPart => ({
  title: said(title),
  facts: [],
  answers: [],
  notes: [],
  table: null,
  ...more,
})

function wholePart(
  { total, categories, counts, person, works }: StudentReport,
  words: TermWords,
): ReportPart {
  const percentOf = (share: Share) => words.percent(displayPercent(share))
  return part(words.of("works"), {
    facts: [
      { label: words.of("total"), value: total.share ? percentOf(total.share) : words.of("noTotal") },
      ...categories.flatMap(({ name, weight }, at): Fact[] => {
        const own = total.categories[at]
        if (!own?.share) return []
        return [
          { label: name, value: words.category({ percent: displayPercent(own.share), n: own.n, weight }) },
        ]
      }),
      {
        label: words.of("standing"),
        value: works.length > 0 ? words.handedInOf(counts) : words.of("nothing"),
      },
      ...(person.hasLeft ? [{ label: words.of("standing"), value: words.of("left") }] : []),
    ],
  })
}

const workPart = (one: ReportWork, report: StudentReport, words: TermWords): ReportPart =>
  part(one.work.title, {
    facts: workFacts(one, report, words).flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
    notes: [
      ...one.history.map((entry) => changeNote(entry, words)),
      ...one.comments.map(({ position, text }) => ({ label: words.question(position), text: said(text) })),
    ],
  })

function workFacts(
  one: ReportWork,
  { categories }: StudentReport,
  words: TermWords,
): { label: string; value: string | null }[] {
  const { work, standing, steps } = one
  const { score, computed, override, submittedAt, latePercent } = standing
  const wrote = steps && steps.posts + steps.replies > 0
  return [
    { label: words.of("score"), value: scoreText(score, words) },
    { label: words.of("setByHand"), value: override && computedText(computed, words) },
    { label: words.of("standing"), value: words.standing(one) },
    { label: words.of("category"), value: categories.find(({ id }) => id === work.categoryId)?.name ?? null },
    { label: words.of("due"), value: words.when(one.dueAt) },
    { label: words.of("handedIn"), value: submittedAt && words.when(submittedAt) },
    {
      label: words.of("percentOff"),
      value: latePercent > 0 ? words.percent(String(latePercent)) : null,
    },
    { label: words.of("counts"), value: countingText(one, categories, words) },
    { label: words.of("writing"), value: wrote ? words.wrote(steps) : null },
  ]
}

const scoreText = (score: Score | null, words: TermWords): string | null =>
  score && words.score(displayPoints(score.earned), score.possible)

const computedText = (computed: Score | null, words: TermWords): string =>
  `${words.of("computed")} ${scoreText(computed, words) ?? words.of("nothingComputed")}`

/** As on the page: nothing counts that is left out as lowest, or is in none of several categories. */
function countingText(
  { work, standing, isDropped }: ReportWork,
  categories: StudentReport["categories"],
  words: TermWords,
): string {
  const isPlaced = categories.length === 0 || categories.some(({ id }) => id === work.categoryId)
  return standing.share && !isDropped && isPlaced
    ? words.percent(displayPercent(standing.share))
    : words.of("notCounted")
}

/** Paper goes home: of reasons it has those that were written for the student, and of excuses none. */
const changeNote = (
  { by, at, from, to, reason, reasonShown }: OverrideEntry,
  words: TermWords,
): ReportNote => ({
  label: words.change({ by, at, from: scoreText(from, words), to: scoreText(to, words) }),
  text: said(reasonShown ? reason : words.of("reasonKept")),
})

/** A row for all assignments, then one for each that says something of the skill, in their order. */
function skillsPart({ skills, works }: StudentReport, words: TermWords): ReportPart {
  const titles = new Map(works.map(({ work }) => [work.assignmentId, work.title]))
  const share = ({ n, share: found }: { n: number; share: Share | null }) =>
    said(words.skill(n, found && displayPercent(found)))
  const rows = skills.flatMap((line) => [
    [said(line.skill), said(words.of("all")), share(line)],
    ...line.points.map((point) => [
      said(line.skill),
      said(titles.get(point.assignmentId) ?? ""),
      share(point),
    ]),
  ])
  if (rows.length === 0)
    return part(words.of("skills"), {
      facts: [{ label: words.of("skill"), value: words.of("noSkills") }],
    })
  const heads = [words.of("skill"), words.of("assignment"), words.of("share")]
  return part(words.of("skills"), { table: { heads, rows } })
}
