"use client"

import { TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import { useRef } from "react"
import type { ItemLine } from "@/components/lesson/editor/item-line"
import { MoveButtons } from "@/components/lesson/editor/move-buttons"
import type { ActionResult } from "@/components/ui/action-form"
import { buttonStyle } from "@/components/ui/button"
import { ChoiceMark } from "@/components/ui/choice-mark"
import { cn } from "@/components/ui/cn"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { PageLink } from "@/components/ui/page-link"
import { isQuestion } from "@/lib/quiz/question"

type ItemRowProps = {
  item: ItemLine
  at: number
  /** Null: a text between questions. */
  number: number | null
  count: number
  address: string
  readOnly: boolean
  isChosen: boolean
  onChoose: (isOn: boolean, withShift: boolean) => void
  onMove: (to: number) => void
  onWithdraw: () => Promise<ActionResult<unknown> | undefined>
}

/** One question of the list: chosen, opened, moved, withdrawn. */
export function ItemRow(props: ItemRowProps) {
  const { item, at, number, count, address, readOnly, onMove, onWithdraw } = props
  const words = useTranslations("lesson.editor.items")
  const what = number === null ? words("note") : words("question", { number })
  return (
    <li
      className={cn(
        "grid gap-x-2 gap-y-1 py-3",
        readOnly
          ? "grid-cols-[1.75rem_minmax(0,1fr)]"
          : "grid-cols-[1.5rem_1.75rem_minmax(0,1fr)] md:grid-cols-[1.5rem_1.75rem_minmax(0,1fr)_auto]",
      )}
    >
      {!readOnly && <ChooseItem {...props} />}
      <span className="font-semibold text-accent tabular-nums">{number}</span>
      <div className="min-w-0">
        <PageLink
          href={`${address}?part=items&item=${item.itemId}`}
          className={cn("link", number === null && "line-clamp-2")}
          dir="auto"
        >
          {item.prompt || words("untitled")}
        </PageLink>
        <About item={item} />
        {item.problems.map((problem) => (
          <p key={problem} className="flex gap-1.5 text-13 text-part">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {problem}
          </p>
        ))}
      </div>
      {!readOnly && (
        <div className="flex items-start max-md:col-start-3">
          <MoveButtons what={what} at={at} count={count} onMove={onMove} />
          <ConfirmDialog
            trigger={
              <button type="button" className={buttonStyle({ variant: "quiet", dense: true })}>
                {words("withdraw")}
              </button>
            }
            title={words("withdrawTitle", { what })}
            confirmLabel={words("withdraw")}
            onConfirm={onWithdraw}
          >
            {words("withdrawText")}
          </ConfirmDialog>
        </div>
      )}
    </li>
  )
}

function ChooseItem({ number, isChosen, onChoose }: ItemRowProps) {
  const words = useTranslations("lesson.editor.bulk")
  const itemWords = useTranslations("lesson.editor.items")
  const what = number === null ? itemWords("note") : itemWords("question", { number })
  // A press of Space tells no modifier in every browser, so that the key itself is looked at.
  const shift = useRef(false)
  return (
    <span className="-m-1.5 grid size-8 place-items-center">
      <ChoiceMark
        type="checkbox"
        className="mt-0 size-5"
        aria-label={words("choose", { what })}
        checked={isChosen}
        onKeyDown={(event) => {
          shift.current = event.shiftKey
        }}
        onPointerDown={(event) => {
          shift.current = event.shiftKey
        }}
        onChange={(event) => {
          onChoose(event.target.checked, shift.current)
          shift.current = false
        }}
      />
    </span>
  )
}

function About({ item: { type, level, points, skills } }: { item: ItemLine }) {
  const words = useTranslations("lesson.editor.items")
  const typeWords = useTranslations("lesson.itemTypes")
  const levelWords = useTranslations("lesson.itemLevels")
  return (
    <p className="text-13 text-ink-3">
      {typeWords(type)}
      {isQuestion({ type }) && ` · ${levelWords(level)}`}
      {points !== null && <> · {words("points", { points })}</>}
      {skills.length > 0 && <> · {skills.join(", ")}</>}
    </p>
  )
}
