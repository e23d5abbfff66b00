import { Check } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ReadingRuler } from "@/components/results/analysis/reading-ruler"
import { Cell, Row, RowHeader } from "@/components/ui/data-table"
import { PageLink } from "@/components/ui/page-link"
import { displayPoints } from "@/lib/quiz/score-display"
import type { Grid, GridRow } from "@/lib/results/grid/build-grid"

type GridLineProps = {
  row: GridRow
  grid: Grid
  base: string
  paragraphs: readonly number[]
  hasStance: boolean
  hasPrompts: boolean
  ownDue: (date: Date) => string
}

/** One student's way through the assignment. */
export function GridLine({ row, grid, base, paragraphs, hasStance, hasPrompts, ownDue }: GridLineProps) {
  const results = useTranslations("results")
  const { student } = row
  return (
    <Row className={row.student.hasLeft ? "text-ink-3" : undefined}>
      <RowHeader className="whitespace-nowrap bg-paper max-md:sticky max-md:start-0 max-md:max-w-[11rem] max-md:truncate">
        <PageLink
          href={`${base}/students/${student.enrolmentId}`}
          dir="auto"
          className="inline-block min-h-6 hover:underline"
        >
          {student.displayName}
        </PageLink>
        <Remarks row={row} ownDue={ownDue} />
      </RowHeader>
      {hasStance && <Cell>{mark(row.done.stance, results("grid.taken"), results("grid.notYet"))}</Cell>}
      <Cell>
        <ReadCell row={row} grid={grid} paragraphs={paragraphs} />
      </Cell>
      <Cell>
        <QuizCell row={row} grid={grid} base={base} />
      </Cell>
      {hasPrompts && (
        <Cell>{row.hidesWriting ? dot(results("grid.notByName")) : <PostsCell row={row} base={base} />}</Cell>
      )}
      {hasStance && hasPrompts && (
        <Cell>{mark(student.stanceAfterReading, results("grid.taken"), results("grid.notYet"))}</Cell>
      )}
      {hasStance && (
        <Cell>
          {mark(
            row.done.reflect,
            results("grid.taken"),
            results(row.hidesWriting ? "grid.notByName" : "grid.notYet"),
          )}
        </Cell>
      )}
    </Row>
  )
}

/** Done or not: a sign and a word, never a sign alone. */
function mark(done: boolean, yes: string, no: string): ReactNode {
  if (!done) return dot(no)
  return (
    <span className="inline-flex items-center gap-1 text-13 text-ink-2">
      <Check aria-hidden className="size-3.5 text-right" />
      {yes}
    </span>
  )
}

const dot = (label: string): ReactNode => (
  <span className="text-ink-3">
    <span aria-hidden>·</span>
    <span className="sr-only">{label}</span>
  </span>
)

function ReadCell({ row, grid, paragraphs }: Pick<GridLineProps, "row" | "grid" | "paragraphs">) {
  const results = useTranslations("results")
  const { student, done } = row
  if (!student.readingStarted && !done.read) return dot(results("grid.notYet"))
  const read = results("grid.sentences", { read: student.sentencesRead, total: grid.sentenceCount })
  return (
    <span className="flex items-center gap-2 text-13 text-ink-3 tabular-nums">
      <ReadingRuler
        paragraphs={paragraphs}
        read={student.sentencesRead}
        finished={done.read}
        label={done.read ? results("grid.finishedReading") : read}
      />
      {!done.read && student.sentencesRead}
    </span>
  )
}

function Remarks({ row: { student }, ownDue }: Pick<GridLineProps, "row" | "ownDue">) {
  const results = useTranslations("results")
  const times = student.timeMultiplier
  const remarks = [
    times === 2 && results("grid.doubleTime"),
    times !== 1 && times !== 2 && results("grid.timeMultiplier", { times }),
    student.ownDueAt && results("grid.until", { when: ownDue(student.ownDueAt) }),
    student.excused && results("grid.excused"),
    student.hasLeft && results("grid.left"),
  ].filter((remark) => remark !== false && remark !== null)
  return remarks.map((remark) => (
    <span key={remark} className="ms-2 font-normal text-13 text-ink-3">
      {remark}
    </span>
  ))
}

function QuizCell({ row, grid, base }: Pick<GridLineProps, "row" | "grid" | "base">) {
  const results = useTranslations("results")
  const { state, score, answered } = row.quiz
  if (state === "none") return dot(results("grid.notYet"))
  const href = `${base}/students/${row.student.enrolmentId}`
  const points = displayPoints(score)
  return (
    <PageLink href={href} className="inline-block min-h-6 tabular-nums hover:underline">
      {state === "open" ? (
        <span className="text-13 text-ink-2">{results("grid.answersSoFar", { count: answered })}</span>
      ) : (
        <>
          <span className="sr-only">
            {results("grid.score", { score: points, possible: grid.pointsPossible })}
          </span>
          <span aria-hidden>
            <b className="inline-block min-w-[1.6em] text-end font-semibold">{points}</b>
            <span className="text-13 text-ink-3"> / {grid.pointsPossible}</span>
          </span>
          <QuizRemarks row={row} />
        </>
      )}
    </PageLink>
  )
}

/** Several attempts, and what was taken off. */
function QuizRemarks({ row: { student } }: Pick<GridLineProps, "row">) {
  const results = useTranslations("results.grid")
  const { attempt } = student
  if (!attempt) return null
  const count = attempt.lines.length
  return (
    <span className="ms-2 text-13 text-ink-3">
      {count > 1 && results("attempts", { count })}
      {count > 1 && attempt.latePercent > 0 && ", "}
      {attempt.latePercent > 0 && results("percentOff", { percent: attempt.latePercent })}
    </span>
  )
}

function PostsCell({ row: { student }, base }: Pick<GridLineProps, "row" | "base">) {
  const results = useTranslations("results")
  if (student.posts + student.replies === 0) return dot(results("grid.notYet"))
  const more = [
    student.replies > 0 && results("grid.replies", { count: student.replies }),
    student.citations > 0 && results("grid.cited", { count: student.citations }),
    student.restatements > 0 && results("grid.restated", { count: student.restatements }),
  ].filter((one) => one !== false)
  return (
    <PageLink
      href={`${base}/discussion#student-${student.enrolmentId}`}
      className="inline-block min-h-6 hover:underline"
    >
      {results("grid.posts", { count: student.posts })}
      {more.length > 0 && <span className="text-13 text-ink-3">, {more.join(", ")}</span>}
    </PageLink>
  )
}
