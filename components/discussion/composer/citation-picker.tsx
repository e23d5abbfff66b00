"use client"

import { ListPlus } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import {
  type Cited,
  countCited,
  type LoadPosts,
  type LoadSentences,
} from "@/components/discussion/composer/citation-loads"
import { PostChoice } from "@/components/discussion/composer/post-choice"
import { type KnownText, SentenceChoice } from "@/components/discussion/composer/sentence-choice"
import { SourceForm } from "@/components/discussion/composer/source-form"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Tabs } from "@/components/ui/tabs"
import { MAX_CITATIONS } from "@/lib/discussion/posts/decide-citations"

type CitationPickerProps = {
  at: { assignmentId: string; promptId: string; thread?: string }
  loadSentences: LoadSentences
  /** Null where no post of the thread may be seen yet. */
  loadPosts: LoadPosts | null
  chosen: Cited
  onChange: (part: Partial<Cited>) => void
}

/** What a post leans on, chosen in a window of its own: sentences of the text, posts of the thread, sources outside. */
export function CitationPicker({ at, loadSentences, loadPosts, chosen, onChange }: CitationPickerProps) {
  const words = useTranslations("discussion")
  const [open, setOpen] = useState(false)
  const [text, setText] = useState<KnownText>({ state: "waiting" })
  const fetchText = async () => {
    setText({ state: "waiting" })
    const result = await loadSentences({ assignmentId: at.assignmentId }).catch(() => null)
    setText(result?.ok ? { state: "here", sentences: result.value } : { state: "failed" })
  }
  const turn = (next: boolean) => {
    setOpen(next)
    if (next && text.state !== "here") void fetchText()
  }
  const count = countCited(chosen)
  const isFull = count >= MAX_CITATIONS
  const { citations, citedPosts, sources } = chosen
  const sentences = {
    value: "sentences",
    label: words("picker.sentences"),
    content: (
      <SentenceChoice
        text={text}
        again={() => void fetchText()}
        chosen={citations}
        isFull={isFull}
        onChange={(next) => onChange({ citations: next })}
      />
    ),
  }
  const posts = loadPosts && {
    value: "posts",
    label: words("picker.posts"),
    content: (
      <PostChoice
        at={at}
        load={loadPosts}
        chosen={citedPosts}
        isFull={isFull}
        onChange={(next) => onChange({ citedPosts: next })}
      />
    ),
  }
  const outside = {
    value: "source",
    label: words("picker.outside"),
    content: <SourceForm isFull={isFull} onAdd={(source) => onChange({ sources: [...sources, source] })} />,
  }
  const opener = (
    <Button variant="quiet" dense>
      <ListPlus aria-hidden />
      {words(count ? "composer.citeAnother" : "composer.cite")}
    </Button>
  )
  return (
    <Dialog
      trigger={opener}
      title={words("picker.title")}
      description={words("picker.hint", { max: MAX_CITATIONS })}
      open={open}
      onOpenChange={turn}
      className="flex flex-col md:w-[46rem] md:max-w-[92vw]"
    >
      <Tabs label={words("picker.kinds")} tabs={posts ? [sentences, posts, outside] : [sentences, outside]} />
      <div className="sticky -bottom-6 mt-4 -mb-6 border-rule border-t bg-raised pt-3 pb-6">
        <Button variant="main" onClick={() => setOpen(false)}>
          {words("picker.done", { count })}
        </Button>
      </div>
    </Dialog>
  )
}
