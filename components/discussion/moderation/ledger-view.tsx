import { useTranslations } from "next-intl"
import { StaffAppeal } from "@/components/discussion/moderation/appeal-parts"
import { useRuleWords } from "@/components/discussion/moderation/use-norms"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Select } from "@/components/ui/select"
import { TextLink } from "@/components/ui/text-link"
import { actKinds, type LedgerLine } from "@/lib/discussion/moderation/moderation-act"

type Act = (input: unknown) => Promise<ActionResult<unknown>>

export type LedgerActs = {
  show: Act
  unlock: Act
  unfreeze: Act
  /** Null for whoever does not answer appeals. */
  answer: Act | null
}

type LedgerViewProps = {
  classId: string
  lines: readonly LedgerLine[]
  isMore: boolean
  assignments: readonly { id: string; title: string }[]
  asked: { assignmentId: string | null; kind: string | null }
  clock: ThreadClock
  acts: LedgerActs
}

/** What staff did in a class's discussions, newest first; what stands can be undone from here. */
export function LedgerView({ lines, isMore, assignments, asked, ...rest }: LedgerViewProps) {
  const words = useTranslations("discussion.ledger")
  return (
    <>
      <Filter assignments={assignments} asked={asked} />
      {lines.length === 0 ? (
        <EmptyState title={words("none")}>{words("noneText")}</EmptyState>
      ) : (
        <ol className="max-w-narrow">
          {lines.map((line) => (
            <li key={line.id} className="border-rule border-t py-3">
              <Line line={line} {...rest} />
            </li>
          ))}
        </ol>
      )}
      {isMore && <p className="mt-3 text-ink-2">{words("more")}</p>}
    </>
  )
}

function Filter({ assignments, asked }: Pick<LedgerViewProps, "assignments" | "asked">) {
  const words = useTranslations("discussion.ledger")
  return (
    <form method="get" className="mb-5 flex flex-wrap items-end gap-3">
      <Select
        dense
        name="assignment"
        label={words("assignment")}
        defaultValue={asked.assignmentId ?? ""}
        options={[
          { value: "", label: words("everywhere") },
          ...assignments.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Select
        dense
        name="kind"
        label={words("kind")}
        defaultValue={asked.kind ?? ""}
        options={[
          { value: "", label: words("anything") },
          ...actKinds.map((kind) => ({ value: kind, label: words(`kinds.${kind}`) })),
        ]}
      />
      <Button type="submit" dense>
        {words("filter")}
      </Button>
    </form>
  )
}

type LineProps = Pick<LedgerViewProps, "classId" | "clock" | "acts"> & { line: LedgerLine }

function Line({ line, classId, clock, acts }: LineProps) {
  const words = useTranslations("discussion.ledger")
  const ruleWords = useRuleWords()
  const rule = ruleWords(line)
  return (
    <article className="grid gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b>{words(`kinds.${line.kind}`)}</b>
        <span dir="auto" className="text-13 text-ink-2">
          {words("by", { name: line.by ?? words("someone"), at: postTime(line.at, clock) })}
        </span>
        {line.isUndone && <span className="text-13 text-ink-2">{words("undone")}</span>}
      </p>
      <Where line={line} />
      {rule && <p dir="auto">{words("rule", { rule })}</p>}
      {line.reason && <p dir="auto">{words("reason", { reason: line.reason })}</p>}
      {line.untoldFor && <p dir="auto">{words("untold", { reason: line.untoldFor })}</p>}
      {line.appeal && <StaffAppeal appeal={line.appeal} actId={line.id} clock={clock} answer={acts.answer} />}
      <Undo line={line} classId={classId} acts={acts} />
    </article>
  )
}

function Where({ line: { assignment, prompt, post } }: { line: LedgerLine }) {
  const words = useTranslations("discussion.ledger")
  if (!assignment) return <p className="text-13 text-ink-2">{words("wholeClass")}</p>
  const at = prompt && { assignmentId: assignment.id, promptId: prompt.id }
  return (
    <p className="flex flex-wrap gap-x-3 text-13 text-ink-2">
      <span dir="auto">{assignment.title}</span>
      {at && prompt && (
        <TextLink href={threadAddress(at)}>{words("question", { position: prompt.position })}</TextLink>
      )}
      {at && post && (
        <TextLink href={threadAddress(at, { post: post.id })} dir="auto">
          {words("postBy", { name: post.author.name })}
        </TextLink>
      )}
    </p>
  )
}

function Undo({ line, classId, acts }: Omit<LineProps, "clock">) {
  const words = useTranslations("discussion.ledger")
  if (line.isUndone) return null
  const { kind, post, assignment, prompt } = line
  const undo =
    kind === "hidden" && post
      ? { action: acts.show, input: { postId: post.id }, label: words("show") }
      : kind === "locked" && assignment && prompt
        ? {
            action: acts.unlock,
            input: { assignmentId: assignment.id, promptId: prompt.id },
            label: words("open"),
          }
        : kind === "frozen"
          ? { action: acts.unfreeze, input: { classId }, label: words("goOn") }
          : null
  if (!undo) return null
  return (
    <div className="mt-1">
      <ActButton action={undo.action} input={undo.input}>
        {undo.label}
      </ActButton>
    </div>
  )
}
