import "server-only"
import { createTranslator } from "use-intl/core"
import { formatInstant } from "@/lib/lesson/school-time"
import { loadMessages } from "@/lib/platform/messages"
import { type RevisionView, sentenceLabel } from "@/lib/reading/sentences"
import type { PartWords } from "@/lib/results/files/build-report"
import type { ReportWords } from "@/lib/results/files/report-view"

type Clock = { timeZone: string; locale: string }

/** The words of a student's report. */
export function reportWords(
  clock: Clock,
  { sentences }: Pick<RevisionView, "sentences">,
): { part: PartWords; page: ReportWords; written: (at: string) => string } {
  const translate = createTranslator({ locale: "en", messages: loadMessages(clock.locale) })
  const words = createTranslator({
    locale: "en",
    messages: loadMessages(clock.locale),
    namespace: "results.files.report",
  })
  const labels = new Map(sentences.map((sentence) => [sentence.id, sentenceLabel(sentence)]))
  const pageWords = [
    "report",
    "class",
    "number",
    "question",
    "result",
    "points",
    "answer",
    "right",
    "comment",
    "blank",
    "page",
  ] as const
  return {
    page: Object.fromEntries(pageWords.map((name) => [name, words(name)])) as ReportWords,
    written: (at) => words("written", { at }),
    part: {
      fact: (name) => words(`facts.${name}`),
      score: (score, possible) => words("score", { score, possible }),
      quizState: (state) => words(`quizState.${state}`),
      percentOff: (percent) => words("percentOff", { percent }),
      reading: (isDone, { read, all }) => (isDone ? words("read") : words("readSoFar", { read, all })),
      wrote: (counts) => words("wrote", counts),
      yes: words("yes"),
      when: (instant) => formatInstant(instant, clock),
      verdict: (verdict, isKeyed) => {
        if (verdict !== "unscored") return translate(`results.student.${verdict}`)
        return isKeyed ? "" : translate("results.student.view")
      },
      pointsOf: (earned, possible) => translate("results.student.points", { earned, possible }),
      sentenceLabel: (id) => labels.get(id) ?? "?",
    },
  }
}
