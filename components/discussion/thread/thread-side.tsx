import { useTranslations } from "next-intl"
import { citationLabel } from "@/components/discussion/posts/citation-quote"
import { PageLink } from "@/components/ui/page-link"
import { SentenceRef } from "@/components/ui/sentence-ref"
import type { LeanView } from "@/lib/discussion/thread/thread-view"

type LeansProps = { id: string; lean: readonly LeanView[]; hrefOf: (sentenceId: string) => string }

/** The sentences of the text that most posts cite. The bar is only a picture of the number beside it. */
export function LeansOn({ id, lean, hrefOf }: LeansProps) {
  const words = useTranslations("discussion.side")
  const most = Math.max(1, ...lean.map((sentence) => sentence.posts))
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words("leans")}</h2>
      {lean.length === 0 && <p className="mt-1 text-13 text-ink-2">{words("leanNone")}</p>}
      <ul className="mt-2">
        {lean.map((sentence) => (
          <li key={sentence.sentenceId}>
            <PageLink
              href={hrefOf(sentence.sentenceId)}
              prefetch={false}
              scroll={false}
              title={sentence.quote}
              aria-label={`${words("leanOpen", { label: citationLabel(sentence) })}: ${words("leanPosts", { count: sentence.posts })}`}
              className="grid min-h-8 grid-cols-[2.5rem_1fr_3.5rem] items-center text-13 text-ink-2 hover:bg-recess pointer-coarse:min-h-11"
            >
              <SentenceRef label={citationLabel(sentence)} />
              <span aria-hidden className="me-3 block">
                <span
                  className="block h-1.5 bg-rule-firm"
                  style={{ inlineSize: `${Math.round((100 * sentence.posts) / most)}%` }}
                />
              </span>
              <span>{words("leanPosts", { count: sentence.posts })}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
