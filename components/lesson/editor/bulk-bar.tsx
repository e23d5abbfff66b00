"use client"

import { ChevronDown } from "lucide-react"
import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { BeforeDialog } from "@/components/lesson/editor/before-dialog"
import type { ItemLine } from "@/components/lesson/editor/item-line"
import { PointsDialog } from "@/components/lesson/editor/points-dialog"
import { PoolDialog } from "@/components/lesson/editor/pool-dialog"
import { SkillsDialog } from "@/components/lesson/editor/skills-dialog"
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

type Asking = "points" | "skills" | "before" | "pool" | null

/** What can be done with the questions that are chosen. Stays in sight while the list is scrolled. */
export function BulkBar({ items, chosen, pools, acts, onChooseNone }: BulkBarProps) {
  const words = useTranslations("lesson.editor.bulk")
  const levelWords = useTranslations("lesson.itemLevels")
  const [asking, setAsking] = useState<Asking>(null)
  const count = chosen.length
  const ask = (what: Asking) => () => setAsking(what)
  const close = () => setAsking(null)
  const some = items.filter(({ itemId }) => chosen.includes(itemId))
  const pour = (pool: string | null) => () =>
    acts.layOut(
      { kind: "pour", itemIds: chosen, pool },
      pool ? words("poured", { count, pool }) : words("freed", { count }),
    )
  const moveTo = (to: "top" | "bottom") => () =>
    acts.layOut({ kind: "move", itemIds: chosen, to }, words("moved", { count }))
  const withdraw = async () => {
    const result = await acts.layOut({ kind: "withdraw", itemIds: chosen }, words("withdrawn", { count }))
    if (result?.ok) onChooseNone()
  }
  return (
    <section
      aria-label={words("label")}
      className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-2 gap-y-1 border-rule-firm border-t bg-paper py-2"
    >
      <p role="status" className="me-2 font-semibold">
        {words("chosen", { count })}
      </p>
      <Button dense onClick={ask("points")}>
        {words("points")}
      </Button>
      <Button dense onClick={ask("skills")}>
        {words("skills")}
      </Button>
      <Menu trigger={<MenuButton>{words("level")}</MenuButton>} align="start">
        {LEVELS.map((level) => (
          <MenuItem key={level} onSelect={() => acts.change(chosen, { kind: "level", level })}>
            {levelWords(level)}
          </MenuItem>
        ))}
      </Menu>
      <Menu trigger={<MenuButton>{words("move")}</MenuButton>} align="start">
        <MenuItem onSelect={moveTo("top")}>{words("toTop")}</MenuItem>
        <MenuItem onSelect={moveTo("bottom")}>{words("toBottom")}</MenuItem>
        <MenuItem onSelect={ask("before")}>{words("before")}</MenuItem>
      </Menu>
      <Menu trigger={<MenuButton>{words("pool")}</MenuButton>} align="start">
        <MenuItem onSelect={ask("pool")}>{words("newPool")}</MenuItem>
        {pools.map(({ name }) => (
          <MenuItem key={name} onSelect={pour(name)}>
            {words("intoPool", { pool: name })}
          </MenuItem>
        ))}
        {some.some(({ pool }) => pool !== null) && (
          <>
            <MenuDivider />
            <MenuItem onSelect={pour(null)}>{words("outOfPool")}</MenuItem>
          </>
        )}
      </Menu>
      <Button dense variant="danger" onClick={withdraw}>
        {words("withdraw")}
      </Button>
      <Button dense variant="quiet" onClick={onChooseNone}>
        {words("none")}
      </Button>
      <PointsDialog
        open={asking === "points"}
        onClose={close}
        count={count}
        onSet={(points) => acts.change(chosen, { kind: "points", points })}
      />
      <SkillsDialog
        open={asking === "skills"}
        onClose={close}
        count={count}
        known={[...new Set(items.flatMap(({ skills }) => skills))]}
        onSet={(how, skills) => acts.change(chosen, { kind: "skills", how, skills })}
      />
      <BeforeDialog
        open={asking === "before"}
        onClose={close}
        count={count}
        items={items.filter(({ itemId }) => !chosen.includes(itemId))}
        onMove={(before) =>
          acts.layOut({ kind: "move", itemIds: chosen, to: { before } }, words("moved", { count }))
        }
      />
      <PoolDialog
        open={asking === "pool"}
        onClose={close}
        size={count}
        onSave={(pool) =>
          acts.layOut(
            { kind: "makePool", itemIds: chosen, ...pool },
            words("pooled", { count, pool: pool.name }),
          )
        }
      />
    </section>
  )
}

function MenuButton({ children, ...trigger }: { children: ReactNode }) {
  return (
    <Button dense {...trigger}>
      {children} <ChevronDown aria-hidden />
    </Button>
  )
}
