/**
 * An answer and a key in the words in which results show and count them, whatever the type. Every type tells its own:
 * results never look into a response or a key themselves.
 */

/** What was answered. A type fills what it has; what it has not stays empty. */
export type ToldAnswer = {
  /** Options that were chosen, of the item's one list. */
  optionIds: string[]
  /** What was typed. */
  text: string | null
  /** Sentences of the text that were chosen. */
  sentenceIds: string[]
}

/** What is right: options, or wordings that count. The sentences that prove it stand in every key alike. */
export type ToldKey = {
  optionIds: string[]
  answers: string[]
  /** Options that earn a part of the points, where the author gave shares. */
  halfIds?: string[]
}

/** One place of an item that has several: a gap, a row to be matched, a position in an order. */
export type ToldPart = {
  /** The same for every student. */
  id: string
  /** "Gap 1", "Chechnya": what the place is called beside its answer. */
  label: string
  /** What was answered there; null where nothing was. */
  text: string | null
  /** Null where nothing is right or wrong, or nothing was answered. */
  isRight: boolean | null
  /** What is right there; null where nothing is. */
  rightText: string | null
  /** It earned a part of what is right. */
  isHalf?: true
  /** What the author says to whoever answered this there. */
  said?: string
}

export const NOTHING_TOLD: ToldAnswer = { optionIds: [], text: null, sentenceIds: [] }

export const NO_KEY_TOLD: ToldKey = { optionIds: [], answers: [] }
