"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import type { LoadPosts } from "@/components/discussion/composer/citation-loads"
import { FailedLoad, WaitingLoad } from "@/components/discussion/composer/load-states"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import type { CitedPostView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

type PostChoiceProps = {
  at: { assignmentId: string; promptId: string; thread?: string }
  load: LoadPosts
  chosen: readonly CitedPostView[]
  isFull: boolean
  onChange: (chosen: CitedPostView[]) => void
}

/** After how long without typing posts are looked for, in milliseconds. */
const PAUSE = 300

type Found = { state: "waiting" | "failed" } | { state: "here"; posts: CitedPostView[] }

/** Posts of the thread, each to be ticked: the newest, or those with the words sought. */
export function PostChoice({ at, load, chosen, isFull, onChange }: PostChoiceProps) {
  const words = useTranslations("discussion.picker")
  const [sought, setSought] = useState("")
  const [round, setRound] = useState(0)
  const [found, setFound] = useState<Found>({ state: "waiting" })
  const { assignmentId, promptId, thread } = at
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks once more; an action never changes
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const result = await load({ assignmentId, promptId, thread, find: sought }).catch(() => null)
      if (!isOver) setFound(result?.ok ? { state: "here", posts: result.value } : { state: "failed" })
    }
    const timer = setTimeout(() => void ask(), sought ? PAUSE : 0)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [assignmentId, promptId, thread, sought, round])
  const turn = (post: CitedPostView, on: boolean) => {
    const others = chosen.filter((other) => other.id !== post.id)
    onChange(on ? [...others, post] : others)
  }
  return (
    <>
      <Field
        name="sought-post"
        label={words("findPost")}
        type="search"
        optional
        dense
        maxLength={200}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {found.state === "waiting" && <WaitingLoad>{words("loadingPosts")}</WaitingLoad>}
      {found.state === "failed" && (
        <FailedLoad again={() => setRound(round + 1)}>{words("failedPosts")}</FailedLoad>
      )}
      {found.state === "here" && (
        <fieldset className="mt-2">
          <legend className="text-13 text-ink-3">{words("foundPosts", { count: found.posts.length })}</legend>
          {found.posts.map((post) => {
            const isChosen = chosen.some((other) => other.id === post.id)
            return (
              <Checkbox
                key={post.id}
                name="post"
                checked={isChosen}
                disabled={isFull && !isChosen}
                onChange={(event) => turn(post, event.target.checked)}
                className="border-rule border-t"
                label={<PostLine post={post} />}
              />
            )
          })}
        </fieldset>
      )}
    </>
  )
}

function PostLine({ post }: { post: CitedPostView }) {
  const words = useTranslations("discussion.thread")
  return (
    <>
      <b className="block text-13">{words("citedPost", { name: post.author?.name ?? "", seq: post.seq })}</b>
      <span dir="auto" lang={urduLang(post.excerpt ?? "")} className="line-clamp-2 font-read text-15">
        {post.excerpt}
      </span>
    </>
  )
}
