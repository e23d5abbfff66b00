"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react"
import { v4 } from "uuid"
import { BankLine } from "@/components/results/grading/bank-line"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { controlStyle } from "@/components/ui/field-frame"
import { LONGEST_COMMENT } from "@/lib/quiz/rubric"
import { insertComment } from "@/lib/results/grading/insert-comment"

export type BankComment = { id: string; body: string }
type BankAct = (input: unknown) => Promise<ActionResult<BankComment[]>>
export type BankActions = { load: BankAct; keep: BankAct; drop: BankAct }

type CommentBankProps = {
  /** What is written now. */
  comment: string
  area: RefObject<HTMLTextAreaElement | null>
  actions: BankActions
  onInsert: (comment: string) => void
}

/**
 * A teacher's own comments: found by their words, put where the cursor was, kept, changed and deleted. Loaded when they are
 * opened. Arrow keys walk the list, Enter inserts, Escape goes back to the comment.
 */
export function CommentBank({ comment, area, actions, onInsert }: CommentBankProps) {
  const results = useTranslations("results.grading.bank")
  const [bank, setBank] = useState<BankComment[] | null>(null)
  const [find, setFind] = useState("")
  const [dropped, setDropped] = useState<BankComment | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const panel = useRef<HTMLElement>(null)
  const id = useId()
  const take = async (act: BankAct, input: unknown) => {
    const result = await act(input)
    setSaid(result.ok ? null : result.message)
    if (result.ok) setBank(result.value)
    return result.ok
  }
  const close = () => {
    setBank(null)
    setFind("")
    setDropped(null)
    area.current?.focus()
  }
  const insert = ({ body }: BankComment) => {
    const at = area.current
    if (!at) return
    const inserted = insertComment(comment, body, { start: at.selectionStart, end: at.selectionEnd })
    if (!inserted) return setSaid(results("long", { most: LONGEST_COMMENT }))
    onInsert(inserted.text)
    close()
    // After the text is in it, so that the next words follow.
    requestAnimationFrame(() => at.setSelectionRange(inserted.cursor, inserted.cursor))
  }
  const keep = async () => {
    const result = await actions.keep({ id: v4(), body: comment })
    setSaid(result.ok ? results("kept") : result.message)
    if (result.ok && bank) setBank(result.value)
  }
  const drop = async (one: BankComment) => {
    if (await take(actions.drop, { id: one.id })) setDropped(one)
    panel.current?.querySelector("input")?.focus()
  }
  const found = (bank ?? []).filter(({ body }) => body.toLowerCase().includes(find.trim().toLowerCase()))
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-x-3 gap-y-1">
        <Button
          dense
          variant="quiet"
          aria-expanded={bank !== null}
          onClick={() => (bank ? close() : take(actions.load, {}))}
        >
          {results("open")}
        </Button>
        {comment.trim() !== "" && (
          <Button dense variant="quiet" onClick={keep}>
            {results("keep")}
          </Button>
        )}
      </div>
      <p role="status" className="text-13 text-ink-2 empty:hidden">
        {said}
      </p>
      {bank && (
        <section
          ref={panel}
          aria-label={results("options")}
          className="grid gap-2 border-rule border-s-2 ps-4"
          onKeyDown={(event) => onPanelKey(event, { close, insertFirst: () => found[0] && insert(found[0]) })}
        >
          <label htmlFor={id} className="text-13 text-ink-2">
            {results("label")}
          </label>
          <input
            id={id}
            type="search"
            dir="auto"
            // biome-ignore lint/a11y/noAutofocus: it was opened to find something
            autoFocus
            value={find}
            onChange={(event) => setFind(event.target.value)}
            aria-describedby={`${id}-keys`}
            className={controlStyle}
          />
          <p id={`${id}-keys`} className="text-13 text-ink-3">
            {results("keys")}
          </p>
          {found.length === 0 && (
            <p className="text-13 text-ink-2">{results(bank.length === 0 ? "none" : "nothing")}</p>
          )}
          <ul className="max-h-80 overflow-y-auto">
            {found.map((one) => (
              <BankLine
                key={one.id}
                comment={one}
                onInsert={() => insert(one)}
                onDelete={() => drop(one)}
                onChange={(body) => take(actions.keep, { id: one.id, body })}
              />
            ))}
          </ul>
          {dropped && (
            <p role="status" className="flex items-center gap-3 text-13">
              {results("deleted")}
              <Button
                dense
                variant="quiet"
                onClick={async () => {
                  if (await take(actions.keep, dropped)) setDropped(null)
                }}
              >
                {results("undo")}
              </Button>
            </p>
          )}
        </section>
      )}
    </div>
  )
}

type PanelActs = { close: () => void; insertFirst: () => void }

/** Keys within the list. Whatever is typed into a field that is being changed is its own. */
function onPanelKey(event: KeyboardEvent<HTMLElement>, { close, insertFirst }: PanelActs): void {
  const { target, key, currentTarget } = event
  const isFinding = target instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey
  if (key === "Escape" || (key === "Enter" && isFinding)) {
    event.preventDefault()
    if (key === "Escape") close()
    else insertFirst()
    return
  }
  if (target instanceof HTMLTextAreaElement) return
  if (key !== "ArrowDown" && key !== "ArrowUp") return
  event.preventDefault()
  const stops = [...currentTarget.querySelectorAll<HTMLElement>("input[type=search], [data-insert]")]
  const at = stops.indexOf(target as HTMLElement)
  stops[Math.max(0, Math.min(stops.length - 1, at + (key === "ArrowDown" ? 1 : -1)))]?.focus()
}
