import { isWithin } from "@/lib/quiz/exact-number"
import { normaliseAnswer } from "@/lib/quiz/normalise-answer"
import { readNumber } from "@/lib/quiz/read-number"
import { isWholePercent, WHOLE } from "@/lib/quiz/share"
import { gapsOf } from "@/lib/quiz/types/gap/gaps"
import {
  type Gap,
  type GapContent,
  type GapKey,
  MOST_WORDINGS,
  type WeighedFill,
} from "@/lib/quiz/types/gap/shapes"

export type Fills = Pick<GapKey, "gaps" | "weighed">

/**
 * Everything that may stand in a gap, with its share: of a list every option, of a typed gap every wording that is known.
 * In the order in which they are tried.
 */
export function fillsOf({ gap, options }: Gap, { gaps, weighed }: Fills): WeighedFill[] {
  const known = weighed?.[gap] ?? (gaps[gap] ?? []).map((fill) => ({ fill, percent: WHOLE, comment: "" }))
  if (!options) return known
  return options.map(
    ({ id }) => known.find(({ fill }) => fill === id) ?? { fill: id, percent: 0, comment: "" },
  )
}

/** The key with these fills in the gap: with shares only where there is more to say than what is wholly right. */
export function keepFills<Key extends Fills>(
  key: Key,
  { gap, options }: Gap,
  list: readonly WeighedFill[],
): Key {
  const { [gap]: _, ...others } = key.weighed ?? {}
  const whole = list.filter(({ percent }) => isWholePercent(percent))
  const isPlain = list.every(
    ({ percent, comment, tolerance }) =>
      comment === "" && tolerance === undefined && (isWholePercent(percent) || (options && percent === 0)),
  )
  const weighed = isPlain ? others : { ...others, [gap]: list.slice(0, MOST_WORDINGS) }
  const { weighed: __, ...rest } = key
  const shares = Object.keys(weighed).length > 0 ? { weighed } : {}
  return { ...rest, gaps: { ...key.gaps, [gap]: whole.map(({ fill }) => fill) }, ...shares } as Key
}

/** Among fills with shares, a star alone stands for anything else, as in Moodle. */
export const ANY_OTHER = "*"

type Read = Pick<GapContent, "pieces"> & Pick<GapKey, "gaps">

/**
 * What an author's text says now, with the shares of before: a wording that is still there keeps its share and comment,
 * an option that lost its star earns nothing, and one that got it earns everything. Nothing is kept of gaps that are gone.
 */
export function carryShares<Key extends Fills & Pick<GapKey, "weights">>(before: Key, read: Read): Key {
  const { weighed, weights, ...rest } = before
  const places = gapsOf(read)
  const kept = places.flatMap(({ gap }): [string, number][] => {
    const weight = weights?.[gap]
    return weight === undefined ? [] : [[gap, weight]]
  })
  const plain = {
    ...rest,
    gaps: read.gaps,
    ...(kept.length > 0 ? { weights: Object.fromEntries(kept) } : {}),
  }
  return places.reduce((key: Key, place) => {
    const known = weighed?.[place.gap]
    if (!known) return key
    const list = fillsOf(place, { gaps: read.gaps }).map((one) => {
      const old = known.find(({ fill }) => fill === one.fill)
      if (!old) return one
      const isSameMark = !place.options || isWholePercent(old.percent) === isWholePercent(one.percent)
      return isSameMark ? old : { ...old, percent: one.percent }
    })
    return keepFills(key, place, list)
  }, plain as Key)
}

type Rules = Pick<GapKey, "ignoreCase" | "ignoreDiacritics">

/** The first fill that an answer is, as Moodle tries them too; null where it is none of them. */
export function fillFor(place: Gap, key: Fills & Rules, given: string): WeighedFill | null {
  const fills = fillsOf(place, key)
  if (place.options) return fills.find(({ fill }) => fill === given) ?? null
  const found = fills.find((one) => isFill(one, given, key))
  if (found || normaliseAnswer(given, key) === "") return found ?? null
  return key.weighed?.[place.gap]?.find(({ fill }) => fill.trim() === ANY_OTHER) ?? null
}

function isFill({ fill, tolerance }: WeighedFill, given: string, rules: Rules): boolean {
  const typed = normaliseAnswer(given, rules)
  if (typed === "") return false
  if (tolerance === undefined) return normaliseAnswer(fill, rules) === typed
  const [number, right, amount] = [given, fill, tolerance].map(readNumber)
  return Boolean(number && right && amount && isWithin(number, right, { kind: "absolute", amount }))
}
