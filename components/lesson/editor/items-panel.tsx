"use client"

import { useTranslations } from "next-intl"
import { AddItems } from "@/components/lesson/editor/add-items"
import { BulkBar } from "@/components/lesson/editor/bulk-bar"
import { groupItems, type ItemLine } from "@/components/lesson/editor/item-line"
import { ItemRow } from "@/components/lesson/editor/item-row"
import { PoolGroup } from "@/components/lesson/editor/pool-group"
import type { EditorAction } from "@/components/lesson/editor/saving-form"
import { useChoosing } from "@/components/lesson/editor/use-choosing"
import {
  type ChangeAction,
  type DoneNote,
  type LayOutAction,
  useItemActs,
} from "@/components/lesson/editor/use-item-acts"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Notice } from "@/components/ui/notice"
import type { EditBase } from "@/lib/lesson/input"
import type { FormerLayout } from "@/lib/lesson/items-input"
import { move } from "@/lib/lesson/move"
import { questionNumbers } from "@/lib/quiz/question"

type ItemsPanelProps = {
  base: EditBase
  lessonId: string
  /** The lesson's own address, to which `?item=` is added. */
  address: string
  items: readonly ItemLine[]
  pools: readonly { name: string; draw: number }[]
  types: readonly string[]
  readOnly: boolean
  arrangeAction: EditorAction
  layOutAction: LayOutAction
  changeAction: ChangeAction
}

/** The questions of a lesson in their order: add, open, move, withdraw; and several at once, also into pools. */
export function ItemsPanel(props: ItemsPanelProps) {
  const { lessonId, address, items, pools, types, readOnly } = props
  const words = useTranslations("lesson.editor.items")
  const acts = useItemActs(props)
  const ids = items.map(({ itemId }) => itemId)
  const choosing = useChoosing(ids)
  const numbers = questionNumbers(items)
  const row = (item: ItemLine, at: number) => {
    const number = numbers[at] ?? null
    return (
      <ItemRow
        key={item.itemId}
        {...{ item, at, number, address, readOnly }}
        count={items.length}
        isChosen={choosing.isChosen(item.itemId)}
        onChoose={(isOn, withShift) => choosing.toggle(item.itemId, isOn, withShift)}
        onMove={(to) => acts.arrange(move(ids, at, to))}
        onWithdraw={() =>
          acts.layOut(
            { kind: "withdraw", itemIds: [item.itemId] },
            number === null ? words("noteWithdrawn") : words("withdrawn", { number }),
          )
        }
      />
    )
  }
  return (
    <div className="grid gap-5">
      {acts.note && <Done note={acts.note} onUndo={acts.undo} />}
      {items.length === 0 && <p className="text-ink-2">{words("none")}</p>}
      {items.length > 0 && (
        <div>
          {!readOnly && <ChooseAll count={items.length} choosing={choosing} />}
          <ol
            className={
              choosing.chosen.length > 0
                ? "divide-y divide-rule border-rule border-y [&_:is(a,button,input)]:scroll-mb-32"
                : "divide-y divide-rule border-rule border-y"
            }
          >
            {groupItems(items).map((group) => {
              const pool = pools.find(({ name }) => name === group.pool)
              const rows = group.items.map((item, offset) => row(item, group.at + offset))
              return pool ? (
                <PoolGroup key={pool.name} size={group.items.length} {...{ pool, readOnly, acts }}>
                  {rows}
                </PoolGroup>
              ) : (
                rows
              )
            })}
          </ol>
          {choosing.chosen.length > 0 && !readOnly && (
            <BulkBar
              {...{ items, pools, acts }}
              chosen={choosing.chosen}
              onChooseNone={choosing.chooseNone}
            />
          )}
        </div>
      )}
      <AddItems {...{ lessonId, address, types, readOnly }} hasItems={items.length > 0} />
    </div>
  )
}

function Done({ note, onUndo }: { note: DoneNote; onUndo: (former: FormerLayout) => unknown }) {
  const words = useTranslations("lesson.editor.bulk")
  const { undo } = note
  const act = undo && (
    <Button dense onClick={() => onUndo(undo)}>
      {words("undo")}
    </Button>
  )
  return (
    <Notice kind={note.kind} acts={act}>
      {note.text}
    </Notice>
  )
}

type ChooseAllProps = { count: number; choosing: ReturnType<typeof useChoosing> }

function ChooseAll({ count, choosing }: ChooseAllProps) {
  const words = useTranslations("lesson.editor.bulk")
  return (
    <Checkbox
      name="all"
      label={words("all", { count })}
      className="mb-1"
      checked={choosing.chosen.length === count}
      onChange={(event) => (event.target.checked ? choosing.chooseAll() : choosing.chooseNone())}
    />
  )
}
