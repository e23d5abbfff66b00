import "server-only"
import { createTranslator } from "use-intl/core"
import { formatInstant } from "@/lib/lesson/school-time"
import { loadMessages } from "@/lib/platform/messages"
import type { TermWords } from "@/lib/results/files/build-term-report"
import { standingWords } from "@/lib/results/gradebook/table-view"
import { wordsOfCells } from "@/lib/results/server/gradebook-words"
import type { GradebookTerms } from "@/lib/results/server/load-gradebook"

type Clock = { timeZone: string; locale: string }

/** The words of a student's report over all assignments: those of the page. */
export function termWords(clock: Clock, terms: GradebookTerms): TermWords {
  const messages = loadMessages(clock.locale)
  const own = createTranslator({ locale: "en", messages, namespace: "results.files.term" })
  const page = createTranslator({ locale: "en", messages, namespace: "results.gradebook.report" })
  const cell = createTranslator({ locale: "en", messages, namespace: "results.gradebook.cell" })
  const cells = wordsOfCells(clock.locale, terms)
  const when = (instant: Date) => formatInstant(instant, clock)
  return {
    of: (name) => own(name),
    handedInOf: (counts) => page("counts", counts),
    percent: (percent) => own("percent", { percent }),
    category: (found) => own("categoryTotal", found),
    score: (score, possible) => cell("score", { score, possible }),
    standing: ({ standing }) => standingWords(standing, cells, cell(`kind.${standing.kind}`)),
    wrote: ({ posts, replies, citations, restatements }) =>
      page("writingLine", { posts, replies, citations, restatements }),
    question: (position) => page("comment", { position }),
    change: ({ by, at, from: before, to }) => {
      const from = before ?? cell("noScore")
      return to === null
        ? cell("entryBack", { by, when: when(at), from })
        : cell("entry", { by, when: when(at), from, to })
    },
    skill: (n, percent) => (percent === null ? page("skillFew", { n }) : page("skillCell", { percent, n })),
    when,
  }
}
