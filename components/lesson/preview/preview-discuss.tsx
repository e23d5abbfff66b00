"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { Composer } from "@/components/discussion/composer/composer"
import type { SendPost } from "@/components/discussion/composer/send-post"
import { ThreadList } from "@/components/discussion/thread/thread-list"
import type { Clock } from "@/components/lesson/instant"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import { Segmented } from "@/components/ui/segmented"
import { openingMoves } from "@/lib/discussion/posts/moves"
import { buildThread } from "@/lib/discussion/thread/build-thread"
import type { CitationView, PostView } from "@/lib/discussion/thread/thread-view"
import { previewPost } from "@/lib/lesson/preview-post"
import type { PromptLine } from "@/lib/lesson/prompt-line"

type PreviewDiscussProps = {
  prompts: readonly PromptLine[]
  sentences: CitationView[]
  href: string
  clock: Clock
}

/** The discussion as a student meets it: post first. What is posted stays on this page only. */
export function PreviewDiscuss({ prompts, sentences, href, clock }: PreviewDiscussProps) {
  const words = useTranslations("lesson.preview")
  const [open, setOpen] = useState("0")
  const [posts, setPosts] = useState<Record<string, PostView[]>>({})
  const own = posts[open] ?? []
  const post = async (input: unknown) => {
    const made = previewPost(input, {
      sentences,
      at: Date.now(),
      name: words("pseudonym"),
      seq: own.length + 1,
    })
    setPosts((now) => ({ ...now, [open]: [...(now[open] ?? []), made] }))
    return { ok: true as const, value: { id: made.id } }
  }
  return (
    <div className="mx-auto max-w-narrow">
      <Segmented
        label={words("prompts")}
        segments={prompts.map((_, at) => ({ value: String(at), label: words("prompt", { number: at + 1 }) }))}
        value={open}
        onChange={setOpen}
        className="mb-6 max-w-form"
      />
      <PageHeading title={prompts[Number(open)]?.text} className="mb-4" />
      {own.length === 0 && <Notice title={words("gateTitle")}>{words("gate")}</Notice>}
      {own.length > 0 && <ThreadList nodes={buildThread(own)} around={{ ...nobodyAnswers, clock }} />}
      <div className="mt-4">
        <PreviewComposer
          key={`${open} ${own.length}`}
          {...{ open, sentences, href, post }}
          hasPosted={own.length > 0}
          hasSides={prompts[Number(open)]?.hasSides ?? true}
        />
      </div>
    </div>
  )
}

const nobodyAnswers = {
  assignmentId: "preview",
  linksText: false,
  userId: "",
  acts: null,
  mayReport: false,
  mayHide: false,
  norms: { number: 0, list: null },
  helpLine: null,
  mayOpenNames: false,
  openingId: null,
  isOwnOver: false,
  answeringId: null,
  answerHref: null,
  postHref: null,
  editing: null,
  composer: null,
}

type PreviewComposerProps = Pick<PreviewDiscussProps, "sentences" | "href"> & {
  open: string
  hasPosted: boolean
  hasSides: boolean
  post: SendPost
}

function PreviewComposer({ open, sentences, href, hasPosted, hasSides, post }: PreviewComposerProps) {
  const words = useTranslations("lesson.preview")
  const [first = "claim", ...rest] = openingMoves(hasPosted)
  return (
    <Composer
      userId="preview"
      assignmentId="preview"
      promptId={open}
      parentId={null}
      moves={[first, ...rest]}
      signedAs={{ name: words("pseudonym"), seenBy: "seenPseudonym" }}
      heading={words("yourAnswer")}
      post={post}
      loadPosts={null}
      hasSides={hasSides}
      loadSentences={async () => ({ ok: true, value: sentences })}
      threadHref={href}
      isStaff
      norms={null}
      pause={{ seconds: 0, until: null }}
      madeAt={0}
    />
  )
}
