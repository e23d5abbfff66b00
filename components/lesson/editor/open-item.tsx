"use client"

import { ArrowLeft } from "lucide-react"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { ItemEditor } from "@/components/quiz/editor/item-editor"
import type { ActionResult } from "@/components/ui/action-form"
import { TextLink } from "@/components/ui/text-link"
import type { EditBase } from "@/lib/lesson/input"
import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { SentenceView } from "@/lib/reading/sentences"

type OpenItemProps = {
  base: EditBase
  item: AuthoredItem
  sentences: readonly SentenceView[]
  readOnly: boolean
  /** Its earlier versions; null for a question that is not saved yet. */
  historyHref: string | null
  /** The list of questions. */
  backHref: string
  action: (input: unknown) => Promise<ActionResult<unknown>>
}

/** One question of the lesson, open in the editor of the quiz. */
export function OpenItem({ base, item, sentences, readOnly, historyHref, backHref, action }: OpenItemProps) {
  const words = useTranslations("lesson.editor.items")
  const router = useRouter()
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap justify-between gap-x-6 gap-y-1">
        <TextLink href={backHref} className="inline-flex items-center gap-1.5">
          <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" /> {words("back")}
        </TextLink>
        {historyHref && <TextLink href={historyHref}>{words("history")}</TextLink>}
      </div>
      <ItemEditor
        item={item}
        sentences={sentences}
        readOnly={readOnly}
        onSave={(written) => action({ base, item: written })}
        onDone={() => router.push(backHref)}
      />
    </div>
  )
}
