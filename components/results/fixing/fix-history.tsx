import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import type { Place, Undo } from "@/components/results/fixing/fixing-shapes"
import { UndoFix } from "@/components/results/fixing/undo-fix"
import { TextLink } from "@/components/ui/text-link"
import type { HistoryLine } from "@/lib/results/fixing/history"

type FixHistoryProps = {
  history: readonly HistoryLine[]
  place: Place
  /** By the lesson. */
  lessonPoints: number
  mayFix: boolean
  /** Where the lesson's own question is, for who may edit it. */
  lessonHref: string | null
  clock: Clock
  undo: Undo
}

/** What was put right before, by whom and why, and how many scores it changed. */
export function FixHistory({
  history,
  place,
  lessonPoints,
  mayFix,
  lessonHref,
  clock,
  undo,
}: FixHistoryProps) {
  const words = useTranslations("results.fixing")
  const standing = history.filter(({ undone }) => !undone)
  const changedKey = standing.some(({ kind }) => kind === "rekey" || kind === "accept")
  return (
    <section aria-labelledby="history" className="mt-9 max-w-read">
      <h2 id="history" className="font-semibold text-17">
        {words("history")}
      </h2>
      {history.length === 0 && <p className="text-ink-2">{words("noHistory")}</p>}
      {changedKey && lessonHref && (
        <p className="mt-1 text-13 text-ink-2">
          {words("lessonToo")} <TextLink href={lessonHref}>{words("toLesson")}</TextLink>
        </p>
      )}
      <ul className="mt-1">
        {history.map((line) => (
          <li key={line.batchId} className="border-rule border-t py-3">
            <Line line={line} lessonPoints={lessonPoints} clock={clock} />
            <UndoFix
              input={{ ...place, batchId: line.batchId }}
              count={line.after?.lines.length ?? 0}
              isUndone={line.undone !== null}
              canUndo={mayFix && line.canUndo}
              action={undo}
            >
              {line.undone &&
                words.rich("undone", {
                  name: line.undone.by,
                  at: () => line.undone && <Instant at={line.undone.at} clock={clock} />,
                })}
            </UndoFix>
          </li>
        ))}
      </ul>
      {mayFix && standing.length > 1 && <p className="text-13 text-ink-2">{words("lastFirst")}</p>}
    </section>
  )
}

type LineProps = Pick<FixHistoryProps, "lessonPoints" | "clock"> & { line: HistoryLine }

function Line({ line: { kind, by, at, reason, after }, lessonPoints, clock }: LineProps) {
  const words = useTranslations("results.fixing")
  return (
    <>
      <p>
        <span className="font-semibold">
          {words(`kinds.${kind}.done`, { points: after?.points ?? lessonPoints })}
        </span>{" "}
        <span className="text-13 text-ink-2">
          {words.rich("doneBy", { name: by, at: () => <Instant at={at} clock={clock} /> })}
          {after && ` · ${words("changed", { count: after.lines.length })}`}
        </span>
      </p>
      {reason && (
        <p dir="auto" className="wrap-anywhere whitespace-pre-line text-ink-2">
          {reason}
        </p>
      )}
    </>
  )
}
