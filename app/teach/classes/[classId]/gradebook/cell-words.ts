import "server-only"
import { getTranslations } from "next-intl/server"
import type { CellWords } from "@/lib/results/gradebook/table-view"
import type { GradebookTerms } from "@/lib/results/server/load-gradebook"

/** What cells are called: the class's own words where it has some. */
export async function cellWords({ words: own }: GradebookTerms): Promise<CellWords> {
  const words = await getTranslations("results.gradebook.words")
  const late = own.late ?? words("late")
  return {
    notOpen: words("notOpen"),
    notStarted: words("notStarted"),
    underWay: words("underWay"),
    waiting: words("waiting"),
    handedIn: words("handedIn"),
    missing: own.missing ?? words("missing"),
    excused: own.excused ?? words("excused"),
    late: (days) => words("lateDays", { word: late, days }),
    set: words("set"),
  }
}
