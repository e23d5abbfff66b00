"use client"

import { CircleAlert, Eye, X } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Draft, DraftPlace } from "@/components/discussion/composer/use-draft"
import { citationLabel } from "@/components/discussion/posts/citation-quote"
import { cn } from "@/components/ui/cn"
import { IconButton } from "@/components/ui/icon-button"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { Stamp } from "@/components/ui/stamp"
import { MAX_BODY } from "@/lib/discussion/posts/decide-post"
import { countVisible } from "@/lib/discussion/posts/visible-text"

/** The name classmates will see, and which sentence says so. */
export type SignedAs = { name: string; seenBy: "seenPseudonym" | "seenName" | "seenStaff" }

/** Who will know who wrote this. */
export function SeenBy({ signedAs }: { signedAs: SignedAs }) {
  const words = useTranslations("discussion.composer")
  const bold = (chunks: ReactNode) => <b className="text-ink">{chunks}</b>
  return (
    <p id="seen-by" className="mt-2 flex gap-1.5 text-13 text-ink-2">
      <Eye aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{words.rich(signedAs.seenBy, { name: signedAs.name, b: bold })}</span>
    </p>
  )
}

/** Where the post answered went while its answer was being written: in the place of `SeenBy`, so that nothing moves. */
export function AnswersGone() {
  const words = useTranslations("discussion.composer")
  return (
    <p id="seen-by" className="mt-2 flex gap-1.5 text-13 text-wrong">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{words("gone")}</span>
    </p>
  )
}

/** The cited sentences of a draft, each to be taken away again. */
export function CitedList({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const words = useTranslations("discussion.composer")
  if (draft.citations.length === 0) return null
  const without = (id: string) => draft.citations.filter((sentence) => sentence.sentenceId !== id)
  return (
    <ul className="px-4">
      {draft.citations.map((sentence) => (
        <li key={sentence.sentenceId} className="flex items-center gap-3 border-rule border-t py-1">
          <SentenceRef label={citationLabel(sentence)} />
          <span dir="auto" className="min-w-0 flex-1 truncate font-read text-15 text-ink-2">
            {sentence.quote}
          </span>
          <IconButton
            dense
            label={words("removeCited", { label: citationLabel(sentence) })}
            onClick={() => change({ citations: without(sentence.sentenceId) })}
          >
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}

/** Said only when the end comes near. */
export function LengthLeft({ body }: { body: string }) {
  const words = useTranslations("discussion.composer")
  const left = MAX_BODY - countVisible(body)
  if (left > 500) return null
  return (
    <p role="status" className={cn("mt-1 text-13", left < 0 ? "text-wrong" : "text-ink-2")}>
      {left < 0 ? words("over", { count: -left }) : words("left", { count: left })}
    </p>
  )
}

/** Where the draft is kept. */
export function DraftStamp({ place }: { place: DraftPlace }) {
  const words = useTranslations("discussion.composer")
  if (place === "none") return null
  const isKept = place === "device"
  return <Stamp state={isKept ? "local" : "failed"}>{words(isKept ? "draft" : "noDraft")}</Stamp>
}
