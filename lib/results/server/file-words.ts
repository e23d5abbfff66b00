import "server-only"
import { createTranslator } from "use-intl/core"
import { loadMessages } from "@/lib/platform/messages"
import type { RevisionView } from "@/lib/reading/sentences"
import { sentenceLabel } from "@/lib/reading/sentences"
import { FEWEST_TO_RELATE } from "@/lib/results/analysis/fewest"
import type { AnswersWords } from "@/lib/results/files/answers-table"
import type { DiscussionWord } from "@/lib/results/files/discussion-table"
import type { ItemWords } from "@/lib/results/files/items-table"
import type { QuizWords } from "@/lib/results/files/quiz-table"
import type { GridWords } from "@/lib/results/files/students-table"

const translatorOf = (locale: string) => createTranslator({ locale: "en", messages: loadMessages(locale) })
type Key = Parameters<ReturnType<typeof translatorOf>>[0]

export type FileWords = GridWords &
  ItemWords & {
    answers: AnswersWords
    discussion: (name: DiscussionWord) => string
    quiz: QuizWords
    say: (key: string) => string
  }

/** The words of files: heads, verdicts, and how sentences of this text are called. */
export function fileWords(locale: string, { sentences }: Pick<RevisionView, "sentences">): FileWords {
  const translate = translatorOf(locale)
  const labels = new Map(sentences.map((sentence) => [sentence.id, sentenceLabel(sentence)]))
  const label = (sentenceId: string) => labels.get(sentenceId) ?? "?"
  const say = (key: string, params?: Record<string, string | number>) =>
    translate(`results.files.${key}` as Key, params)
  return {
    of: (name) =>
      translate(name.endsWith("Sheet") ? (`results.files.${name}` as Key) : (`results.csv.${name}` as Key)),
    item: (position, title) => translate("results.csv.item", { position, title }),
    level: (level) => translate(`results.items.level.${level}`),
    sentenceLabel: label,
    finding: ({ finding, temptingLetter }) =>
      translate(`results.items.finding.${finding}`, { letter: temptingLetter ?? "" }),
    quiz: {
      of: (name) => translate(`results.analysis.csv.${name}`),
      missing: (reason) => translate(`results.analysis.quiz.missing.${reason}`, { relate: FEWEST_TO_RELATE }),
      tooFew: translate("results.csv.tooFew"),
      bar: (from, to) => translate("results.analysis.csv.bar", { from, to }),
    },
    say,
    discussion: (name) => translate(`results.part.csv.${name}`),
    answers: {
      of: (name) => say(`answers.${name}`),
      sentenceLabel: label,
      confidence: (confidence) => translate("results.student.confidence.said", { confidence }),
      verdict: (verdict, isKeyed) => {
        if (verdict !== "unscored") return translate(`results.student.${verdict}`)
        return isKeyed ? "" : translate("results.student.view")
      },
    },
  }
}
