"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { SittingItem, type SittingItemProps } from "@/components/quiz/sitting/sitting-item"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import type { PublicItem } from "@/lib/quiz/public-item"

type AllItemsProps = Omit<SittingItemProps, "item" | "place" | "isListed"> & {
  items: readonly PublicItem[]
  placeOf: (item: PublicItem) => SittingItemProps["place"]
}

/**
 * All questions under each other. The one that has the focus, or was pressed last, is the open one: the text beside it
 * serves that one.
 */
export function AllItems({ items, placeOf, ...common }: AllItemsProps) {
  const words = useTranslations("quiz.question")
  const { way } = common
  const [openFirst] = useState(() => (way.position > 1 ? items[way.position - 1] : undefined))
  // Coming back from the review, the question that was pressed there is brought into sight.
  useEffect(() => {
    if (openFirst) goToItem(openFirst)
  }, [openFirst])
  return (
    <div className="pb-10">
      {items.map((item) => {
        const place = placeOf(item)
        const isOpen = place.place === way.position
        const open = () => isOpen || way.open(place.place)
        return (
          <section
            key={item.itemId}
            aria-labelledby={`question-${item.itemId}`}
            onFocusCapture={open}
            onPointerDownCapture={open}
            className={cn(
              "border-rule border-b border-s-2",
              isOpen ? "border-s-accent" : "border-s-transparent",
            )}
          >
            <SittingItem {...common} item={item} place={place} isListed />
          </section>
        )
      })}
      <div className="mx-auto max-w-[37.5rem] px-4 pt-6 md:px-8">
        <Button variant="main" onClick={way.review}>
          {words("toReview")}
        </Button>
      </div>
    </div>
  )
}

/** Brings a question of the list into sight and gives it the focus. */
export function goToItem({ itemId }: PublicItem): void {
  const heading = document.getElementById(`question-${itemId}`)
  heading?.scrollIntoView({ block: "start" })
  heading?.focus({ preventScroll: true })
}
