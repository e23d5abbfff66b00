"use client"

import { useTranslations } from "next-intl"
import { ShareField } from "@/components/quiz/editor/share-field"
import { LongLine } from "@/components/ui/long-line"

type OwnWordsProps<Weighed extends { percent: number; comment: string }> = {
  name: string
  /** Which answer it is: "answer 2". */
  what: string
  weighed: Weighed
  onChange: (weighed: Weighed) => void
}

/** The share of one answer, and what results say to whoever gave it. */
export function OwnWords<Weighed extends { percent: number; comment: string }>({
  name,
  what,
  weighed,
  onChange,
}: OwnWordsProps<Weighed>) {
  const words = useTranslations("quiz.editor")
  return (
    <div className="grid items-start gap-2 md:grid-cols-[auto_minmax(0,1fr)]">
      <ShareField
        name={`share-${name}`}
        what={what}
        percent={weighed.percent}
        onChange={(percent) => onChange({ ...weighed, percent })}
      />
      <LongLine
        dense
        name={`comment-${name}`}
        label={words("commentOn", { what })}
        hideLabel
        optional
        placeholder={words("commentPlaceholder")}
        value={weighed.comment}
        maxLength={600}
        onText={(comment) => onChange({ ...weighed, comment })}
      />
    </div>
  )
}
