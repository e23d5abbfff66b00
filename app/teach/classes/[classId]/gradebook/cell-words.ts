import "server-only"
import { getTranslations } from "next-intl/server"
import { cellWords as wordsOf } from "@/lib/results/gradebook/cell-words"
import type { CellWords } from "@/lib/results/gradebook/table-view"
import type { GradebookTerms } from "@/lib/results/server/load-gradebook"

/** What cells are called on a page. */
export async function cellWords({ words: own }: GradebookTerms): Promise<CellWords> {
  const words = await getTranslations("results.gradebook.words")
  return wordsOf(own, { of: words, lateDays: (word, days) => words("lateDays", { word, days }) })
}
