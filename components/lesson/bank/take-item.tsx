"use client"

import { Check } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { TextLink } from "@/components/ui/text-link"
import type { EditBase } from "@/lib/lesson/input"

export type TakeItemAction = (
  input: unknown,
) => Promise<ActionResult<{ itemId: string; evidence: "none" | "attached" | "loose" }>>

type TakeItemProps = {
  itemId: string
  prompt: string
  isThere: boolean
  into: { lessonId: string; title: string; base: EditBase }
  action: TakeItemAction
}

/** Takes a question into the chosen lesson, and says whether its evidence came along. */
export function TakeItem({ itemId, prompt, isThere, into, action }: TakeItemProps) {
  const words = useTranslations("lesson.bank")
  const [pending, start] = useTransition()
  const [result, setResult] = useState<Awaited<ReturnType<TakeItemAction>> | null>(null)
  const take = () => {
    if (pending) return
    start(async () => setResult(await action({ base: into.base, itemId })))
  }
  const taken = result?.ok ? result.value : null
  return (
    <div className="grid max-w-64 content-start justify-items-start gap-1 md:justify-items-end md:text-end">
      {isThere ? (
        <p className="flex items-center gap-1.5 text-13 text-ink-2">
          <Check aria-hidden className="size-4 text-right" /> {words("there")}
        </p>
      ) : (
        <Button
          dense
          aria-label={words("takeOf", { prompt })}
          aria-disabled={pending || undefined}
          onClick={take}
        >
          {words(pending ? "taking" : "take")}
        </Button>
      )}
      <div role="status" className="text-13">
        {taken && (
          <>
            {words(`taken.${taken.evidence}`)}{" "}
            <TextLink href={`/teach/lessons/${into.lessonId}?part=items&item=${taken.itemId}`}>
              {words("open")}
            </TextLink>
          </>
        )}
      </div>
      {result && !result.ok && (
        <p role="alert" className="text-13 text-wrong">
          {result.message}
        </p>
      )}
    </div>
  )
}
