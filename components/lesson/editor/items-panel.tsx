"use client"

import { FileInput, FileOutput, Plus, TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { MoveButtons } from "@/components/lesson/editor/move-buttons"
import type { EditorAction } from "@/components/lesson/editor/saving-form"
import { ButtonLink, buttonStyle } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Notice } from "@/components/ui/notice"
import { PageLink } from "@/components/ui/page-link"
import type { EditBase } from "@/lib/lesson/input"
import { move } from "@/lib/lesson/move"
import { isQuestion, questionNumbers } from "@/lib/quiz/question"

export type ItemLine = {
  itemId: string
  /** The question as its author wrote it. */
  prompt: string
  type: string
  level: string
  /** What has to be mended or looked at, in words. */
  problems: readonly string[]
}

type ItemsPanelProps = {
  base: EditBase
  /** The lesson's own address, to which `?item=` is added. */
  address: string
  items: readonly ItemLine[]
  types: readonly string[]
  readOnly: boolean
  arrangeAction: EditorAction
}

/** The questions of a lesson: in their order, each with what is wrong with it; add, open, move, withdraw. */
export function ItemsPanel(props: ItemsPanelProps) {
  const { address, items, types, readOnly } = props
  const words = useTranslations("lesson.editor.items")
  const typeWords = useTranslations("lesson.itemTypes")
  const { arrange, refusal } = useArranging(props)
  const numbers = questionNumbers(items)
  return (
    <div className="grid gap-5">
      {refusal && <Notice kind="error">{refusal}</Notice>}
      {items.length === 0 && <p className="text-ink-2">{words("none")}</p>}
      {items.length > 0 && (
        <ol className="divide-y divide-rule border-rule border-y">
          {items.map((item, at) => (
            <ItemRow
              key={item.itemId}
              item={item}
              at={at}
              number={numbers[at] ?? null}
              count={items.length}
              address={address}
              readOnly={readOnly}
              onMove={(to) => arrange(move(items, at, to))}
              onWithdraw={() => arrange(items.filter((one) => one.itemId !== item.itemId))}
            />
          ))}
        </ol>
      )}
      {!readOnly && (
        <div>
          <p className="mb-2 font-semibold">{words("add")}</p>
          <div className="flex flex-wrap gap-2">
            {types.map((type) => (
              <ButtonLink key={type} dense href={`${address}?part=items&item=new-${type}`}>
                <Plus aria-hidden /> {typeWords(type)}
              </ButtonLink>
            ))}
            <ButtonLink dense variant="quiet" href={`${address}/import`}>
              <FileInput aria-hidden /> {words("import")}
            </ButtonLink>
          </div>
        </div>
      )}
      {items.length > 0 && (
        <div>
          <ButtonLink dense variant="quiet" href={`${address}/export`}>
            <FileOutput aria-hidden /> {words("export")}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}

function useArranging({ base, arrangeAction }: ItemsPanelProps) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const arrange = (items: readonly ItemLine[]) => {
    if (pending) return Promise.resolve(undefined)
    return new Promise<Awaited<ReturnType<EditorAction>>>((resolve) =>
      start(async () => {
        const result = await arrangeAction({ base, itemIds: items.map((item) => item.itemId) })
        setRefusal(result.ok ? null : result.message)
        resolve(result)
      }),
    )
  }
  return { arrange, refusal }
}

type ItemRowProps = {
  item: ItemLine
  at: number
  /** Null: a text between questions. */
  number: number | null
  count: number
  address: string
  readOnly: boolean
  onMove: (to: number) => void
  onWithdraw: () => Promise<Awaited<ReturnType<EditorAction>> | undefined>
}

function ItemRow({ item, at, number, count, address, readOnly, onMove, onWithdraw }: ItemRowProps) {
  const words = useTranslations("lesson.editor.items")
  const typeWords = useTranslations("lesson.itemTypes")
  const levelWords = useTranslations("lesson.itemLevels")
  const what = number === null ? words("note") : words("question", { number })
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 gap-y-1 py-3 md:grid-cols-[1.5rem_minmax(0,1fr)_auto]">
      <span className="font-semibold text-accent tabular-nums">{number}</span>
      <div className="min-w-0">
        <PageLink
          href={`${address}?part=items&item=${item.itemId}`}
          className={cn("link", number === null && "line-clamp-2")}
          dir="auto"
        >
          {item.prompt || words("untitled")}
        </PageLink>
        <p className="text-13 text-ink-3">
          {typeWords(item.type)}
          {isQuestion(item) && ` · ${levelWords(item.level)}`}
        </p>
        {item.problems.map((problem) => (
          <p key={problem} className="flex gap-1.5 text-13 text-part">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {problem}
          </p>
        ))}
      </div>
      {!readOnly && (
        <div className="flex items-start max-md:col-start-2">
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
