"use client"

import { GripVertical } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import type { AnswerProps } from "@/components/quiz/types/answer-props"
import { MovePair } from "@/components/quiz/types/move-pair"
import { useDragOrder } from "@/components/quiz/types/ordering/use-drag-order"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { move } from "@/lib/lesson/move"
import type { OrderingContent, OrderingResponse } from "@/lib/quiz/types/ordering/shapes"

/**
 * A list whose lines are moved by buttons, or dragged by those who can. The order that is shown first is an answer only
 * once the student has said so: by moving something, or by taking it as it is.
 */
export function OrderingAnswer({ item, value, disabled, onAnswer, questionId }: AnswerProps) {
  const words = useTranslations("quiz.answer")
  const { steps } = item.content as OrderingContent
  const given = (value as OrderingResponse | null)?.order ?? []
  const order = given.length > 0 ? given : steps.map(({ id }) => id)
  const [said, setSaid] = useState("")
  const textOf = (id: string | undefined) => steps.find((step) => step.id === id)?.text ?? ""
  const put = (from: number, to: number) => {
    setSaid(words("moved", { text: textOf(order[from]), place: to + 1, count: order.length }))
    onAnswer({ order: move(order, from, to) })
  }
  const { list, drag, handle } = useDragOrder(({ from, to }) => put(from, to))
  const keepFocus = useKeptFocus(list, order.join(" "))
  return (
    <div className="my-3">
      <ol ref={list} aria-labelledby={questionId} className="border-rule border-b">
        {order.map((id, at) => (
          <li
            key={id}
            data-step={id}
            className={cn(
              "grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-2 border-rule border-t py-1",
              drag?.from === at && "opacity-50",
              drag && drag.to !== drag.from && drag.to === at && markOf(drag),
            )}
          >
            <span aria-hidden className="text-end font-semibold text-ink-3 tabular-nums">
              {at + 1}
            </span>
            <span dir="auto" className="py-1.5 text-17 leading-6">
              {textOf(id)}
            </span>
            {!disabled && (
              <span className="flex items-center">
                <MovePair
                  at={at}
                  count={order.length}
                  upLabel={words("moveUp", { text: textOf(id) })}
                  downLabel={words("moveDown", { text: textOf(id) })}
                  onMove={(to) => {
                    keepFocus(id, to < at ? "up" : "down")
                    put(at, to)
                  }}
                />
                <span
                  aria-hidden
                  data-handle
                  className="grid size-target cursor-grab touch-none place-items-center text-ink-3 active:cursor-grabbing"
                  {...handle(at)}
                >
                  <GripVertical className="size-4" />
                </span>
              </span>
            )}
          </li>
        ))}
      </ol>
      {given.length === 0 && !disabled && (
        <p className="mt-3 flex flex-wrap items-center gap-3 text-15 text-ink-2">
          {words("orderOpen")}
          <Button dense onClick={() => onAnswer({ order })}>
            {words("keepOrder")}
          </Button>
        </p>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}

const markOf = ({ from, to }: { from: number; to: number }): string =>
  to < from ? "shadow-[0_-3px_0_var(--color-accent)]" : "shadow-[0_3px_0_var(--color-accent)]"

/** A line that is put elsewhere in the page loses the focus: it goes back to the button that was pressed. */
function useKeptFocus(list: { current: HTMLElement | null }, order: string) {
  const pressed = useRef<{ id: string; way: "up" | "down" } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the order has changed
  useEffect(() => {
    if (!pressed.current) return
    const { id, way } = pressed.current
    pressed.current = null
    list.current?.querySelector<HTMLElement>(`[data-step="${id}"] [data-way="${way}"]`)?.focus()
  }, [order])
  return (id: string, way: "up" | "down") => {
    pressed.current = { id, way }
  }
}
