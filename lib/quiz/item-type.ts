import type { z } from "zod"
import type { Fraction } from "@/lib/quiz/fraction"
import type { Mending, Named, NamedBy } from "@/lib/quiz/mend"
import type { Option } from "@/lib/quiz/options"
import type { Grade } from "@/lib/quiz/rubric"
import { NO_KEY_TOLD, NOTHING_TOLD, type ToldAnswer, type ToldKey, type ToldPart } from "@/lib/quiz/told"

/** Whether an item has one right answer in the text, asks whether evidence holds, or asks for the student's own view. */
export type ItemLevel = "author_says" | "evidence_holds" | "my_view"

export const LEVELS: readonly ItemLevel[] = ["author_says", "evidence_holds", "my_view"]

/** How far an answer has come. */
export type AnswerProgress = "answered" | "incomplete" | "unanswered"

/** "invalid" is what no page of ours sends; it is refused, never scored. */
export type ResponseState = AnswerProgress | "invalid"

/**
 * What scoring found, beyond the fraction. `answer`: the answer itself was right; null when only evidence was given.
 * `evidence`: the chosen sentences prove it; null when none were chosen; absent for items that ask for none.
 * So `{answer: true, evidence: false}` is "right answer, wrong evidence". `grade`: what a teacher gave, for answers that
 * no machine scores.
 */
export type Finding = { answer: boolean | null; evidence?: boolean | null; grade?: Grade }

/**
 * A response that is missing is "unanswered", one that a person has to read "ungraded": never a zero. The fraction is
 * the share of the item's points.
 */
export type ItemScore =
  | { state: "scored"; share: Fraction; finding: Finding }
  | { state: "unanswered" }
  | { state: "ungraded" }

/** Something an author has to mend. `field` names where; the sentence stands at `problems.<code>` in quiz.json. */
export type ItemProblem = { field: string; code: string }

/** What an author writes for the type: the part a browser may see, and the key. */
export type TypeDraft<Content, Key> = { content: Content; key: Key | null }

type Spec<Content, Response, Key> = {
  name: string
  content: z.ZodType<Content>
  response: z.ZodType<Response>
  key: z.ZodType<Key>
  /** A key while it is being written, for types whose key may then hold what no key may. */
  draftKey?: z.ZodType<Key>
  /** Whether an answer names sentences of the text. */
  choosesSentences?: boolean
  /** Missing: any. */
  levels?: readonly ItemLevel[]
  /** The order of options that one sitting shows. */
  present: (content: Content, seed: number) => Content
  check: (content: Content, response: Response, sentenceIds: ReadonlySet<string>) => ResponseState
  /** Only called for a response that is there. Missing where a person reads and grades the answers. */
  score?: (key: Key, response: Response, content: Content) => { share: Fraction; finding: Finding }
  problems: (draft: TypeDraft<Content, Key>, sentenceIds: ReadonlySet<string>) => ItemProblem[]
  blank: (newOptionId: () => string) => TypeDraft<Content, Key>
  /** The one list of options that an answer chooses from, in the author's order; missing where there is none. */
  options?: (content: Content) => readonly Option[]
  told: (response: Response, content: Content) => Partial<ToldAnswer>
  toldKey: (key: Key, content: Content) => Partial<ToldKey>
  /** What can be put right about a key once it was answered to; missing where nothing can. */
  mend?: Mending<Content, Key>
  /** Only for types with several places to answer. Response and key may be missing. */
  parts?: (content: Content, response: Response | null, key: Key | null) => ToldPart[]
}

/**
 * A type of item with its shapes forgotten, as the registry holds it. Content and keys come from the database and
 * are parsed again here, so that a row of another shape is an error where it is read and not a wrong score.
 */
export type ItemType = {
  name: string
  /** No machine scores it: a teacher reads every answer. */
  isGradedByHand: boolean
  choosesSentences: boolean
  /** The levels a question of this type may have, the usual one first. */
  levels: readonly ItemLevel[]
  parseContent: (content: unknown) => unknown
  isContent: (content: unknown) => boolean
  isKey: (key: unknown) => boolean
  /** What of content and key has not the form of this type; paths begin with "content" or "key". A null key is none yet. */
  shapeIssues: (draft: TypeDraft<unknown, unknown>) => z.core.$ZodIssue[]
  present: (content: unknown, seed: number) => unknown
  check: (content: unknown, value: unknown, sentenceIds: ReadonlySet<string>) => ResponseState
  score: (key: unknown, value: unknown, content: unknown) => ItemScore
  problems: (draft: TypeDraft<unknown, unknown>, sentenceIds: ReadonlySet<string>) => ItemProblem[]
  blank: (newOptionId: () => string) => TypeDraft<unknown, unknown>
  options: (content: unknown) => readonly Option[]
  /** What was answered, as results show it. A value taken back, or of another shape, is nothing. */
  told: (content: unknown, value: unknown) => ToldAnswer
  toldKey: (content: unknown, key: unknown) => ToldKey
  /** How right answers are named when a key is put right, and whether one more can be; null where the key cannot be. */
  mends: { namedBy: NamedBy; accepts: boolean } | null
  /** The key put right, as the type may hold it. Null: it cannot be so. */
  mend: (how: "rekey" | "accept", facts: { key: unknown; named: Named; content: unknown }) => unknown
  /** Empty where the type has but one place to answer. */
  parts: (content: unknown, value: unknown, key: unknown) => ToldPart[]
}

const NO_SENTENCES: ReadonlySet<string> = new Set()

/** Makes a type from its shapes and rules. `null` is the response that was taken back, for every type. */
export function defineItemType<Content, Response, Key>(spec: Spec<Content, Response, Key>): ItemType {
  const check: ItemType["check"] = (content, value, sentenceIds) => {
    if (value === null) return "unanswered"
    const response = spec.response.safeParse(value)
    return response.success ? spec.check(spec.content.parse(content), response.data, sentenceIds) : "invalid"
  }
  return {
    name: spec.name,
    isGradedByHand: spec.score === undefined,
    choosesSentences: spec.choosesSentences ?? false,
    levels: spec.levels ?? LEVELS,
    parseContent: (content) => spec.content.parse(content),
    isContent: (content) => spec.content.safeParse(content).success,
    isKey: (key) => spec.key.safeParse(key).success,
    shapeIssues: ({ content, key }) => [
      ...issuesIn("content", spec.content.safeParse(content).error),
      ...(key === null ? [] : issuesIn("key", (spec.draftKey ?? spec.key).safeParse(key).error)),
    ],
    present: (content, seed) => spec.present(spec.content.parse(content), seed),
    check,
    score: (key, value, content) => scoreWith(spec, { key, value, content }),
    problems: (draft, sentenceIds) => {
      const content = spec.content.safeParse(draft.content)
      if (!content.success) return [{ field: "content", code: "shape" }]
      const key = draft.key === null ? null : (spec.draftKey ?? spec.key).safeParse(draft.key)
      if (key && !key.success) return [{ field: "key", code: "keyMissing" }]
      return spec.problems({ content: content.data, key: key ? key.data : null }, sentenceIds)
    },
    blank: spec.blank,
    ...mending(spec),
    ...telling(spec),
  }
}

/** A key that came out with something to mend, evidence aside, is none: what is named is not there, or is nothing. */
function mending<C, R, K>(spec: Spec<C, R, K>): Pick<ItemType, "mends" | "mend"> {
  const { mend } = spec
  return {
    mends: mend ? { namedBy: mend.namedBy, accepts: mend.accept !== undefined } : null,
    mend: (how, { key, named, content }) => {
      const shown = spec.content.parse(content)
      const mended = spec.key.safeParse(mend?.[how]?.(spec.key.parse(key), named, shown) ?? null)
      if (!mended.success) return null
      const found = spec.problems({ content: shown, key: mended.data }, NO_SENTENCES)
      return found.some(({ field }) => field !== "evidence") ? null : mended.data
    },
  }
}

const issuesIn = (part: string, error: z.ZodError | undefined): z.core.$ZodIssue[] =>
  (error?.issues ?? []).map((issue) => ({ ...issue, path: [part, ...issue.path] }))

type Telling = Pick<ItemType, "options" | "told" | "toldKey" | "parts">

function telling<C, R, K>(spec: Spec<C, R, K>): Telling {
  const given = (value: unknown): R | null =>
    value === null ? null : (spec.response.safeParse(value).data ?? null)
  const shown = onceEach((content) => spec.content.parse(content))
  const known = onceEach((key) => spec.key.parse(key))
  const right = (key: unknown): K | null => (key === null ? null : known(key))
  return {
    options: (content) => spec.options?.(shown(content)) ?? [],
    told: (content, value) => {
      const response = given(value)
      return response === null ? NOTHING_TOLD : { ...NOTHING_TOLD, ...spec.told(response, shown(content)) }
    },
    toldKey: (content, key) => {
      const opened = right(key)
      return opened === null ? NO_KEY_TOLD : { ...NO_KEY_TOLD, ...spec.toldKey(opened, shown(content)) }
    },
    parts: (content, value, key) => spec.parts?.(shown(content), given(value), right(key)) ?? [],
  }
}

/**
 * What was read of a stored object, for as long as that is held: three hundred students answer the same item, and results
 * would check its content once for each. Nobody changes what was stored.
 */
function onceEach<T>(read: (stored: unknown) => T): (stored: unknown) => T {
  const known = new WeakMap<object, { read: T }>()
  return (stored) => {
    if (typeof stored !== "object" || stored === null) return read(stored)
    const found = known.get(stored) ?? { read: read(stored) }
    known.set(stored, found)
    return found.read
  }
}

function scoreWith<C, R, K>(
  spec: Spec<C, R, K>,
  { key, value, content }: { key: unknown; value: unknown; content: unknown },
): ItemScore {
  const response = spec.response.safeParse(value)
  if (value === null || !response.success) return { state: "unanswered" }
  const parsed = spec.content.parse(content)
  const state = spec.check(parsed, response.data, NO_SENTENCES)
  if (state === "unanswered") return { state: "unanswered" }
  if (!spec.score) return { state: "ungraded" }
  return { state: "scored", ...spec.score(spec.key.parse(key), response.data, parsed) }
}
