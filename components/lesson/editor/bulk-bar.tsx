"use client"

import { ChevronDown } from "lucide-react"
import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { type Asking, BulkDialogs } from "@/components/lesson/editor/bulk-dialogs"
import type { ItemLine } from "@/components/lesson/editor/item-line"
import type { ItemActsDone } from "@/components/lesson/editor/use-item-acts"
import { Button } from "@/components/ui/button"
import { Menu, MenuDivider, MenuItem } from "@/components/ui/menu"
import { LEVELS } from "@/lib/quiz/item-type"

type BulkBarProps = {
  items: readonly ItemLine[]
  chosen: string[]
  pools: readonly { name: string; draw: number }[]
  acts: ItemActsDone
  onChooseNone: () => void
}

/** What can be done with the questions that are chosen. Stays in sight while the list is scrolled. */
export function BulkBar(props: BulkBarProps) {
  const { items, chosen, acts, onChooseNone } = props
  const words = useTranslations("lesson.editor.bulk")
  const [asking, setAsking] = useState<Asking>(null)
  const count = chosen.length
  const withdraw = async () => {
    const result = await acts.layOut({ kind: "withdraw", itemIds: chosen }, words("withdrawn", { count }))
    if (result?.ok) onChooseNone()
  }
  return (
    <section
      aria-label={words("label")}
      className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-2 gap-y-1 border-rule-firm border-t bg-paper py-2"
    >
      <p role="status" className="me-1 font-semibold">
        {words("chosen", { count })}
      </p>
      <Button dense onClick={() => setAsking("points")}>
        {words("points")}
      </Button>
      <Button dense onClick={() => setAsking("skills")}>
        {words("skills")}
      </Button>
      <LevelMenu {...props} />
      <MoveMenu {...props} onAsk={() => setAsking("before")} />
      <PoolMenu {...props} onAsk={() => setAsking("pool")} />
      <Button dense variant="danger" onClick={withdraw}>
        {words("withdraw")}
      </Button>
      <Button dense variant="quiet" onClick={onChooseNone}>
        {words("none")}
      </Button>
      <BulkDialogs {...{ asking, items, chosen }} acts={acts.asked} onClose={() => setAsking(null)} />
    </section>
  )
}

function LevelMenu({ chosen, acts }: BulkBarProps) {
  const words = useTranslations("lesson.editor.bulk")
  const levelWords = useTranslations("lesson.itemLevels")
  return (
    <Menu trigger={<MenuButton>{words("level")}</MenuButton>} align="start">
      {LEVELS.map((level) => (
        <MenuItem key={level} onSelect={() => acts.change(chosen, { kind: "level", level })}>
          {levelWords(level)}
        </MenuItem>
      ))}
    </Menu>
  )
}

function MoveMenu({ chosen, acts, onAsk }: BulkBarProps & { onAsk: () => void }) {
  const words = useTranslations("lesson.editor.bulk")
  const moveTo = (to: "top" | "bottom") => () =>
    acts.layOut({ kind: "move", itemIds: chosen, to }, words("moved", { count: chosen.length }))
  return (
    <Menu trigger={<MenuButton>{words("move")}</MenuButton>} align="start">
      <MenuItem onSelect={moveTo("top")}>{words("toTop")}</MenuItem>
      <MenuItem onSelect={moveTo("bottom")}>{words("toBottom")}</MenuItem>
      <MenuItem onSelect={onAsk}>{words("before")}</MenuItem>
    </Menu>
  )
}

function PoolMenu({ items, chosen, pools, acts, onAsk }: BulkBarProps & { onAsk: () => void }) {
  const words = useTranslations("lesson.editor.bulk")
  const count = chosen.length
  const isPooled = items.some(({ itemId, pool }) => pool !== null && chosen.includes(itemId))
  const pour = (pool: string | null, text: string) => () =>
    acts.layOut({ kind: "pour", itemIds: chosen, pool }, text)
  return (
    <Menu trigger={<MenuButton>{words("pool")}</MenuButton>} align="start">
      <MenuItem onSelect={onAsk}>{words("newPool")}</MenuItem>
      {pools.map(({ name }) => (
        <MenuItem key={name} onSelect={pour(name, words("poured", { count, pool: name }))}>
          {words("intoPool", { pool: name })}
        </MenuItem>
      ))}
      {isPooled && (
        <>
          <MenuDivider />
          <MenuItem onSelect={pour(null, words("freed", { count }))}>{words("outOfPool")}</MenuItem>
        </>
      )}
    </Menu>
  )
}

function MenuButton({ children, ...trigger }: { children: ReactNode }) {
  return (
    <Button dense {...trigger}>
      {children} <ChevronDown aria-hidden />
    </Button>
  )
}
