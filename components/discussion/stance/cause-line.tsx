import { useTranslations } from "next-intl"
import { citationLabel } from "@/components/discussion/posts/citation-quote"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { PageLink } from "@/components/ui/page-link"
import { SentenceRef } from "@/components/ui/sentence-ref"
import type { CitationView, FoundPost } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

type Named = { kind: "sentence"; sentence: CitationView } | { kind: "post"; post: FoundPost | null }
type CauseLineProps = { cause: Named; assignmentId: string }

/** A sentence or a post that moved somebody. A post that is no longer shown has no words here either. */
export function CauseLine({ cause, assignmentId }: CauseLineProps) {
  const words = useTranslations("discussion.stance.moved")
  if (cause.kind === "sentence") return <SentenceLine sentence={cause.sentence} />
  if (!cause.post) return <p className="text-ink-2">{words("postGone")}</p>
  const { post } = cause
  const href = threadAddress({ assignmentId, promptId: post.promptId }, { post: post.id })
  return (
    <PageLink href={href} className="group block">
      <PostLine post={post} />
    </PageLink>
  )
}

export function SentenceLine({ sentence }: { sentence: CitationView }) {
  return (
    <span className="flex gap-2">
      <SentenceRef label={citationLabel(sentence)} />
      <span dir="auto" lang={urduLang(sentence.quote)} className="min-w-0 font-read text-17">
        {sentence.quote}
      </span>
    </span>
  )
}

/** Whose post, at which question, and its first words. */
export function PostLine({ post }: { post: FoundPost }) {
  const words = useTranslations("discussion.stance.moved")
  return (
    <span className="block min-w-0">
      <span className="flex flex-wrap items-baseline gap-x-2 text-13 text-ink-2">
        <b dir="auto" className="text-15 text-ink">
          {post.author.name}
        </b>
        {post.author.alias && <span>{post.author.alias}</span>}
        <span>{words("prompt", { position: post.promptPosition })}</span>
      </span>
      <span
        dir="auto"
        lang={urduLang(post.excerpt)}
        className="line-clamp-3 font-read text-17 [overflow-wrap:anywhere] group-hover:text-accent group-hover:underline"
      >
        {post.excerpt}
      </span>
    </span>
  )
}
