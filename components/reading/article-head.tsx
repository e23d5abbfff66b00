import { useTranslations } from "next-intl"
import { TextLink } from "@/components/ui/text-link"
import type { RevisionView } from "@/lib/reading/sentences"

export type ArticleFacts = Pick<
  RevisionView,
  "title" | "author" | "source" | "sourceUrl" | "publishedOn" | "kind" | "deck" | "rightsNote" | "language"
> & { sentenceCount: number; minutes: number }

/** Over the text: what it is, who wrote it, where it appeared, and under what rights it is read here. */
export function ArticleHead({ article }: { article: ArticleFacts }) {
  const t = useTranslations("reading")
  const { author, publishedOn, source, sourceUrl, rightsNote } = article
  const facts = {
    kind: t(`kind.${article.kind}`),
    sentences: article.sentenceCount,
    minutes: article.minutes,
  }
  return (
    <>
      <p className="text-13 text-ink-2">{t("page.facts", facts)}</p>
      <h1 dir="auto" lang={article.language} className="my-2 font-read font-semibold text-25 md:text-31">
        {article.title}
      </h1>
      {article.deck && (
        <p
          dir="auto"
          lang={article.language}
          className="max-w-[34em] font-read text-17 text-ink-2 leading-7 md:text-20 md:leading-7.5"
        >
          {article.deck}
        </p>
      )}
      <div className="mt-3 grid gap-0.5 text-13 text-ink-2">
        {(author || publishedOn) && (
          <p dir="auto">
            {author && <span>{t("page.byline", { author })}</span>}
            {author && publishedOn && " · "}
            {publishedOn && <span>{publishedOn}</span>}
          </p>
        )}
        {(source || sourceUrl) && (
          <p dir="auto">
            {source && <span>{t("page.source", { source })} </span>}
            {sourceUrl && (
              <TextLink external href={sourceUrl} target="_blank" rel="noopener noreferrer nofollow">
                {t("page.sourceLink")}
              </TextLink>
            )}
          </p>
        )}
        {rightsNote && <p dir="auto">{rightsNote}</p>}
      </div>
    </>
  )
}
