import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { StaffPage } from "@/app/teach/classes/staff-page"
import { PrintButton } from "@/components/lesson/print/print-button"
import { PrintedLesson } from "@/components/lesson/print/printed-lesson"
import { ButtonLink } from "@/components/ui/button"
import { PageHeading } from "@/components/ui/page-heading"
import { paperItem } from "@/lib/lesson/paper-item"
import { presentItem } from "@/lib/quiz/public-item"
import { questionNumbers } from "@/lib/quiz/question"
import { loadItemVersions } from "@/lib/quiz/server/item-cache"
import { dayInWords, generalBackground, placeBackground } from "@/lib/reading/background"
import type { BackgroundView } from "@/lib/reading/notes"
import { loadGlossedArticle } from "@/lib/reading/server/load-glossed-article"
import { type LoadedEditor, loadEditor } from "../load-editor"

type Props = { params: Promise<{ lessonId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lesson.print"))("title") }
}

/** A lesson as it comes out of a printer: text and questions, with room to answer and without a key. */
export default async function PrintLesson({ params }: Props) {
  const editor = await loadEditor((await params).lessonId)
  const { lesson, revision, viewer } = editor
  const words = await getTranslations("lesson.print")
  const { lessonVersionId } = lesson.base
  const article = await loadGlossedArticle(lessonVersionId, revision, { sealed: lesson.sealed })
  const inWords = <N extends BackgroundView>(notes: readonly N[]): N[] =>
    notes.map((note) => ({ ...note, writtenOn: dayInWords(note.writtenOn, viewer.school.locale) }))
  const acts = (
    <>
      <ButtonLink dense variant="quiet" href={`/teach/lessons/${lesson.lessonId}`}>
        {words("back")}
      </ButtonLink>
      <PrintButton>{words("act")}</PrintButton>
    </>
  )
  return (
    <StaffPage viewer={viewer} here="library">
      <div className="print:hidden">
        <PageHeading dense title={words("title")} lead={words("lead")} kicker={lesson.title} acts={acts} />
      </div>
      <PrintedLesson
        revision={revision}
        html={article.html}
        terms={article.terms}
        general={inWords(generalBackground(article.background))}
        background={inWords(placeBackground(article.background, revision.sentences))}
        items={await paperItems(editor)}
      />
    </StaffPage>
  )
}

/** Only what a student may see of each item: options in an order that tells nothing, the same at every print. */
async function paperItems({ items }: LoadedEditor) {
  const stored = await loadItemVersions(items.map(({ itemVersionId }) => itemVersionId))
  const numbers = questionNumbers(items.map(({ item }) => item))
  return items.flatMap(({ itemVersionId, position }, at) => {
    const item = stored.get(itemVersionId)
    return item ? [paperItem(presentItem(item, { position, seed: position }), numbers[at] ?? null)] : []
  })
}
