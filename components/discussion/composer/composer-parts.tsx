"use client"

import { CircleAlert, Eye, X } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { type Cited, countCited } from "@/components/discussion/composer/citation-loads"
import type { DraftPlace } from "@/components/discussion/composer/use-draft"
import { citationLabel } from "@/components/discussion/posts/citation-quote"
import { cn } from "@/components/ui/cn"
import { IconButton } from "@/components/ui/icon-button"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { Stamp } from "@/components/ui/stamp"
import { hostOf } from "@/lib/discussion/posts/decide-citations"
import { MAX_BODY } from "@/lib/discussion/posts/decide-post"
import { countVisible } from "@/lib/discussion/posts/visible-text"

/** The name classmates will see, and which sentence says so. */
export type SignedAs = {
  name: string
  seenBy: "seenPseudonym" | "seenSealed" | "seenOpened" | "seenName" | "seenStaff"
}

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

/** Where posts wait: who reads them first. */
export function ReadFirst() {
  const words = useTranslations("discussion.thread")
  return <p className="mt-1 ps-5.5 text-13 text-ink-2">{words("waitsForStaff")}</p>
}

/** What a draft leans on, each to be taken away again. */
export function CitedList({ draft, change }: { draft: Cited; change: (part: Partial<Cited>) => void }) {
  const words = useTranslations("discussion.composer")
  if (countCited(draft) === 0) return null
  const { citations, citedPosts, sources } = draft
  return (
    <ul className="px-4">
      {citations.map((sentence) => (
        <CitedLine
          key={sentence.sentenceId}
          mark={citationLabel(sentence)}
          text={sentence.quote}
          remove={words("removeCited", { label: citationLabel(sentence) })}
          onRemove={() => change({ citations: citations.filter((other) => other !== sentence) })}
        />
      ))}
      {citedPosts.map((post) => (
        <CitedLine
          key={post.id}
          mark={words("postMark", { seq: post.seq })}
          text={`${post.author?.name ?? ""}: ${post.excerpt ?? ""}`}
          remove={words("removePost", { seq: post.seq })}
          onRemove={() => change({ citedPosts: citedPosts.filter((other) => other !== post) })}
        />
      ))}
      {sources.map((source) => (
        <CitedLine
          key={`${source.address} ${source.title}`}
          mark={hostOf(source.address)}
          text={source.title}
          remove={words("removeSource", { title: source.title })}
          onRemove={() => change({ sources: sources.filter((other) => other !== source) })}
        />
      ))}
    </ul>
  )
}

type CitedLineProps = { mark: string; text: string; remove: string; onRemove: () => void }

function CitedLine({ mark, text, remove, onRemove }: CitedLineProps) {
  return (
    <li className="flex items-center gap-3 border-rule border-t py-1">
      <SentenceRef label={mark} className="max-w-40 truncate" />
      <span dir="auto" className="min-w-0 flex-1 truncate font-read text-15 text-ink-2">
        {text}
      </span>
      <IconButton dense label={remove} onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </li>
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
