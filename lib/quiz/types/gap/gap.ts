import { evidenceProblems, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { fraction } from "@/lib/quiz/fraction"
import { defineItemType, type ItemProblem, type ResponseState } from "@/lib/quiz/item-type"
import { neutralOrder } from "@/lib/quiz/neutral-order"
import { normaliseAnswer } from "@/lib/quiz/normalise-answer"
import { optionProblems } from "@/lib/quiz/options"
import type { ToldPart } from "@/lib/quiz/told"
import { gapLabel } from "@/lib/quiz/types/gap/gap-label"
import { gapProgress } from "@/lib/quiz/types/gap/progress"
import {
  content,
  type Gap,
  type GapContent,
  type GapKey,
  type GapResponse,
  gapsOf,
  key,
  response,
} from "@/lib/quiz/types/gap/shapes"

/** A text with gaps, each typed or chosen from a list of its own. */
export const gap = defineItemType({
  name: "gap",
  content,
  response,
  key,
  present: ({ pieces }, seed) => ({
    pieces: pieces.map((piece) =>
      "gap" in piece && piece.options ? { ...piece, options: neutralOrder(piece.options, seed) } : piece,
    ),
  }),
  check,
  score,
  problems,
  blank: () => ({
    content: { pieces: [] },
    key: { gaps: {}, ignoreCase: true, ignoreDiacritics: true, evidence: NO_EVIDENCE },
  }),
  told: () => ({}),
  toldKey: () => ({}),
  parts,
})

function check(shown: GapContent, given: GapResponse): ResponseState {
  const gaps = gapsOf(shown)
  const known = Object.entries(given.gaps).every(([id, fill]) => {
    const place = gaps.find((one) => one.gap === id)
    if (!place) return false
    return place.options === null || fill === "" || place.options.some((option) => option.id === fill)
  })
  if (!known) return "invalid"
  return gapProgress({ gaps: Object.fromEntries(gaps.map(({ gap: id }) => [id, given.gaps[id] ?? ""])) })
}

/**
 * Each gap is worth the same share, as in Moodle's embedded answers with equal weights. A gap left open beside others
 * earns nothing; nothing is taken away for a wrong one.
 */
function score(right: GapKey, given: GapResponse, shown: GapContent) {
  const gaps = gapsOf(shown)
  const hits = gaps.filter((place) => isHit(right, given, place)).length
  return { share: fraction(hits, Math.max(1, gaps.length)), finding: { answer: hits === gaps.length } }
}

function isHit(right: GapKey, given: GapResponse, { gap: id, options }: Gap): boolean {
  const [fill, wanted] = [given.gaps[id] ?? "", right.gaps[id] ?? []]
  if (options) return wanted.includes(fill)
  const typed = normaliseAnswer(fill, right)
  return typed !== "" && wanted.some((wording) => normaliseAnswer(wording, right) === typed)
}

function problems(
  draft: { content: GapContent; key: GapKey | null },
  sentenceIds: ReadonlySet<string>,
): ItemProblem[] {
  const gaps = gapsOf(draft.content)
  const found: ItemProblem[] = []
  // A bracket that opens no gap would show the answers after it to every student.
  const hasLooseBracket = draft.content.pieces.some(
    (piece) => "text" in piece && /\[\[|\]\]/.test(piece.text),
  )
  if (hasLooseBracket) found.push({ field: "text", code: "looseBracket" })
  else if (gaps.length === 0) found.push({ field: "text", code: "noGaps" })
  const lists = gaps.flatMap(({ options }) => (options ? optionProblems(options, undefined) : []))
  found.push(...lists.map(({ code }) => ({ field: "text", code })))
  if (new Set(gaps.map(({ gap: id }) => id)).size < gaps.length) found.push({ field: "text", code: "shape" })
  if (!draft.key) return found
  const { evidence } = draft.key
  if (gaps.some((place) => !hasAnswer(place, draft.key))) found.push({ field: "key", code: "emptyGap" })
  return [...found, ...evidenceProblems(evidence, sentenceIds)]
}

/** Whether something counts as right in this gap. */
export function hasAnswer({ gap: id, options }: Gap, right: GapKey | null): boolean {
  const wanted = right?.gaps[id] ?? []
  if (options) return wanted.length > 0 && wanted.every((one) => options.some((option) => option.id === one))
  const rules = { ignoreCase: true, ignoreDiacritics: true }
  return wanted.length > 0 && wanted.every((wording) => normaliseAnswer(wording, rules) !== "")
}

function parts(shown: GapContent, given: GapResponse | null, right: GapKey | null): ToldPart[] {
  return gapsOf(shown).map((place) => {
    const { gap: id, options } = place
    const wordOf = (fill: string) => (options ? options.find((option) => option.id === fill)?.text : fill)
    const text = wordOf(given?.gaps[id] ?? "")?.trim() || null
    const isRight = right && given && text !== null ? isHit(right, given, place) : null
    const rightText = (right?.gaps[id] ?? []).map((fill) => wordOf(fill) ?? "").join(" / ") || null
    return { id, label: gapLabel(shown, id), text, isRight, rightText }
  })
}
