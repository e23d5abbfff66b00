"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { citedInput } from "@/components/discussion/composer/citation-loads"
import { type PostToSend, type SendPost, sendPost } from "@/components/discussion/composer/send-post"
import { type Draft, draftKey, useDraft } from "@/components/discussion/composer/use-draft"
import type { Move } from "@/lib/discussion/posts/moves"
import { countVisible } from "@/lib/discussion/posts/visible-text"

/** Whose view an answer may open with, and whether a challenge has to. */
export type Restates = { name: string; isRequired: boolean }

type Posting = {
  userId: string
  assignmentId: string
  promptId: string
  thread?: string
  parentId: string | null
  moves: readonly [Move, ...Move[]]
  post?: SendPost
  threadHref: string
  autoFocus?: boolean
  restates?: Restates | null
}

/** A draft, and sending it: once per press, the words kept where it fails, the post opened where it stands. */
export function usePosting(about: Posting) {
  const { userId, parentId, promptId, moves, threadHref, autoFocus, post = sendPost } = about
  const words = useTranslations("discussion.composer")
  const router = useRouter()
  const { draft: kept, place, change, forget } = useDraft(draftKey(userId, parentId ?? promptId), moves[0])
  const draft = moves.includes(kept.move) ? kept : { ...kept, move: moves[0] }
  const [isPosting, setPosting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const restatedArea = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (autoFocus) area.current?.focus()
  }, [autoFocus])
  const submit = async () => {
    if (isPosting) return
    if (opensWith(about, draft)?.isRequired && countVisible(draft.restatement) === 0) {
      restatedArea.current?.focus()
      return setProblem(words("restateFirst"))
    }
    if (countVisible(draft.body) === 0) {
      area.current?.focus()
      return setProblem(words("empty"))
    }
    setPosting(true)
    setProblem(null)
    const result = await post(postOf(about, draft)).catch(() => null)
    if (result?.ok) {
      forget()
      return router.replace(`${threadHref}?post=${result.value.id}#p-${result.value.id}`)
    }
    setPosting(false)
    setProblem(result ? result.message : words("failed"))
    if (result?.field === "restatement") restatedArea.current?.focus()
  }
  return { draft, place, change, submit, isPosting, problem, area, restatedArea }
}

/** Whose view this post opens with in its writer's words, if it does. */
export const opensWith = ({ restates }: Pick<Posting, "restates">, { move }: Draft): Restates | null =>
  move === "challenge" ? (restates ?? null) : null

function postOf(about: Posting, draft: Draft): PostToSend {
  const { assignmentId, promptId, thread, parentId } = about
  const { clientKey, move, body, side } = draft
  const cites = citedInput(draft)
  const restatement = opensWith(about, draft) ? draft.restatement : undefined
  if (parentId) return { parentId, clientKey, move, body, restatement, ...cites }
  return { assignmentId, promptId, thread, clientKey, move, side, body, ...cites }
}
