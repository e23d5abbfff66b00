import type { ReactNode } from "react"
import { ArticleEnd } from "@/components/reading/article-end"
import { ArticleHead } from "@/components/reading/article-head"
import { GeneralBackground } from "@/components/reading/background-notes"
import { ReadingDesk } from "@/components/reading/reading-desk"
import type { NoteActions } from "@/components/reading/use-notes"
import type { Place } from "@/components/reading/use-place"
import type { Theme } from "@/components/ui/theme"
import { dayInWords, generalBackground, placeBackground } from "@/lib/reading/background"
import {
  type BackgroundView,
  markOf,
  type NoteView,
  notesBySentence,
  type TermView,
} from "@/lib/reading/notes"
import { minutesToRead } from "@/lib/reading/readability"
import { paragraphsOf, type RevisionView } from "@/lib/reading/sentences"
import type { TypeSettings } from "@/lib/reading/type-settings"

type ReadingPageProps = {
  revision: RevisionView
  /** The article with its glossary linked: see load-glossed-article. */
  article: { html: string; terms: TermView[]; background: BackgroundView[] }
  /** The school's, for days. */
  locale: string
  settings: TypeSettings
  theme: Theme
  /** A student at work. Without it this is a preview: nothing is kept. */
  student?: { assignmentId: string; notes: NoteView[]; place: Place; actions: NoteActions }
  /** The act that finishes reading. */
  finish?: ReactNode
}

/** A reading with ruler, text and margin: for a student at work and for a teacher's preview. */
export function ReadingPage(props: ReadingPageProps) {
  const { revision, article, locale, settings, theme, student, finish } = props
  const notes = student?.notes ?? []
  const minutes = minutesToRead(revision.wordCount)
  const inWords = <N extends BackgroundView>(all: readonly N[]): N[] =>
    all.map((note) => ({ ...note, writtenOn: dayInWords(note.writtenOn, locale) }))
  const background = inWords(placeBackground(article.background, revision.sentences))
  const facts = { ...revision, sentenceCount: revision.sentences.length, minutes }
  return (
    <ReadingDesk
      html={withMarks(article.html, notes)}
      language={revision.language}
      counts={paragraphsOf(revision.sentences).map((sentences) => sentences.length)}
      minutes={minutes}
      terms={article.terms}
      notes={notes}
      place={student?.place ?? { sentenceId: null, sentencesRead: 0 }}
      settings={settings}
      theme={theme}
      assignmentId={student?.assignmentId ?? null}
      actions={student?.actions}
      background={background}
      head={
        <>
          <ArticleHead article={facts} />
          <GeneralBackground notes={inWords(generalBackground(article.background))} />
        </>
      }
      end={
        <ArticleEnd tasks={revision.tasks} terms={article.terms} background={background}>
          {finish}
        </ArticleEnd>
      }
    />
  )
}

/** The reader's marks in the first paint: sentences that have one get its attribute. */
function withMarks(html: string, notes: readonly NoteView[]): string {
  let marked = html
  for (const [sentenceId, own] of notesBySentence(notes))
    marked = marked.replace(
      `data-s="${sentenceId}"`,
      `data-s="${sentenceId}" data-mark="${markOf(own) ?? "none"}"`,
    )
  return marked
}
