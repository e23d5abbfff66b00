import { glossedHtml } from "@/lib/reading/glossed-html"
import type { TermView } from "@/lib/reading/notes"
import type { RevisionView, SentenceView } from "@/lib/reading/sentences"
import { isAnswered, isFullyRight, isScored } from "../analysis/answer-state"
import type { Counted } from "../analysis/count-answers"
import { groupBy } from "../group-by"
import type { AnswerFacts, ItemFacts } from "../results-facts"

/**
 * Notes are their writer's alone, and what one looked up is nobody's business: a teacher sees how many, and only from this
 * many students on.
 */
export const FEWEST_TO_COUNT = 3

/** Counts of students by sentence and by word; none below FEWEST_TO_COUNT is here. */
export type HardPlaces = {
  unclear: { sentenceId: string; count: number }[]
  lookups: (TermView & { count: number })[]
}

export type MisreadSentence = {
  sentence: SentenceView
  /** Students with an answer that was not right and cites the sentence, each once; by question below. */
  wrong: Counted
  questions: (Counted & { position: number; title: string })[]
  /** How many marked it unclear; null: fewer than FEWEST_TO_COUNT, or nobody. */
  unclear: number | null
  /** Words that were looked up in it, the most looked up first. */
  terms: { term: string; count: number }[]
}

export type Misread = {
  /** Only sentences that something was found about, in the order of the text. */
  found: MisreadSentence[]
  /** The same, the most misread first. */
  ranked: MisreadSentence[]
}

export type MisreadFacts = {
  revision: Pick<RevisionView, "sentences" | "html">
  items: readonly ItemFacts[]
  answers: readonly AnswerFacts[]
  /** Enrolments whose attempt is finished. */
  finishers: readonly string[]
  hardPlaces: HardPlaces
}

/** Where a class stumbled over the text: wrong answers, marks and words, sentence by sentence. */
export function buildMisread({ revision, items, answers, finishers, hardPlaces }: MisreadFacts): Misread {
  const wrong = wrongCitations({ items, answers, finishers })
  const unclear = new Map(hardPlaces.unclear.map((one) => [one.sentenceId, one.count]))
  const terms = termsBySentence(revision.html, hardPlaces.lookups)
  const found = revision.sentences.flatMap((sentence): MisreadSentence[] => {
    const one = {
      sentence,
      ...countWrong(items, wrong.get(sentence.id) ?? []),
      unclear: unclear.get(sentence.id) ?? null,
      terms: terms.get(sentence.id) ?? [],
    }
    return one.wrong.count > 0 || one.unclear !== null || one.terms.length > 0 ? [one] : []
  })
  return { found, ranked: [...found].sort(mostFirst) }
}

const mostFirst = (a: MisreadSentence, b: MisreadSentence): number =>
  b.wrong.count - a.wrong.count ||
  (b.unclear ?? 0) - (a.unclear ?? 0) ||
  (b.terms[0]?.count ?? 0) - (a.terms[0]?.count ?? 0)

type Citation = { sentenceId: string; itemId: string; enrolmentId: string }

/** Right answers with wrong evidence are not right: they cite what does not prove it. */
function wrongCitations(
  facts: Pick<MisreadFacts, "items" | "answers" | "finishers">,
): Map<string, Citation[]> {
  const finished = new Set(facts.finishers)
  const keyed = new Set(facts.items.flatMap(({ itemId, isKeyed }) => (isKeyed ? itemId : [])))
  const citations = facts.answers
    .filter((answer) => finished.has(answer.enrolmentId) && keyed.has(answer.itemId))
    .filter((answer) => isAnswered(answer) && isScored(answer) && !isFullyRight(answer))
    .flatMap(({ sentenceIds, itemId, enrolmentId }) =>
      sentenceIds.map((sentenceId) => ({ sentenceId, itemId, enrolmentId })),
    )
  return groupBy(citations, ({ sentenceId }) => sentenceId)
}

function countWrong(
  items: readonly ItemFacts[],
  citations: readonly Citation[],
): Pick<MisreadSentence, "wrong" | "questions"> {
  const listed = (of: readonly Citation[]): Counted => {
    const choosers = [...new Set(of.map(({ enrolmentId }) => enrolmentId))]
    return { count: choosers.length, choosers }
  }
  const questions = items.flatMap(({ itemId, position, title, prompt }) => {
    const own = citations.filter((citation) => citation.itemId === itemId)
    return own.length > 0 ? [{ position, title: title ?? prompt, ...listed(own) }] : []
  })
  return { wrong: listed(citations), questions }
}

/** A word is a link in one sentence, where the text has it first: that is where it was opened. */
function termsBySentence(
  html: string,
  lookups: HardPlaces["lookups"],
): Map<string, MisreadSentence["terms"]> {
  const byId = new Map(lookups.map((one) => [one.termId, one]))
  const places: { sentenceId: string; term: string; count: number }[] = []
  let here = ""
  for (const [, sentenceId, termId] of glossedHtml(html, lookups).matchAll(
    /data-s="([^"]+)"|data-t="([^"]+)"/g,
  )) {
    here = sentenceId ?? here
    const lookup = byId.get(termId ?? "")
    if (lookup) places.push({ sentenceId: here, term: lookup.term, count: lookup.count })
  }
  const grouped = groupBy(places, ({ sentenceId }) => sentenceId)
  return new Map(
    [...grouped].map(([sentenceId, own]) => [
      sentenceId,
      own.map(({ term, count }) => ({ term, count })).sort((a, b) => b.count - a.count),
    ]),
  )
}
