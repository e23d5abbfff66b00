"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useRef } from "react"
import { type Clock, Instant } from "@/components/lesson/instant"
import { type BankActions, CommentBank } from "@/components/results/grading/comment-bank"
import { DraftStamp } from "@/components/results/grading/draft-stamp"
import { OvertakenNotice } from "@/components/results/grading/overtaken-notice"
import { type SecondView, TwoGrades } from "@/components/results/grading/two-grades"
import { type GradingOf, useGrading } from "@/components/results/grading/use-grading"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { RadioGroup } from "@/components/ui/radio-group"
import { ScriptedForm } from "@/components/ui/scripted-form"
import { TextArea } from "@/components/ui/text-area"
import { LONGEST_COMMENT, type Rubric } from "@/lib/quiz/rubric"

type GradingFormProps = GradingOf & {
  /** Where two have graded it, each without seeing the other's. */
  second: SecondView | null
  clock: Clock
  bank: BankActions
}

/** The levels as radio buttons and a comment, kept as typed: it is there again on any device until it is given or dropped. */
export function GradingForm(props: GradingFormProps) {
  const { rubric, given, nextHref, clock, second, bank } = props
  const results = useTranslations("results.grading")
  const grading = useGrading(props)
  const { levels, comment, refusal, theirs, pending, change, save } = grading
  const area = useRef<HTMLTextAreaElement>(null)
  return (
    <ScriptedForm
      noValidate
      onSend={() => save()}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        const chosen = levelOfKey(event, rubric)
        if (chosen) change({ levels: { ...levels, ...chosen } })
      }}
      className="grid gap-5"
    >
      {theirs && (
        <OvertakenNotice
          theirs={theirs}
          rubric={rubric}
          clock={clock}
          onKeep={grading.keepTheirs}
          onReplace={() => save(undefined, theirs.scoringId)}
        />
      )}
      {grading.isChanged && (
        <Notice kind="warning" title={results("changed")}>
          {results("changedMore")}
        </Notice>
      )}
      {refusal && !refusal.field && <Notice kind="error">{refusal.message}</Notice>}
      {second && given && (
        <TwoGrades
          second={second}
          first={given}
          rubric={rubric}
          onTake={pending ? null : (grade) => save(grade, given.scoringId)}
        />
      )}
      {rubric.criteria.map(({ id, title, levels: offered }) => (
        <RadioGroup
          key={id}
          name={id}
          label={<span dir="auto">{title}</span>}
          error={refusal?.field === id ? refusal.message : null}
          value={levels[id] ?? ""}
          onChange={(level) => change({ levels: { ...levels, [id]: level } })}
          options={offered.map((level) => ({
            value: level.id,
            label: <span dir="auto">{level.text}</span>,
            hint: results("points", { points: level.points }),
          }))}
        />
      ))}
      <div className="grid gap-2">
        <TextArea
          ref={area}
          name="comment"
          label={results("comment")}
          hint={results("commentHint")}
          optional
          rows={4}
          value={comment}
          maxLength={LONGEST_COMMENT}
          onChange={(event) => change({ comment: event.target.value })}
        />
        <CommentBank
          comment={comment}
          area={area}
          actions={bank}
          onInsert={(text) => change({ comment: text })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="main" aria-disabled={pending || undefined}>
          {results(pending ? "saving" : nextHref ? "saveAndNext" : "save")}
        </Button>
        <DraftStamp {...grading} clock={clock} />
      </div>
      {given && (
        <p className="text-13 text-ink-2">
          {results.rich("givenBy", {
            name: given.by,
            at: () => <Instant at={new Date(given.at)} clock={clock} />,
          })}
        </p>
      )}
    </ScriptedForm>
  )
}

/** 1 to 6 within a criterion: that level of it, which gets the focus. */
function levelOfKey(
  event: KeyboardEvent<HTMLFormElement>,
  { criteria }: Rubric,
): Record<string, string> | null {
  const { target, key, altKey, ctrlKey, metaKey } = event
  if (!(target instanceof HTMLInputElement) || target.type !== "radio") return null
  if (altKey || ctrlKey || metaKey || !/^[1-9]$/.test(key)) return null
  const level = criteria.find(({ id }) => id === target.name)?.levels[Number(key) - 1]
  if (!level) return null
  event.preventDefault()
  const radio = event.currentTarget.querySelector<HTMLInputElement>(
    `input[name="${target.name}"][value="${level.id}"]`,
  )
  radio?.focus()
  return { [target.name]: level.id }
}
