import { type AuthoredItem, blocksSaving, isKeyed, itemProblems } from "@/lib/quiz/authored-item"
import { keyEvidence } from "@/lib/quiz/evidence"
import { type ItemTypeName, itemTypeNames, itemTypeOf } from "@/lib/quiz/item-types"
import { isQuestion } from "@/lib/quiz/question"
import { exchangeNames, type OwnNames, ownNames } from "./exchange-names"
import { type Fault, fault } from "./fault"
import { type FileItem, fileItem, type LessonFile } from "./lesson-file"
import type { PartItem } from "./lesson-parts"
import { shapeFaults } from "./shape-faults"
import { isRecord } from "./walks"

/** A question of the file that cannot be read, and why. `at` from 0 among all. */
export type LeftOut = { at: number; faults: Fault[] }

/** Named of one question: a file that was changed by hand has few, and one made up may have any number. */
const MOST_FAULTS = 5

export type ReadItems = {
  items: PartItem[]
  leftOut: LeftOut[]
  /** Questions whose answer is proved by sentences of the text. */
  attached: number
  /** Places, from 0, of questions that have quotes as evidence, and no sentence in which one stands. */
  unattached: number[]
}

export type ItemGround = {
  pools: LessonFile["pools"]
  /** Id by the name it has in the file. */
  sentenceIds: ReadonlyMap<string, string>
  /** All of those ids. */
  sentences: ReadonlySet<string>
  newOptionId: () => string
}

/** Every question by itself: one that cannot be read is listed and leaves the others. */
export function readItems(raw: readonly unknown[], ground: ItemGround): ReadItems {
  const read: ReadItems = { items: [], leftOut: [], attached: 0, unattached: [] }
  for (const [at, one] of raw.entries()) {
    const found = readItem(one, ground)
    if (!found.ok) {
      const faults = found.faults
        .slice(0, MOST_FAULTS)
        .map((each) => ({ ...each, path: ["items", at, ...each.path] }))
      read.leftOut.push({ at, faults })
      continue
    }
    read.items.push(found.value)
    const held = keyEvidence.safeParse(found.value.item.key)
    const proof = held.success ? held.data.evidence : null
    if (proof && proof.sentenceIds.length > 0) read.attached++
    else if (proof && proof.quotes.length > 0) read.unattached.push(at)
  }
  return read
}

type Read = { ok: true; value: PartItem } | { ok: false; faults: Fault[] }

const unreadable = (...faults: Fault[]): Read => ({ ok: false, faults })

function readItem(raw: unknown, ground: ItemGround): Read {
  const named = isRecord(raw) ? raw.type : undefined
  const type = itemTypeNames.find((name) => name === named)
  if (typeof named === "string" && !type)
    return unreadable(fault(["type"], "unknownType", { name: named.slice(0, 40) }))
  const shape = fileItem.safeParse(raw)
  if (!shape.success) return unreadable(...shapeFaults(shape.error.issues, raw))
  const pool = ground.pools.find(({ name }) => name === shape.data.pool)
  if (shape.data.pool !== null && !pool)
    return unreadable(fault(["pool"], "unknownPool", { name: shape.data.pool.slice(0, 40) }))
  const read = readHolders(shape.data, type as ItemTypeName, ground)
  return read.ok ? { ok: true, value: { item: read.item, pool: pool ?? null } } : read
}

type ReadHolders = { ok: true; item: AuthoredItem } | { ok: false; faults: Fault[] }

/** Its content, key and feedback, with this school's ids. */
function readHolders(shape: FileItem, type: ItemTypeName, ground: ItemGround): ReadHolders {
  const names = ownNames({ newId: ground.newOptionId, sentenceIds: ground.sentenceIds })
  const { pool: _, ...said } = shape
  const held = exchangeNames(type, { ...said, key: said.key ?? null }, names)
  const item = { ...said, ...held, itemId: null, type } as AuthoredItem
  const faults = [...names.faults, ...formFaults(item, names)]
  if (faults.length > 0) return { ok: false, faults }
  const problems = itemProblems(item, ground.sentences).filter(blocksSaving)
  if (problems.length > 0) return { ok: false, faults: problems.map(({ code }) => problemFault(code)) }
  return { ok: true, item }
}

/** What its type says of the form of content and key, by the names the file has for things. */
function formFaults(item: AuthoredItem, { calledIn }: OwnNames): Fault[] {
  const { content, key, feedback, explanation, level, type } = item
  const found = shapeFaults(itemTypeOf(type).shapeIssues({ content, key }), { content, key })
  // A view is stored without a key, and the words for results are beside the key.
  const isLost = !isKeyed(level) && (Object.keys(feedback).length > 0 || explanation !== null)
  if (isLost) found.push(fault(["feedback"], "viewWithWords"))
  return found.map((one) => ({ ...one, path: one.path.map((step) => calledIn.get(String(step)) ?? step) }))
}

const problemFault = (code: string): Fault =>
  code === "shape" ? fault([], "shape") : { path: [], reason: `quiz.problems.${code}` }

/** What a question of a file says, to be known by. */
export function wordsOf(raw: unknown): string {
  if (!isRecord(raw)) return ""
  const said = [raw.title, raw.prompt].find((text) => typeof text === "string" && text.trim() !== "")
  return typeof said === "string" ? said.replace(/\s+/g, " ").slice(0, 90) : ""
}

/** How many of them ask something. */
export const countQuestions = (items: readonly PartItem[]): number =>
  items.filter(({ item }) => isQuestion(item)).length
