"use client"

import { ArrowDown, ArrowUp } from "lucide-react"
import { useTranslations } from "next-intl"
import { IconButton } from "@/components/ui/icon-button"

type MoveButtonsProps = {
  /** Such as "question 3". */
  what: string
  at: number
  count: number
  onMove: (to: number) => void
}

/** Moves one thing of a list up or down. At the ends the button stays, so that the focus does not jump away. */
export function MoveButtons({ what, at, count, onMove }: MoveButtonsProps) {
  const words = useTranslations("lesson.editor")
  const isFirst = at === 0
  const isLast = at === count - 1
  return (
    <>
      <IconButton
        dense
        label={words("moveUp", { what })}
        aria-disabled={isFirst || undefined}
        onClick={() => !isFirst && onMove(at - 1)}
      >
        <ArrowUp aria-hidden />
      </IconButton>
      <IconButton
        dense
        label={words("moveDown", { what })}
        aria-disabled={isLast || undefined}
        onClick={() => !isLast && onMove(at + 1)}
      >
        <ArrowDown aria-hidden />
      </IconButton>
    </>
  )
}
