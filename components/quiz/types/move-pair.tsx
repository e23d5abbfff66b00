"use client"

import { ArrowDown, ArrowUp } from "lucide-react"
import { IconButton } from "@/components/ui/icon-button"

type MovePairProps = {
  at: number
  count: number
  upLabel: string
  downLabel: string
  onMove: (to: number) => void
}

/** Moves one thing of a list up or down. At the ends the button stays, so that the focus does not jump away. */
export function MovePair({ at, count, upLabel, downLabel, onMove }: MovePairProps) {
  const [isFirst, isLast] = [at === 0, at === count - 1]
  const atEnd = "aria-disabled:text-rule-firm aria-disabled:hover:bg-transparent"
  return (
    <span className="flex shrink-0">
      <IconButton
        label={upLabel}
        data-way="up"
        className={atEnd}
        aria-disabled={isFirst || undefined}
        onClick={() => !isFirst && onMove(at - 1)}
      >
        <ArrowUp aria-hidden />
      </IconButton>
      <IconButton
        label={downLabel}
        data-way="down"
        className={atEnd}
        aria-disabled={isLast || undefined}
        onClick={() => !isLast && onMove(at + 1)}
      >
        <ArrowDown aria-hidden />
      </IconButton>
    </span>
  )
}
