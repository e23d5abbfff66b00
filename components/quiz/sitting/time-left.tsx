"use client"

import { Clock } from "lucide-react"
import { useTranslations } from "next-intl"
import { cn } from "@/components/ui/cn"

const MINUTE = 60_000
/** Above this many minutes only the close is shown: nobody plans by "4,320 min left". */
const WORTH_COUNTING = 180

/** How much time is left. Says so aloud at five minutes and at one, and in colour and words, without hurry. */
export function TimeLeft({ left, closesLabel }: { left: number; closesLabel: string | null }) {
  const words = useTranslations("quiz.time")
  const minutes = Math.ceil(left / MINUTE)
  const counted = minutes <= WORTH_COUNTING
  return (
    <p className={cn("ms-auto flex items-center gap-1.5 text-13 text-ink-2", minutes <= 5 && "text-part")}>
      <Clock aria-hidden className="size-4 shrink-0" />
      <span>
        {counted && <span className={cn(minutes <= 5 && "font-semibold")}>{words("left", { minutes })}</span>}
        {closesLabel && (
          <span className={cn(counted && "max-md:hidden")}>
            {words(counted ? "closesToo" : "closes", { at: closesLabel })}
          </span>
        )}
      </span>
      <span role="status" className="sr-only">
        {minutes === 5 || minutes === 1 ? words("warning", { minutes }) : ""}
      </span>
    </p>
  )
}
