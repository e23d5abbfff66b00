import { useTranslations } from "next-intl"
import { AnswerFields } from "@/components/results/fixing/answer-fields"
import type { FixingView } from "@/components/results/fixing/fixing-shapes"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { type FixKind, MOST_POINTS } from "@/lib/results/fixing/fix-input"
import type { FixQuery } from "@/lib/results/fixing/fix-query"

type FixFormProps = { kind: FixKind; fixing: FixingView; query: FixQuery; here: string }

/** What is right instead, or how many points. Sent as an address, so that what it shows can be linked to and gone back to. */
export function FixForm({ kind, fixing, query, here }: FixFormProps) {
  const words = useTranslations("results.fixing")
  if (kind === "credit" || kind === "drop") return null
  return (
    <form action={`${here}#preview`} id="chosen" className="mt-6 grid max-w-read scroll-mt-4 gap-4">
      <input type="hidden" name="do" value={kind} />
      {kind === "points" ? (
        <Field
          key={kind}
          name="points"
          type="number"
          min={1}
          max={MOST_POINTS}
          label={words("newPoints")}
          hint={words("newPointsHint")}
          defaultValue={query.points ?? fixing.item.points}
          className="max-w-48"
        />
      ) : (
        <AnswerFields key={kind} kind={kind} fixing={fixing} query={query} />
      )}
      <div>
        <Button type="submit" variant={fixing.preview ? "line" : "main"}>
          {words("show")}
        </Button>
      </div>
    </form>
  )
}
