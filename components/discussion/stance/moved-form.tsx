"use client"

import { Lock } from "lucide-react"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { type LoadPosts, PostChoice } from "@/components/discussion/stance/post-choice"
import { SentenceChoice } from "@/components/discussion/stance/sentence-choice"
import { ActionForm, type ActionResult } from "@/components/ui/action-form"
import { buttonStyle } from "@/components/ui/button"
import { PageLink } from "@/components/ui/page-link"
import { RadioGroup } from "@/components/ui/radio-group"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextArea } from "@/components/ui/text-area"
import type { MovedMoment, OwnMovedBy } from "@/lib/discussion/stance/moved-by"
import type { CitationView, FoundPost } from "@/lib/discussion/thread/thread-view"

export type MovedFormProps = {
  assignmentId: string
  moment: MovedMoment
  own: OwnMovedBy
  sentences: readonly CitationView[]
  /** Null where no post could have been read yet. */
  posts: { posts: readonly FoundPost[]; isMore: boolean } | null
  save: (input: unknown) => Promise<ActionResult<null>>
  loadPosts: LoadPosts
  /** The page without this question. */
  doneHref: string
}

type Kind = OwnMovedBy["kind"]

/** A sentence of the text, a post, own words or nothing in particular: one of them. */
export function MovedForm(props: MovedFormProps) {
  const { assignmentId, moment, own, posts, save, doneHref } = props
  const words = useTranslations("discussion.stance.moved")
  const router = useRouter()
  const [kind, setKind] = useState<Kind>(own.kind)
  const [sentenceId, setSentence] = useState(own.kind === "sentence" ? own.sentence?.sentenceId : undefined)
  const [post, setPost] = useState(own.kind === "post" ? own.post : null)
  const kinds: readonly Kind[] = posts
    ? ["sentence", "post", "words", "nothing"]
    : ["sentence", "words", "nothing"]
  const byOf = (form: FormData) => {
    if (kind === "sentence") return sentenceId ? { kind, sentenceId } : null
    if (kind === "post") return post ? { kind, postId: post.id } : null
    return kind === "words" ? { kind, words: String(form.get("words") ?? "") } : { kind }
  }
  // Nothing was chosen in the list: said here, since there is nothing to send.
  const keep = async (by: unknown): Promise<ActionResult<null>> =>
    by
      ? save({ assignmentId, moment, by })
      : { ok: false, code: "", message: words(kind === "post" ? "choosePost" : "chooseSentence") }
  return (
    <ActionForm action={keep} toInput={byOf} onDone={() => router.replace(doneHref)}>
      <RadioGroup
        name="kind"
        label={words("question")}
        hideLabel
        options={kinds.map((value) => ({ value, label: words(`kinds.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
      />
      {kind === "sentence" && (
        <SentenceChoice sentences={props.sentences} chosen={sentenceId} onChange={setSentence} />
      )}
      {kind === "post" && posts && (
        <PostChoice
          {...{ assignmentId }}
          first={posts}
          load={props.loadPosts}
          chosen={post}
          onChange={setPost}
        />
      )}
      {kind === "words" && (
        <TextArea
          name="words"
          label={words("words")}
          face="read"
          maxLength={1000}
          defaultValue={own.kind === "words" ? own.words : ""}
          autoComplete="off"
        />
      )}
      <Acts doneHref={doneHref} />
    </ActionForm>
  )
}

function Acts({ doneHref }: { doneHref: string }) {
  const words = useTranslations("discussion.stance.moved")
  return (
    <div className="border-rule border-t pt-5">
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton pendingLabel={words("keeping")}>{words("keep")}</SubmitButton>
        <PageLink href={doneHref} className={buttonStyle({ variant: "quiet" })}>
          {words("leave")}
        </PageLink>
      </div>
      <p className="mt-4 flex max-w-[60ch] gap-2 text-ink-2">
        <Lock aria-hidden className="mt-1 size-4 shrink-0" />
        <span>{words("who")}</span>
      </p>
    </div>
  )
}
