import { useTranslations } from "next-intl"
import { citationLabel } from "@/components/discussion/posts/citation-quote"
import { postTime, type ThreadClock } from "@/components/discussion/thread/thread-clock"
import { ButtonLink } from "@/components/ui/button"
import { PageLink } from "@/components/ui/page-link"
import { SentenceRef } from "@/components/ui/sentence-ref"
import type { Side } from "@/lib/discussion/posts/moves"
import type { LeanView, WaitingView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

type NextProps = { next: WaitingView; ownSide: Side | null; clock: ThreadClock; href: string }

/** A post nobody has answered, from another side than mine where there is one. */
export function NextToAnswer({ next, ownSide, clock, href }: NextProps) {
  const words = useTranslations("discussion.side")
  const isOther = ownSide !== null && next.side !== null && next.side !== ownSide
  const about = { name: next.author, at: postTime(next.createdAt, clock) }
  return (
    <section aria-labelledby="next-to-answer">
      <h2 id="next-to-answer">{words("next")}</h2>
      <p dir="auto" lang={urduLang(next.excerpt)} className="my-1 line-clamp-4 font-read text-17">
        {next.excerpt}
      </p>
      <p className="text-13 text-ink-2">{words(isOther ? "nextOther" : "nextText", about)}</p>
      <ButtonLink href={href} prefetch={false} dense className="mt-3 max-md:w-full">
        {words("nextAct", { name: next.author })}
      </ButtonLink>
    </section>
  )
}

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
