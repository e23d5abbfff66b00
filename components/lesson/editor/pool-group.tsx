"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { PoolDialog } from "@/components/lesson/editor/pool-dialog"
import type { ItemActsDone } from "@/components/lesson/editor/use-item-acts"
import { Button } from "@/components/ui/button"

type PoolGroupProps = {
  pool: { name: string; draw: number }
  size: number
  readOnly: boolean
  acts: ItemActsDone
  /** Its questions. */
  children: ReactNode
}

/** The questions of a pool under its name, with how many of them a student gets. */
export function PoolGroup({ pool, size, readOnly, acts, children }: PoolGroupProps) {
  const words = useTranslations("lesson.editor.pools")
  const [changing, setChanging] = useState(false)
  const { name, draw } = pool
  return (
    <li className="my-3 border-s-2 border-s-accent bg-recess ps-3 pe-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
        <p className="min-w-0">
          <span dir="auto" className="font-semibold">
            {name}
          </span>{" "}
          <span className="text-13 text-ink-2">{words("draws", { draw, size })}</span>
        </p>
        {!readOnly && (
          <div className="ms-auto flex">
            <Button
              dense
              variant="quiet"
              aria-label={words("changeOf", { name })}
              onClick={() => setChanging(true)}
            >
              {words("change")}
            </Button>
            <Button
              dense
              variant="quiet"
              aria-label={words("dissolveOf", { name })}
              onClick={() => acts.layOut({ kind: "dissolvePool", pool: name }, words("dissolved", { name }))}
            >
              {words("dissolve")}
            </Button>
          </div>
        )}
      </div>
      <ol aria-label={name} className="divide-y divide-rule border-rule border-t">
        {children}
      </ol>
      <PoolDialog
        key={`${name} ${draw}`}
        open={changing}
        onClose={() => setChanging(false)}
        size={size}
        pool={pool}
        onSave={(next) =>
          acts.asked.layOut({ kind: "changePool", pool: name, ...next }, words("changed", next))
        }
      />
    </li>
  )
}
