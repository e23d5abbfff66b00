"use client"

import { Bell } from "lucide-react"
import { useTranslations } from "next-intl"
import { useNotices } from "@/components/shell/notice-stream"
import { PageLink } from "@/components/ui/page-link"

const MOST_SHOWN = 99

/** The way to the notices, with how many are new. Before scripts have run it is a link like any other. */
export function NoticeBell() {
  const words = useTranslations("common.notices")
  const { unread } = useNotices()
  const label = words("open", { count: unread })
  return (
    <PageLink
      href="/notices"
      aria-label={label}
      title={label}
      className="relative inline-grid size-target shrink-0 place-items-center rounded-corner text-ink-2 hover:bg-recess hover:text-ink print:hidden"
    >
      <Bell aria-hidden className="size-4" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute inset-e-0.5 top-0.5 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[0.6875rem] text-paper leading-4 tabular-nums"
        >
          {unread > MOST_SHOWN ? words("many") : unread}
        </span>
      )}
    </PageLink>
  )
}
