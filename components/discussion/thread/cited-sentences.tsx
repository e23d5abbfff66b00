import { useTranslations } from "next-intl"
import { citationLabel } from "@/components/discussion/posts/citation-quote"
import { threadAddress } from "@/components/discussion/thread/thread-address"
import { addressOf, type OpenThreadProps } from "@/components/discussion/thread/thread-props"
import { PageLink } from "@/components/ui/page-link"
import { SentenceRef } from "@/components/ui/sentence-ref"
import { TextLink } from "@/components/ui/text-link"
import { urduLang } from "@/lib/reading/urdu"

/** Which sentence the posts of this page lean on. */
export function Citing({ view, thread, asked }: OpenThreadProps) {
  const words = useTranslations("discussion.thread")
  const cited = thread.window.posts.flatMap((post) => post.citations)
  const sentence = cited.find((citation) => citation.sentenceId === asked.sentence)
  const ref = () => sentence && <SentenceRef inline label={citationLabel(sentence)} text={sentence.quote} />
  return (
    <p className="mt-4 flex flex-wrap gap-x-4 md:ps-26">
      <span>{sentence ? words.rich("citing", { ref }) : words("noneCiting")}</span>
      <TextLink href={threadAddress(addressOf(view), { order: "sentence" })}>
        {words("allSentences")}
      </TextLink>
      <TextLink href={threadAddress(addressOf(view))}>{words("allPosts")}</TextLink>
    </p>
  )
}

/** Every sentence that posts lean on, in the order of the text, each leading to those posts. */
export function CitedSentences({ view, thread }: OpenThreadProps) {
  const words = useTranslations("discussion.thread")
  const side = useTranslations("discussion.side")
  const inOrder = thread.lean.toSorted((a, b) => a.paragraph - b.paragraph || a.ordinal - b.ordinal)
  if (inOrder.length === 0) return <p className="mt-4 md:ms-26">{side("leanNone")}</p>
  return (
    <section aria-label={words("citedSentences")} className="mt-4 md:ms-26">
      <p className="text-13 text-ink-2">{words("citedSentencesHint")}</p>
      <ul>
        {inOrder.map((sentence) => (
          <li key={sentence.sentenceId} className="border-rule border-t">
            <PageLink
              href={threadAddress(addressOf(view), { sentence: sentence.sentenceId })}
              prefetch={false}
              className="flex min-h-11 items-baseline gap-3 py-2 hover:bg-recess"
            >
              <SentenceRef label={citationLabel(sentence)} />
              <span dir="auto" lang={urduLang(sentence.quote)} className="min-w-0 flex-1 font-read">
                {sentence.quote}
              </span>
              <span className="shrink-0 text-13 text-ink-2">
                {side("leanPosts", { count: sentence.posts })}
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
