import "server-only"
import { LRUCache } from "lru-cache"
import { database } from "@/lib/platform/database"
import { backgroundHtml, placeBackground } from "@/lib/reading/background"
import { glossedHtml } from "@/lib/reading/glossed-html"
import type { BackgroundView, TermView } from "@/lib/reading/notes"
import type { RevisionView } from "@/lib/reading/sentences"

export type GlossedArticle = { html: string; terms: TermView[]; background: BackgroundView[] }

const kept = new LRUCache<string, GlossedArticle>({
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (article) => article.html.length * 2 + 2000,
})

/**
 * The article of a lesson version with its glossary and background, each linked. `sealed` versions never change and are kept in the process; a
 * draft is read afresh each time.
 */
export async function loadGlossedArticle(
  lessonVersionId: string,
  revision: RevisionView,
  { sealed }: { sealed: boolean },
): Promise<GlossedArticle> {
  const known = sealed ? kept.get(lessonVersionId) : undefined
  if (known) return known
  const { terms, background } = await findWords(lessonVersionId)
  const placed = placeBackground(background, revision.sentences)
  const article = { html: backgroundHtml(glossedHtml(revision.html, terms), placed), terms, background }
  if (sealed) kept.set(lessonVersionId, article)
  return article
}

async function findWords(lessonVersionId: string): Promise<Omit<GlossedArticle, "html">> {
  const inOrder = { orderBy: { position: "asc" } } as const
  const words = await database().lessonVersion.findUniqueOrThrow({
    where: { id: lessonVersionId },
    select: { glossary: inOrder, background: inOrder },
    relationLoadStrategy: "join",
  })
  return {
    terms: words.glossary.map(({ id: termId, term, forms, partOfSpeech, definition }) => {
      return { termId, term, forms, partOfSpeech, definition }
    }),
    background: words.background.map(({ id: noteId, sentenceId, body, writtenOn }) => {
      return { noteId, sentenceId, body, writtenOn: writtenOn.toISOString().slice(0, 10) }
    }),
  }
}
