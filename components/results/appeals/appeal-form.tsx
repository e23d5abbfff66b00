"use client"

import { useTranslations } from "next-intl"
import type { ComponentProps } from "react"
import type { DecideAppeal } from "@/components/results/appeals/appeal-decision"
import { ActionForm } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { displayPoints } from "@/lib/quiz/score-display"
import { LONGEST_ANSWER } from "@/lib/results/appeals/judge-appeal"

type Decided = Extract<Awaited<ReturnType<DecideAppeal>>, { ok: true }>["value"]

type AppealFormProps = {
  place: { assignmentId: string; attemptId: string; itemId: string }
  name: string
  offered: readonly number[]
  action: DecideAppeal
  onDone: (value: Decided) => void
} & Pick<ComponentProps<"form">, "className">

/** Words to the student and one of two answers. Which button was pressed is what is decided. */
export function AppealForm({ place, name, offered, action, onDone }: AppealFormProps) {
  const words = useTranslations("results.appeals")
  const all = offered.at(-1)
  return (
    <ActionForm<Decided>
      noValidate
      action={action}
      onDone={onDone}
      className="mt-4 max-w-read gap-4"
      toInput={(form) => ({
        ...place,
        outcome: form.get("outcome"),
        answer: form.get("answer") ?? "",
        points: form.get("points") === null ? null : Number(form.get("points")),
      })}
    >
      <TextArea
        name="answer"
        label={words("answerTo", { name })}
        hint={words("answerHint")}
        optional={all !== undefined}
        rows={2}
        maxLength={LONGEST_ANSWER}
      />
      {all === undefined ? (
        <p className="text-13 text-ink-2">{words("hasAll")}</p>
      ) : (
        <Select
          name="points"
          label={words("points")}
          defaultValue={String(all)}
          className="max-w-48"
          options={[...offered].reverse().map((points) => ({
            value: String(points),
            label: words("pointsOf", { points: pointsShown(points), all }),
          }))}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {all !== undefined && (
          <Button type="submit" name="outcome" value="upheld">
            {words("uphold")}
          </Button>
        )}
        <Button type="submit" name="outcome" value="declined">
          {words("decline")}
        </Button>
      </div>
    </ActionForm>
  )
}

const pointsShown = (points: number): string => displayPoints({ numerator: points * 2, denominator: 2 })
