"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import type { Apply, Place } from "@/components/results/fixing/fixing-shapes"
import { ActionForm } from "@/components/ui/action-form"
import { Notice } from "@/components/ui/notice"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import { type Fix, LONGEST_REASON } from "@/lib/results/fixing/fix-input"

type ApplyFixProps = {
  fix: Fix
  place: Place
  here: string
  /** Of the preview above. */
  basedOn: string
  /** Scores that change. */
  count: number
  action: Apply
}

/** What overtook the preview: a teacher, by name, or null for answers and scores. */
type Overtaken = { by: string | null }

/** Does what the preview shows, or says why it no longer holds; then the preview above is a fresh one. */
export function ApplyFix({ fix, place, here, basedOn, count, action }: ApplyFixProps) {
  const words = useTranslations("results.fixing")
  const router = useRouter()
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null)
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (overtaken) notice.current?.focus()
  }, [overtaken])
  return (
    <>
      {overtaken && (
        <Notice ref={notice} kind="warning" className="mt-4">
          {overtaken.by === null ? words("staleAnswers") : words("staleFix", { name: overtaken.by })}
        </Notice>
      )}
      <ActionForm
        action={action}
        className="mt-5 gap-4"
        toInput={(form) => ({ ...place, fix, basedOn, reason: form.get("reason") ?? "" })}
        onDone={(value) => {
          if (value.outcome === "stale") setOvertaken({ by: value.by })
          else router.push(`${here}?applied=${value.changed}`)
        }}
      >
        <TextArea
          name="reason"
          label={words("reason")}
          hint={words("reasonHint")}
          optional
          rows={2}
          maxLength={LONGEST_REASON}
        />
        <div>
          <SubmitButton>{words("apply", { count })}</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}
