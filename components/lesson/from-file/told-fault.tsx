"use client"

import { CircleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ToldFault } from "@/lib/lesson/exchange/lesson-plan"

/** Where something is wrong, why, and what to do. */
export function FaultLine({ fault }: { fault: ToldFault }) {
  const t = useTranslations()
  const { place, reason, params } = fault
  const where = place.map(({ word, params: said }) =>
    // A name that is a field here and one of a list there says by its number which it is.
    t(`lesson.exchange.places.${word}` as "lesson.exchange.places.question", { number: "none", ...said }),
  )
  return (
    <li className="flex items-start gap-3 py-2">
      <CircleAlert aria-hidden className="mt-1 size-4 shrink-0 text-wrong" />
      <span className="min-w-0 break-words">
        <span className="inline-block font-semibold first-letter:uppercase">{where.join(", ")}:</span>{" "}
        {t(reason as "lesson.exchange.reasons.shape", params)}
      </span>
    </li>
  )
}
