"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { LetAllThrough } from "@/components/discussion/moderation/let-all-through"
import { ReviewEntry, type ReviewEntryProps } from "@/components/discussion/moderation/review-entry"
import { ActButton } from "@/components/ui/act-button"
import type { ActionResult } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import type { ReviewedPost, ReviewView } from "@/lib/discussion/moderation/reviewed-post"

export type ReviewActs = ReviewEntryProps["acts"] & {
  letAllThrough: (input: unknown) => Promise<ActionResult<unknown>>
}

type ReviewQueueProps = Pick<ReviewEntryProps, "assignmentId" | "clock"> & {
  view: ReviewView
  acts: ReviewActs
}

/** What staff are to look at: posts that wait, posts that were flagged, and what was given back. */
export function ReviewQueue({ view, ...rest }: ReviewQueueProps) {
  const words = useTranslations("discussion.review")
  const { waiting, flagged, returned } = view
  if (waiting.length + flagged.length + returned.length === 0) return null
  return (
    <section id="review" aria-labelledby="review-title" className="scroll-mt-4 border-rule border-b pb-6">
      <h2 id="review-title" tabIndex={-1} className="mt-5 font-semibold text-20">
        {words("title")}
      </h2>
      <p className="max-w-narrow text-ink-2">{words("lead")}</p>
      <Waiting view={view} {...rest} />
      <Part about="flagged" posts={flagged} {...rest} />
      <Part about="returned" posts={returned} {...rest} />
    </section>
  )
}

type PartProps = Omit<ReviewQueueProps, "view"> & {
  about: "flagged" | "returned"
  posts: readonly ReviewedPost[]
}

function Part({ about, posts, ...rest }: PartProps) {
  const words = useTranslations("discussion.review")
  if (posts.length === 0) return null
  return (
    <>
      <h3 className="mt-5 font-semibold">{words(about, { count: posts.length })}</h3>
      <p className="text-13 text-ink-2">{words(`${about}Hint`)}</p>
      <ul className="mt-2">
        {posts.map((post) => (
          <ReviewEntry key={post.id} post={post} choice={null} {...rest} />
        ))}
      </ul>
    </>
  )
}

/** The queue: several are chosen and let through at once. What was done leaves, and the next one has the focus. */
function Waiting({ view, ...rest }: ReviewQueueProps) {
  const words = useTranslations("discussion.review")
  const { waiting, premoderated } = view
  const { chosen, toggle, toggleAll } = useChosen(waiting)
  const list = useFocusKept(waiting.length)
  if (waiting.length === 0) return null
  return (
    <>
      <h3 className="mt-5 font-semibold">{words("waiting", { count: waiting.length })}</h3>
      {premoderated ? (
        <p className="text-13 text-ink-2">{words("waitingHint")}</p>
      ) : (
        <LetAllThrough
          assignmentId={rest.assignmentId}
          count={waiting.length}
          action={rest.acts.letAllThrough}
        />
      )}
      {waiting.length > 1 && (
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          <Checkbox
            label={words("chooseAll")}
            checked={chosen.length === waiting.length}
            onChange={toggleAll}
          />
          {chosen.length > 0 && (
            <ActButton variant="main" action={rest.acts.letThrough} input={{ postIds: chosen }}>
              {words("letChosen", { count: chosen.length })}
            </ActButton>
          )}
        </div>
      )}
      <ul ref={list} className="mt-2">
        {waiting.map((post) => (
          <ReviewEntry
            key={post.id}
            post={post}
            choice={
              waiting.length > 1
                ? { isChosen: chosen.includes(post.id), toggle: () => toggle(post.id) }
                : null
            }
            {...rest}
          />
        ))}
      </ul>
    </>
  )
}

function useChosen(waiting: readonly ReviewedPost[]) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const ids = waiting.map((post) => post.id)
  const chosen = ids.filter((id) => ticked.includes(id))
  return {
    chosen,
    toggle: (id: string) =>
      setTicked(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]),
    toggleAll: () => setTicked(chosen.length === ids.length ? [] : ids),
  }
}

/** When the entry with the focus leaves, the first of the rest gets it. */
function useFocusKept(count: number) {
  const list = useRef<HTMLUListElement>(null)
  const before = useRef(count)
  useEffect(() => {
    const isFewer = count < before.current
    before.current = count
    if (isFewer && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>("article")?.focus()
  }, [count])
  return list
}
