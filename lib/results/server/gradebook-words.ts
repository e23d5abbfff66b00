import "server-only"
import { createTranslator } from "use-intl/core"
import { loadMessages } from "@/lib/platform/messages"
import type { GradebookTableWords } from "@/lib/results/files/gradebook-table"
import { clockTime } from "@/lib/results/files/table"
import { cellWords } from "@/lib/results/gradebook/cell-words"
import type { GradebookTerms } from "@/lib/results/server/load-gradebook"

type Clock = { timeZone: string; locale: string }

/** The words of a gradebook's files: the class's own in its cells. */
export function gradebookWords({ timeZone, locale }: Clock, terms: GradebookTerms): GradebookTableWords {
  const translate = createTranslator({ locale: "en", messages: loadMessages(locale) })
  const say = createTranslator({
    locale: "en",
    messages: loadMessages(locale),
    namespace: "results.gradebook.table",
  })
  return {
    of: (name) => say(name),
    category: ({ name, weight, dropLowest }) => say("category", { name, weight, dropLowest }),
    work: (column, { number, work, category }) => {
      const title = say("work", { number, title: work.title })
      if (column !== "points") return say(column, { title })
      const facts = [
        work.possible > 0 ? say("possible", { possible: work.possible }) : say("noPoints"),
        say("due", { when: clockTime(work.dueAt, timeZone) }),
        ...(category ? [category.name] : []),
      ]
      return say("points", { title, facts: facts.join(", ") })
    },
    cell: wordsOfCells(locale, terms),
    kind: (kind) => translate(`results.gradebook.cell.kind.${kind}`),
    set: (computed) => (computed === null ? say("set") : say("setFrom", { computed })),
  }
}

/** What cells are called in files. */
export function wordsOfCells(locale: string, { words: own }: GradebookTerms) {
  const words = createTranslator({
    locale: "en",
    messages: loadMessages(locale),
    namespace: "results.gradebook.words",
  })
  return cellWords(own, { of: words, lateDays: (word, days) => words("lateDays", { word, days }) })
}
