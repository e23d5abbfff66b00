"use client"

import { useTranslations } from "next-intl"
import { BeforeDialog } from "@/components/lesson/editor/before-dialog"
import type { ItemLine } from "@/components/lesson/editor/item-line"
import { PointsDialog } from "@/components/lesson/editor/points-dialog"
import { PoolDialog } from "@/components/lesson/editor/pool-dialog"
import { SkillsDialog } from "@/components/lesson/editor/skills-dialog"
import type { ItemActsDone } from "@/components/lesson/editor/use-item-acts"

/** Which window is open. */
export type Asking = "points" | "skills" | "before" | "pool" | null

type BulkDialogsProps = {
  asking: Asking
  onClose: () => void
  items: readonly ItemLine[]
  chosen: string[]
  acts: ItemActsDone["asked"]
}

/** The windows of what has to be asked before it is done with the chosen questions. */
export function BulkDialogs({ asking, onClose, items, chosen, acts }: BulkDialogsProps) {
  const words = useTranslations("lesson.editor.bulk")
  const count = chosen.length
  const common = { onClose, count }
  return (
    <>
      <PointsDialog
        {...common}
        open={asking === "points"}
        onSet={(points) => acts.change(chosen, { kind: "points", points })}
      />
      <SkillsDialog
        {...common}
        open={asking === "skills"}
        known={[...new Set(items.flatMap(({ skills }) => skills))]}
        onSet={(how, skills) => acts.change(chosen, { kind: "skills", how, skills })}
      />
      <BeforeDialog
        {...common}
        open={asking === "before"}
        items={items.filter(({ itemId }) => !chosen.includes(itemId))}
        onMove={(before) =>
          acts.layOut({ kind: "move", itemIds: chosen, to: { before } }, words("moved", { count }))
        }
      />
      <PoolDialog
        onClose={onClose}
        open={asking === "pool"}
        size={count}
        onSave={(pool) =>
          acts.layOut(
            { kind: "makePool", itemIds: chosen, ...pool },
            words("pooled", { count, pool: pool.name }),
          )
        }
      />
    </>
  )
}
