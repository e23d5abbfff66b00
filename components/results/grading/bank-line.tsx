"use client"

import { Pencil, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { BankComment } from "@/components/results/grading/comment-bank"
import { Button } from "@/components/ui/button"
import { IconButton } from "@/components/ui/icon-button"
import { TextArea } from "@/components/ui/text-area"
import { LONGEST_COMMENT } from "@/lib/quiz/rubric"

type BankLineProps = {
  comment: BankComment
  onInsert: () => void
  onDelete: () => void
  /** Whether the new words were taken. */
  onChange: (body: string) => Promise<boolean>
}

/** One comment: pressed, it is inserted; beside it, the ways to change and to delete it. */
export function BankLine({ comment: { body }, onInsert, onDelete, onChange }: BankLineProps) {
  const results = useTranslations("results.grading.bank")
  const [words, setWords] = useState<string | null>(null)
  const short = body.length > 40 ? `${body.slice(0, 39)}…` : body
  if (words !== null)
    return (
      <li className="grid gap-2 border-rule border-t py-2">
        <TextArea
          name="bank-words"
          label={results("words")}
          rows={2}
          autoFocus
          value={words}
          maxLength={LONGEST_COMMENT}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="flex gap-3">
          <Button
            dense
            onClick={async () => {
              if (await onChange(words)) setWords(null)
            }}
          >
            {results("save")}
          </Button>
          <Button dense variant="quiet" onClick={() => setWords(null)}>
            {results("cancel")}
          </Button>
        </div>
      </li>
    )
  return (
    <li className="flex items-start gap-1 border-rule border-t">
      <button
        type="button"
        data-insert
        dir="auto"
        onClick={onInsert}
        className="wrap-anywhere min-h-target-dense flex-1 whitespace-pre-line px-1 py-1.5 text-start text-15 hover:bg-recess focus-visible:-outline-offset-2"
      >
        {body}
      </button>
      <IconButton dense label={results("editOf", { body: short })} onClick={() => setWords(body)}>
        <Pencil aria-hidden />
      </IconButton>
      <IconButton dense label={results("deleteOf", { body: short })} onClick={onDelete}>
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  )
}
