import { decimalPoints } from "@/lib/quiz/score-display"
import type { ReportWork, StudentReport } from "../gradebook/build-student-report"
import { displayPercent } from "../gradebook/share"
import { csvFile } from "./csv-file"

const COLUMNS = [
  "assignment",
  "category",
  "due",
  "standing",
  "handedIn",
  "earned",
  "possible",
  "percent",
  "counts",
  "computed",
  "setByHand",
  "reason",
  "lateDays",
  "percentOff",
  "posts",
  "replies",
  "comments",
] as const

type Column = (typeof COLUMNS)[number]

export type StudentCsvWords = {
  of: (name: Column | "total" | "student" | "yes" | "no") => string
  skill: (skill: string) => string
  standing: (one: ReportWork) => string
  /** ISO 8601 in the school's zone. */
  moment: (instant: Date) => string
}

/** One student as a file, the numbers of the page: a line for each assignment, the total, and a line for each skill. */
export function studentCsv(report: StudentReport, words: StudentCsvWords): string {
  const { person, works, total, skills } = report
  return csvFile([
    [words.of("student"), person.displayName],
    COLUMNS.map(words.of),
    ...works.map((one) => workLine(one, report, words)),
    [words.of("total"), ...blanks(6), total.share ? Number(displayPercent(total.share)) : null],
    ...skills.map(({ skill, n, share }) => [
      words.skill(skill),
      ...blanks(5),
      n,
      share ? Number(displayPercent(share)) : null,
    ]),
  ])
}

const blanks = (count: number): null[] => Array.from({ length: count }, () => null)

function workLine(one: ReportWork, { categories }: StudentReport, words: StudentCsvWords) {
  const { work, standing, steps } = one
  const { score, computed, override, share } = standing
  const category = categories.find(({ id }) => id === work.categoryId)
  const counts = share !== null && !one.isDropped && (categories.length === 0 || category !== undefined)
  const yesNo = (value: boolean) => words.of(value ? "yes" : "no")
  return [
    work.title,
    category?.name ?? null,
    words.moment(one.dueAt),
    words.standing(one),
    standing.submittedAt && words.moment(standing.submittedAt),
    score && Number(decimalPoints(score.earned)),
    score?.possible ?? null,
    share && Number(displayPercent(share)),
    yesNo(counts),
    computed && Number(decimalPoints(computed.earned)),
    yesNo(override !== null),
    override ? (one.history[0]?.reason ?? null) : one.excuseReason,
    standing.lateDays,
    standing.latePercent,
    steps?.hidesWriting ? null : (steps?.posts ?? 0),
    steps?.hidesWriting ? null : (steps?.replies ?? 0),
    one.comments.map(({ position, text }) => `${position}: ${text}`).join(" | "),
  ]
}
