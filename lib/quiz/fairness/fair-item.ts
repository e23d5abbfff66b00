import type { AuthoredItem } from "@/lib/quiz/authored-item"
import type { ItemLevel } from "@/lib/quiz/item-type"
import type { ItemTypeName } from "@/lib/quiz/item-types"
import type { Option } from "@/lib/quiz/options"
import { content as pairContent, key as pairKey } from "@/lib/quiz/types/evidence-pair/shapes"
import { content as gapContent, key as gapKey, type Piece } from "@/lib/quiz/types/gap/shapes"
import { content as matchingContent } from "@/lib/quiz/types/matching/shapes"
import { key as multipleKey } from "@/lib/quiz/types/multiple/shapes"
import { content as optionsContent } from "@/lib/quiz/types/poll/shapes"
import { key as singleKey } from "@/lib/quiz/types/single/shapes"
import { content as truthContent, key as truthKey } from "@/lib/quiz/types/true-false/shapes"

/** `isRight` is null where nothing is right or wrong about it: a view, a list shared by rows, a key not written yet. */
export type FairChoice = { text: string; isRight: boolean | null }

/** Options that are chosen from together, in the author's order. `leadIn`: the words they go on from. */
export type ChoiceList = { leadIn: string; choices: readonly FairChoice[] }

/** An item as the rules of fairness look at it. Without what is no matter of words or places. */
export type FairItem = {
  itemId: string
  /** From 1. */
  position: number
  type: ItemTypeName
  level: ItemLevel
  prompt: string
  skills: readonly string[]
  lists: readonly ChoiceList[]
  /** Whether the statement of a true or false holds; null for any other item, and without a key. */
  holds: boolean | null
}

/** What of an item the rules look at. Content or a key of another shape is left out: `itemProblems` speaks of that. */
export function fairItem({ position, item }: { position: number; item: AuthoredItem }): FairItem {
  const { itemId, type, level, prompt, skills } = item
  return {
    itemId: itemId ?? "",
    position,
    type,
    level,
    prompt,
    skills,
    lists: (LISTS[type] ?? noLists)(item),
    holds: type === "true-false" ? truthOf(item) : null,
  }
}

/** A list with exactly one right option, as most rules need it; null for any other. */
export function keyedList(list: ChoiceList): { right: FairChoice; others: FairChoice[] } | null {
  const [right, ...more] = list.choices.filter(({ isRight }) => isRight === true)
  const others = list.choices.filter(({ isRight }) => isRight === false)
  return right && more.length === 0 && others.length > 0 ? { right, others } : null
}

const LISTS: Partial<Record<ItemTypeName, (item: AuthoredItem) => ChoiceList[]>> = {
  single: (item) => oneList(item, optionsContent.safeParse(item.content).data, rightOfOne(item)),
  multiple: (item) => oneList(item, optionsContent.safeParse(item.content).data, rightOfSeveral(item)),
  poll: (item) => oneList(item, optionsContent.safeParse(item.content).data, null),
  "evidence-pair": (item) => {
    const answer = pairKey.safeParse(item.key).data?.answer
    return oneList(item, pairContent.safeParse(item.content).data, answer ? [answer] : null)
  },
  matching: (item) => oneList(item, matchingContent.safeParse(item.content).data, null),
  gap: gapLists,
}

const noLists = (): ChoiceList[] => []

function rightOfOne({ key }: AuthoredItem): string[] | null {
  const answer = singleKey.safeParse(key).data?.answer
  return answer ? [answer] : null
}

const rightOfSeveral = ({ key }: AuthoredItem): string[] | null =>
  multipleKey.safeParse(key).data?.answers ?? null

function oneList(
  { prompt }: AuthoredItem,
  shown: { options: readonly Option[] } | undefined,
  right: readonly string[] | null,
): ChoiceList[] {
  return shown ? [{ leadIn: prompt, choices: choicesOf(shown.options, right) }] : []
}

const choicesOf = (options: readonly Option[], right: readonly string[] | null): FairChoice[] =>
  options.map(({ id, text }) => ({ text, isRight: right === null ? null : right.includes(id) }))

function gapLists({ content, key }: AuthoredItem): ChoiceList[] {
  const pieces = gapContent.safeParse(content).data?.pieces ?? []
  const right = gapKey.safeParse(key).data?.gaps
  return pieces.flatMap((piece, at) => {
    if (!("gap" in piece) || !piece.options) return []
    return [{ leadIn: textOf(pieces[at - 1]), choices: choicesOf(piece.options, right?.[piece.gap] ?? null) }]
  })
}

const textOf = (piece: Piece | undefined): string => (piece && "text" in piece ? piece.text : "")

/** What stands for "true" is the first of the two. */
function truthOf({ content, key }: AuthoredItem): boolean | null {
  const first = truthContent.safeParse(content).data?.options[0]
  const answer = truthKey.safeParse(key).data?.answer
  return first && answer ? answer === first.id : null
}
