import { evidenceProblems, NO_EVIDENCE } from "@/lib/quiz/evidence"
import { defineItemType, type ItemProblem, type ResponseState } from "@/lib/quiz/item-type"
import { neutralOrder } from "@/lib/quiz/neutral-order"
import { normaliseAnswer } from "@/lib/quiz/normalise-answer"
import { optionProblems } from "@/lib/quiz/options"
import { isWholePercent, shareOfParts } from "@/lib/quiz/share"
import type { ToldPart } from "@/lib/quiz/told"
import { fillFor, fillsOf } from "@/lib/quiz/types/gap/fills"
import { gapLabel } from "@/lib/quiz/types/gap/gap-label"
import { gapsOf } from "@/lib/quiz/types/gap/gaps"
import { gapProgress } from "@/lib/quiz/types/gap/progress"
import {
  content,
  type Gap,
  type GapContent,
  type GapKey,
  type GapResponse,
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
 * Each gap is worth the same share or, where the author weighs them, its part of all weights, as in Moodle's embedded
 * answers. A gap left open beside others earns nothing; a wrong fill takes something away only where its share says so.
 */
function score(right: GapKey, given: GapResponse, shown: GapContent) {
  const parts = gapsOf(shown).map((place) => ({
    percent: fillFor(place, right, given.gaps[place.gap] ?? "")?.percent ?? 0,
    weight: right.weights?.[place.gap] ?? 1,
  }))
  const share = shareOfParts(parts)
  return { share, finding: { answer: share.numerator === share.denominator } }
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

/** Whether something counts as wholly right in this gap, and nothing that counts at all is empty. */
export function hasAnswer(place: Gap, right: GapKey | null): boolean {
  const { options } = place
  if ((right?.gaps[place.gap] ?? []).length === 0) return false
  const fills = right ? fillsOf(place, right) : []
  if (options)
    return (right?.gaps[place.gap] ?? []).every((one) => options.some((option) => option.id === one))
  const rules = { ignoreCase: true, ignoreDiacritics: true }
  return fills.every(({ fill }) => normaliseAnswer(fill, rules) !== "")
}

function parts(shown: GapContent, given: GapResponse | null, right: GapKey | null): ToldPart[] {
  return gapsOf(shown).map((place) => {
    const { gap: id, options } = place
    const wordOf = (fill: string) => (options ? options.find((option) => option.id === fill)?.text : fill)
    const text = wordOf(given?.gaps[id] ?? "")?.trim() || null
    const found = right && text !== null ? fillFor(place, right, given?.gaps[id] ?? "") : null
    const percent = found?.percent ?? 0
    const isRight = right && text !== null ? isWholePercent(percent) : null
    const rightText = (right?.gaps[id] ?? []).map((fill) => wordOf(fill) ?? "").join(" / ") || null
    return {
      id,
      label: gapLabel(shown, id),
      text,
      isRight,
      rightText,
      ...(percent > 0 && !isRight ? { isHalf: true } : {}),
      ...(found?.comment ? { said: found.comment } : {}),
    }
  })
}
