"use client"

import { useTranslations } from "next-intl"
import type { RestatingActions } from "@/components/discussion/posts/post-acts"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { rulings } from "@/lib/discussion/restating/wordings"

type SettleRestatementProps = {
  postId: string
  /** The wording that was read. */
  number: number
  settle: RestatingActions["settleRestatement"]
}

/** A teacher says whether it is fair, where the two do not agree. It cannot be undone, so it is asked twice. */
export function SettleRestatement({ postId, number, settle }: SettleRestatementProps) {
  const words = useTranslations("discussion.restating")
  return (
    <div className="mt-2">
      <p className="text-13 text-ink-2">{words("settleText")}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        {rulings.map((ruling) => (
          <ConfirmDialog
            key={ruling}
            trigger={<Button dense>{words(`settle.${ruling}`)}</Button>}
            title={words(`settleTitle.${ruling}`)}
            confirmLabel={words(`settle.${ruling}`)}
            variant="main"
            onConfirm={() => settle({ postId, number, ruling })}
          >
            {words(`settleMore.${ruling}`)}
          </ConfirmDialog>
        ))}
      </div>
    </div>
  )
}
