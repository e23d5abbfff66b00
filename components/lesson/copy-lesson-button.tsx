"use client"

import { useRouter } from "next/navigation"
import { type ReactNode, useState, useTransition } from "react"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"

type CopyLessonButtonProps = {
  lessonId: string
  /** The id the copy gets: a second press makes no second copy. */
  requestId: string
  action: (input: unknown) => Promise<ActionResult<{ lessonId: string }>>
  label: string
  children: ReactNode
}

/** Makes a copy of a lesson and opens it. */
export function CopyLessonButton({ lessonId, requestId, action, label, children }: CopyLessonButtonProps) {
  const router = useRouter()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const copy = () => {
    if (pending) return
    start(async () => {
      const made = await action({ lessonId, requestId })
      if (made.ok) router.push(`/teach/lessons/${made.value.lessonId}`)
      else setRefusal(made.message)
    })
  }
  return (
    <>
      <Button variant="quiet" dense aria-label={label} aria-disabled={pending || undefined} onClick={copy}>
        {children}
      </Button>
      {refusal && (
        <span role="alert" className="text-13 text-wrong">
          {refusal}
        </span>
      )}
    </>
  )
}
