"use client"

import { ChevronLeft, ChevronRight } from "lucide-react"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useLayoutEffect } from "react"
import { ButtonLink } from "@/components/ui/button"

type WalkAnswersProps = {
  previousHref: string | null
  nextHref: string | null
  /** What is walked through, and by which keys, where that is not answers. */
  label?: string
  keys?: string
}

/** To the answer before and the one after, by link or by Alt with Page Up and Page Down. */
export function WalkAnswers({ previousHref, nextHref, label, keys }: WalkAnswersProps) {
  const results = useTranslations("results.grading")
  const router = useRouter()
  // Before the page is painted: who sees the next answer can press on at once.
  useLayoutEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const to = event.key === "PageUp" ? previousHref : event.key === "PageDown" ? nextHref : null
      if (!event.altKey || !to) return
      event.preventDefault()
      router.push(to)
    }
    document.addEventListener("keydown", walk)
    return () => document.removeEventListener("keydown", walk)
  }, [previousHref, nextHref, router])
  return (
    <nav aria-label={label ?? results("walk")} className="mt-6 border-rule border-t pt-4">
      <div className="flex flex-wrap gap-3">
        {previousHref && (
          <ButtonLink dense href={previousHref}>
            <ChevronLeft aria-hidden className="rtl:-scale-x-100" /> {results("previous")}
          </ButtonLink>
        )}
        {nextHref && (
          <ButtonLink dense href={nextHref}>
            {results("next")} <ChevronRight aria-hidden className="rtl:-scale-x-100" />
          </ButtonLink>
        )}
      </div>
      <p className="mt-2 text-13 text-ink-3">{keys ?? results("keys")}</p>
    </nav>
  )
}
