"use client"

import { useRouter } from "next/navigation"
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react"
import { CellWindow, type GradebookActions } from "@/components/results/gradebook/cell-window"
import { bodyHtml, type TableHtmlFacts } from "@/components/results/gradebook/table-html"
import { beginWalk, cellAt, goTo, nextCell, placeOf } from "@/components/results/gradebook/walk-cells"
import "@/components/results/gradebook/gradebook.css"

type GradebookTableProps = TableHtmlFacts & {
  classId: string
  caption: string
  /** The assignments, in the columns' order. */
  workIds: readonly string[]
  actions: GradebookActions
  /** The head of the table. */
  children: ReactNode
}

/** Columns before the first assignment: the name, and the total. */
const BEFORE = 2

type Opened = { enrolmentId: string; assignmentId: string; row: number; column: number }

/** Students by assignments. Its body is one string with one handler: see `bodyHtml`. */
export function GradebookTable(props: GradebookTableProps) {
  const { rows, base, words, picked, classId, caption, workIds, actions, children } = props
  const table = useRef<HTMLTableElement>(null)
  const router = useRouter()
  const [opened, setOpened] = useState<Opened | null>(null)
  const html = useMemo(() => bodyHtml({ rows, base, words, picked }), [rows, base, words, picked])
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are new links
  useEffect(() => {
    if (table.current) beginWalk(table.current)
  }, [html])

  const open = (node: EventTarget | null): boolean => {
    const place = table.current && placeOf(table.current, node)
    const enrolmentId = rows[(place?.row ?? 0) - 1]?.id
    const assignmentId = place && workIds[place.column - BEFORE]
    if (!place || !enrolmentId || !assignmentId) return false
    setOpened({ enrolmentId, assignmentId, ...place })
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!table.current) return
    if (event.key === "Enter" || event.key === " ") {
      if (open(event.target)) event.preventDefault()
      return
    }
    const next = nextCell(table.current, event)
    if (next && goTo(table.current, next)) event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("tbody a") : null
    if (link) {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      router.push(link.getAttribute("href") ?? "")
    } else if (table.current && open(event.target)) {
      goTo(table.current, (event.target as Element).closest("td"))
    }
  }
  const close = () => {
    const at = opened
    setOpened(null)
    // The cell that was open may be another element by now: its table was made again.
    requestAnimationFrame(() => at && table.current && goTo(table.current, cellAt(table.current, at)))
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; a section would be one landmark too many */}
      <div role="group" aria-label={caption} className="gradebook">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table, and more: its cells are walked by arrow keys */}
        <table ref={table} role="grid" aria-label={caption} onKeyDown={onKeyDown} onClick={onClick}>
          {children}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made of text that is escaped where it is made */}
          <tbody dangerouslySetInnerHTML={{ __html: html }} />
        </table>
      </div>
      {opened && (
        <CellWindow
          key={`${opened.enrolmentId} ${opened.assignmentId}`}
          cell={{ classId, enrolmentId: opened.enrolmentId, assignmentId: opened.assignmentId }}
          studentHref={base + opened.enrolmentId}
          actions={actions}
          onClose={close}
        />
      )}
    </>
  )
}
