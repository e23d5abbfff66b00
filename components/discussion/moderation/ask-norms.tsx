"use client"

import { useTranslations } from "next-intl"
import { NormsList } from "@/components/discussion/moderation/norms-list"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import type { NormsView } from "@/lib/discussion/moderation/norms"

export type AskedNorms = {
  norms: NormsView
  assignmentId: string
  accept: (input: unknown) => Promise<ActionResult<unknown>>
}

/** The norms of the class where a student has yet to say yes to them: one button, and the draft stays. */
export function AskNorms({ norms, assignmentId, accept }: AskedNorms) {
  const words = useTranslations("discussion.norms")
  return (
    <section
      aria-labelledby="norms-first"
      className="mt-4 border-accent border-s-2 bg-accent-wash py-3 ps-4 pe-4"
    >
      <h2 id="norms-first" className="font-semibold text-15">
        {words("ask")}
      </h2>
      <NormsList norms={norms} className="mt-1" />
      <p className="mt-1 mb-2 text-13 text-ink-2">{words("keepDraft")}</p>
      <ActButton variant="main" dense={false} action={accept} input={{ assignmentId, number: norms.number }}>
        {words("accept")}
      </ActButton>
    </section>
  )
}
