import { useTranslations } from "next-intl"
import type { Clock } from "@/components/lesson/instant"
import { AgreementNote } from "@/components/results/grading/agreement-note"
import { AnswerRead } from "@/components/results/grading/answer-read"
import { AnswerStrip, OwnQuestions } from "@/components/results/grading/answer-strip"
import type { BankActions } from "@/components/results/grading/comment-bank"
import type { GradingLinks } from "@/components/results/grading/grading-place"
import { GradingRules, type RulesActions } from "@/components/results/grading/grading-rules"
import { GradingTools, NamesLink, QuestionChooser } from "@/components/results/grading/grading-tools"
import type { AnswerReply } from "@/components/results/grading/reply-thread"
import { RubricSide } from "@/components/results/grading/rubric-side"
import type { GradeActions } from "@/components/results/grading/use-grading"
import { ClientMessages } from "@/components/ui/client-messages"
import { EmptyState } from "@/components/ui/empty-state"
import type { SentenceView } from "@/lib/reading/sentences"
import type { Grading } from "@/lib/results/grading/build-grading"
import type { GradingQuery } from "@/lib/results/grading/grading-query"

export type GradingViewProps = {
  assignmentId: string
  grading: Grading
  sentences: readonly SentenceView[]
  query: GradingQuery
  clock: Clock
  actions: GradeActions & { bank: BankActions; rules: RulesActions; answerReply: AnswerReply }
}

/** One answer at a time: the words and what they cite on one side, the rubric on the other. */
export function GradingView(props: GradingViewProps) {
  const results = useTranslations("results.grading")
  const { grading, sentences, query, assignmentId, clock, actions } = props
  const { item, open } = grading
  if (!item) return <EmptyState title={results("none")}>{results("noneMore")}</EmptyState>
  const links: GradingLinks = { assignmentId, query: { ...query, itemId: item.itemId, attemptId: null } }
  // Names hide nothing any more once everything is graded, unless somebody wants them hidden.
  const showsNames = query.names === "shown" || (query.names === null && grading.isDone)
  const rules = (
    <ClientMessages rooms={["results.grading"]}>
      <GradingRules
        assignmentId={assignmentId}
        rules={{ ...grading.rules, releasedAt: grading.rules.releasedAt?.toISOString() ?? null }}
        release={grading.release}
        clock={clock}
        actions={actions.rules}
      />
    </ClientMessages>
  )
  if (!open)
    return (
      <>
        <GradingTools grading={grading} links={links} />
        {grading.onlyDiffering ? (
          <EmptyState title={results("second.nowhere")}>{results("second.nowhereMore")}</EmptyState>
        ) : (
          <EmptyState title={results("nobody")}>{results("nobodyMore")}</EmptyState>
        )}
        {rules}
      </>
    )
  const here = { ...links, query: { ...links.query, attemptId: open.attemptId } }
  return (
    <>
      <GradingTools grading={grading} links={links} />
      <QuestionChooser grading={grading} links={links} />
      <header className="grid gap-1 py-5">
        <h2 dir="auto" className="max-w-[62ch] whitespace-pre-line font-semibold text-17">
          <span className="me-2 text-ink-3 tabular-nums">{item.position}</span>
          {item.prompt}
        </h2>
        <p className="flex flex-wrap gap-x-6 text-13 text-ink-2">
          <span>{results("progress", { graded: item.graded, of: item.of })}</span>
          <NamesLink links={here} showsNames={showsNames} isDone={grading.isDone} />
        </p>
        <AnswerStrip grading={grading} links={links} />
        <OwnQuestions grading={grading} links={links} />
      </header>
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <AnswerRead
          open={open}
          by={grading.by}
          sentences={sentences}
          showsNames={showsNames}
          assignmentId={assignmentId}
          clock={clock}
          answerReply={actions.answerReply}
        />
        <RubricSide {...{ assignmentId, grading, clock, actions, item, open, links }} />
      </div>
      <AgreementNote agreement={grading.agreement} />
      {rules}
    </>
  )
}
