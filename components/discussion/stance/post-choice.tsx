"use client"

import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { PostLine } from "@/components/discussion/stance/cause-line"
import type { ActionResult } from "@/components/ui/action-form"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { RadioGroup } from "@/components/ui/radio-group"
import type { FoundPost } from "@/lib/discussion/thread/thread-view"

type Posts = { posts: readonly FoundPost[]; isMore: boolean }
export type LoadPosts = (input: unknown) => Promise<ActionResult<Posts>>

type PostChoiceProps = {
  assignmentId: string
  /** The newest ones, before anything is sought. */
  first: Posts
  load: LoadPosts
  chosen: FoundPost | null
  onChange: (post: FoundPost | null) => void
}

/** The posts somebody could read, newest first, one to be chosen; arrow keys walk them. More are found by words. */
export function PostChoice({ assignmentId, first, load, chosen, onChange }: PostChoiceProps) {
  const words = useTranslations("discussion.stance.moved")
  const [{ posts, isMore }, setPosts] = useState(first)
  const [sought, setSought] = useState("")
  const [problem, setProblem] = useState<string | null>(null)
  const [isLoading, start] = useTransition()
  const find = () => {
    if (isLoading) return
    start(async () => {
      const result = await load({ assignmentId, find: sought }).catch(() => null)
      setProblem(result?.ok ? null : (result?.message ?? words("failed")))
      if (result?.ok) setPosts(result.value)
    })
  }
  const isListed = posts.some((post) => post.id === chosen?.id)
  const shown = chosen && !isListed ? [chosen, ...posts] : posts
  return (
    <div>
      <div className="flex flex-wrap items-end gap-2">
        <Field
          name="sought"
          label={words("findPost")}
          type="search"
          optional
          dense
          maxLength={200}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return
            event.preventDefault()
            find()
          }}
          className="min-w-0 flex-1"
        />
        <Button dense onClick={find} aria-disabled={isLoading || undefined}>
          {words("find")}
        </Button>
      </div>
      <p role="status" className="mt-1 text-13 text-ink-3">
        {isLoading ? words("finding") : words(isMore ? "foundMore" : "found", { count: posts.length })}
      </p>
      {problem && (
        <p role="alert" className="text-13 text-wrong">
          {problem}
        </p>
      )}
      {shown.length > 0 && (
        <div className="mt-2 max-h-[26rem] overflow-y-auto border-rule border-y py-2 pe-2">
          <RadioGroup
            name="post"
            label={words("posts")}
            hideLabel
            options={shown.map((post) => ({ value: post.id, label: <PostLine post={post} /> }))}
            value={chosen?.id ?? ""}
            onChange={(id) => onChange(shown.find((post) => post.id === id) ?? null)}
          />
        </div>
      )}
    </div>
  )
}
