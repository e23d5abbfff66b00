import "server-only"
import { LRUCache } from "lru-cache"
import { database } from "@/lib/platform/database"
import { glossedHtml } from "@/lib/reading/glossed-html"
import type { TermView } from "@/lib/reading/notes"
import type { RevisionView } from "@/lib/reading/sentences"

export type GlossedArticle = { html: string; terms: TermView[] }

const kept = new LRUCache<string, GlossedArticle>({
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (article) => article.html.length * 2 + 2000,
})

/**
 * The article of a lesson version with its glossary. `sealed` versions never change and are kept in the process; a
 * draft is read afresh each time.
 */
export async function loadGlossedArticle(
  lessonVersionId: string,
  revision: RevisionView,
  { sealed }: { sealed: boolean },
): Promise<GlossedArticle> {
  const known = sealed ? kept.get(lessonVersionId) : undefined
  if (known) return known
  const rows = await database().glossaryTerm.findMany({
    where: { lessonVersionId },
    orderBy: { position: "asc" },
    select: { id: true, term: true, forms: true, partOfSpeech: true, definition: true },
  })
  const terms = rows.map(({ id: termId, ...term }) => ({ termId, ...term }))
  const article = { html: glossedHtml(revision.html, terms), terms }
  if (sealed) kept.set(lessonVersionId, article)
  return article
}
