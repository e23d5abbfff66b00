import { useTranslations } from "next-intl"
import { PrintedItem } from "@/components/lesson/print/printed-item"
import { ArticleEnd } from "@/components/reading/article-end"
import { ArticleHead } from "@/components/reading/article-head"
import { GeneralBackground } from "@/components/reading/background-notes"
import { PrintedArticle } from "@/components/reading/printed-article"
import type { PaperItem } from "@/lib/lesson/paper-item"
import type { PlacedBackground } from "@/lib/reading/background"
import type { BackgroundView, TermView } from "@/lib/reading/notes"
import { minutesToRead } from "@/lib/reading/readability"
import type { RevisionView } from "@/lib/reading/sentences"

type PrintedLessonProps = {
  revision: RevisionView
  html: string
  terms: readonly TermView[]
  /** Days in words. */
  general: readonly BackgroundView[]
  background: readonly PlacedBackground[]
  items: readonly PaperItem[]
}

/** A lesson on paper: the text with numbered lines and what stands beside it, then the questions on a page of their own. */
export function PrintedLesson({ revision, html, terms, general, background, items }: PrintedLessonProps) {
  const words = useTranslations("lesson.print")
  const sentenceCount = revision.sentences.length
  const facts = { ...revision, sentenceCount, minutes: minutesToRead(revision.wordCount) }
  return (
    <div className="max-w-read">
      <NameLine />
      <ArticleHead article={facts} />
      <GeneralBackground notes={general} />
      <div className="mt-6">
        <PrintedArticle html={html} language={revision.language} label={revision.title} />
      </div>
      <ArticleEnd tasks={revision.tasks} terms={terms} background={background} />
      {items.length > 0 && (
        <section className="mt-12 break-before-page border-rule border-t pt-4 print:mt-0 print:border-0">
          <NameLine />
          <h2 className="font-read font-semibold text-25">{words("questions", { title: revision.title })}</h2>
          <ol className="divide-y divide-rule">
            {items.map((item) => (
              <PrintedItem key={item.itemId} item={item} />
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

function NameLine() {
  const words = useTranslations("lesson.print")
  return (
    <p className="mb-6 flex gap-6 text-13 text-ink-2">
      <span className="flex-1 border-rule-firm border-b pb-1">{words("name")}</span>
      <span className="w-40 border-rule-firm border-b pb-1">{words("date")}</span>
    </p>
  )
}
