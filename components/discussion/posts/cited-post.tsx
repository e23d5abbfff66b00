"use client"

import { useTranslations } from "next-intl"
import { useCitedPost } from "@/components/discussion/thread/live-thread"
import { PageLink } from "@/components/ui/page-link"
import type { CitedPostView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

type CitedPostProps = { cited: CitedPostView; href: string | null }

/** Another post that a post leans on, in its first words. Where that one is hidden or taken back they are gone here too. */
export function CitedPost({ cited, href }: CitedPostProps) {
  const words = useTranslations("discussion.thread")
  const now = useCitedPost(cited.id)
  const { author, seq, excerpt } = cited
  const isGone = !author || (now !== null && now.state !== "visible")
  if (isGone)
    return (
      <p className="mt-2 border-rule-firm border-s-2 ps-2 text-13 text-ink-3">
        {words("citedPostGone", { seq })}
      </p>
    )
  const label = words("citedPost", { name: author.name, seq })
  return (
    <blockquote className="mt-2 max-w-[62ch] border-accent border-s-2 ps-2 font-read text-15 text-ink-2">
      {href ? (
        <PageLink
          href={href}
          prefetch={false}
          className="link font-semibold font-ui text-13"
          aria-label={words("openCited", { name: author.name, seq })}
        >
          {label}
        </PageLink>
      ) : (
        <b className="font-ui text-13">{label}</b>
      )}
      <p dir="auto" lang={urduLang(excerpt ?? "")} className="line-clamp-2 font-read">
        {excerpt}
      </p>
    </blockquote>
  )
}
