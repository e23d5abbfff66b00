"use client"

import { useTranslations } from "next-intl"
import { type Clock, Instant } from "@/components/lesson/instant"
import { OvertakenNotice } from "@/components/results/grading/overtaken-notice"
import {
  type GradingPlace,
  type SaveGrade,
  type StandingGrade,
  useGrading,
} from "@/components/results/grading/use-grading"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { RadioGroup } from "@/components/ui/radio-group"
import { ScriptedForm } from "@/components/ui/scripted-form"
import { Stamp } from "@/components/ui/stamp"
import { TextArea } from "@/components/ui/text-area"
import { LONGEST_COMMENT, type Rubric } from "@/lib/quiz/rubric"

export type { SaveGrade } from "@/components/results/grading/use-grading"

type GradingFormProps = {
  place: GradingPlace
  rubric: Rubric
  /** The grade that stands; null where there is none. */
  given: StandingGrade | null
  /** The next answer without a grade; null when this was the last. */
  nextHref: string | null
  clock: Clock
  actions: { save: SaveGrade; saveHere: SaveGrade }
}

/** The levels as radio buttons and a comment. What was begun and not saved is there again when one comes back to it. */
export function GradingForm({ place, rubric, given, nextHref, clock, actions }: GradingFormProps) {
  const results = useTranslations("results.grading")
  const { levels, comment, isDirty, isSaved, refusal, theirs, pending, change, save, keepTheirs } =
    useGrading({ place, given, nextHref, actions })
  return (
    <ScriptedForm
      noValidate
      onSend={() => save()}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
      className="grid gap-5"
    >
      {theirs && (
        <OvertakenNotice
          theirs={theirs}
          rubric={rubric}
          clock={clock}
          onKeep={keepTheirs}
          onReplace={() => save(theirs.scoringId)}
        />
      )}
      {refusal && !refusal.field && <Notice kind="error">{refusal.message}</Notice>}
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
      <TextArea
        name="comment"
        label={results("comment")}
        hint={results("commentHint")}
        optional
        rows={4}
        value={comment}
        maxLength={LONGEST_COMMENT}
        onChange={(event) => change({ comment: event.target.value })}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="main" aria-disabled={pending || undefined}>
          {results(pending ? "saving" : nextHref ? "saveAndNext" : "save")}
        </Button>
        <p role="status" className="text-13">
          {isDirty && <Stamp state="local">{results("notSaved")}</Stamp>}
          {isSaved && <Stamp state="safe">{results("saved")}</Stamp>}
        </p>
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
