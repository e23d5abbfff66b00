import { useTranslations } from "next-intl"
import type { Clock } from "@/components/lesson/instant"
import { AppliedNotice } from "@/components/results/fixing/applied-notice"
import { FixChoice } from "@/components/results/fixing/fix-choice"
import { FixForm } from "@/components/results/fixing/fix-form"
import { FixHistory } from "@/components/results/fixing/fix-history"
import { FixPreviewView } from "@/components/results/fixing/fix-preview"
import type { Apply, FixingView, Undo } from "@/components/results/fixing/fixing-shapes"
import { ItemState } from "@/components/results/fixing/item-state"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { TextLink } from "@/components/ui/text-link"
import type { FixQuery } from "@/lib/results/fixing/fix-query"

type FixViewProps = {
  fixing: FixingView
  query: FixQuery
  /** Why what was asked for cannot be; null where it can, or nothing was. */
  refusal: string | null
  clock: Clock
  actions: { apply: Apply; undo: Undo }
}

/** What stands, what can be put right, what that changes, and what was put right before. */
export function FixView({ fixing, query, refusal, clock, actions }: FixViewProps) {
  const words = useTranslations("results.fixing")
  const { assignment, item, offered, preview, history, mayFix, lessonId } = fixing
  const { assignmentId } = assignment
  const place = { assignmentId, itemId: item.itemId }
  const here = `/teach/assignments/${assignmentId}/items/${item.itemId}/fix`
  const chosen = offered.kinds.find((kind) => kind === query.kind) ?? null
  return (
    <>
      <PageHeading
        dense
        kicker={
          <TextLink href={`/teach/assignments/${assignmentId}/items#question-${item.position}`}>
            {words("back", { position: item.position, title: assignment.title })}
          </TextLink>
        }
        title={words("heading", { position: item.position })}
        lead={<span dir="auto">{item.prompt}</span>}
      />
      {query.applied !== null && history[0]?.undone === null && <AppliedNotice count={query.applied} />}
      <ItemState fixing={fixing} />
      {mayFix && offered.kinds.length > 0 && <FixChoice offered={offered} chosen={chosen} here={here} />}
      {mayFix && chosen && <FixForm kind={chosen} fixing={fixing} query={query} here={here} />}
      {refusal && (
        <Notice kind="warning" className="mt-5 max-w-read" id="preview">
          {refusal}
        </Notice>
      )}
      {preview && query.fix && (
        <FixPreviewView preview={preview} fix={query.fix} place={place} here={here} apply={actions.apply} />
      )}
      <FixHistory
        history={history}
        place={place}
        lessonPoints={item.lessonPoints}
        mayFix={mayFix}
        lessonHref={lessonId && `/teach/lessons/${lessonId}/questions/${item.itemId}`}
        clock={clock}
        undo={actions.undo}
      />
    </>
  )
}
