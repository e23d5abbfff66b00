import { useTranslations } from "next-intl"
import { TextLink } from "@/components/ui/text-link"
import type { ThreadWindow } from "@/lib/discussion/thread/thread-view"

/** Leads from one window of posts to the next. A thread of one window has none. */
export function ThreadPager({ window, hrefOf }: { window: ThreadWindow; hrefOf: (index: number) => string }) {
  const words = useTranslations("discussion.thread")
  if (window.count < 2) return null
  const earlier = window.order === "newest" ? window.index + 1 : window.index - 1
  const later = window.order === "newest" ? window.index - 1 : window.index + 1
  const stands = (index: number) => index >= 0 && index < window.count
  return (
    <nav
      aria-label={words("part", { part: window.index + 1, parts: window.count })}
      className="flex flex-wrap items-center gap-x-5 border-rule border-t py-4 text-13 md:ps-26"
    >
      {stands(earlier) && <TextLink href={hrefOf(earlier)}>{words("earlier")}</TextLink>}
      <span className="text-ink-2">{words("part", { part: window.index + 1, parts: window.count })}</span>
      {stands(later) && <TextLink href={hrefOf(later)}>{words("later")}</TextLink>}
    </nav>
  )
}
