import type { ItemTypeName } from "@/lib/quiz/item-types"
import { type Fault, fault } from "./fault"
import { feedbackWalk, typeWalks } from "./type-walks"
import type { Names } from "./walks"

/** What of a question holds ids. */
export type Holders = { content: unknown; key: unknown; feedback: unknown }

/** Begins what names something that is not in the question any more, such as a right option that was taken out. */
const GONE = "gone"

/** The same question with other names. Definitions stand in the content, so that it is gone through first. */
export function exchangeNames(
  type: ItemTypeName,
  { content, key, feedback }: Holders,
  names: Names,
): Holders {
  const walks = typeWalks[type]
  return {
    content: walks.content(content, names, ["content"]),
    key: walks.keyOf(content)(key, names, ["key"]),
    feedback: feedbackWalk(feedback, names, ["feedback"]),
  }
}

/** Out of this school: ids become "option-2", counted by kind in the order in which they stand. */
export function localNames(labels: ReadonlyMap<string, string>): Names {
  const known = new Map<unknown, string>()
  const counts = new Map<string, number>()
  const name = (kind: string, id: unknown): string => {
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    known.set(id, `${kind}-${number}`)
    return `${kind}-${number}`
  }
  return {
    define: name,
    refer: (id) => (typeof id === "string" && id !== "" ? (known.get(id) ?? name(GONE, id)) : id),
    heading: (id) => known.get(id) ?? null,
    sentence: (id) => (typeof id === "string" && labels.get(id)) || id,
    sentences: { here: "sentenceIds", there: "sentences" },
  }
}

type Ground = { newId: () => string; sentenceIds: ReadonlyMap<string, string> }
export type OwnNames = Names & {
  faults: Fault[]
  /** What an id was called in the file. */
  calledIn: ReadonlyMap<string, string>
}

/** Into this school: every name becomes a new id. What is named and nowhere defined is a fault, never an id of a file's own. */
export function ownNames({ newId, sentenceIds }: Ground): OwnNames {
  const known = new Map<unknown, string>()
  const calledIn = new Map<string, string>()
  const faults: Fault[] = []
  const make = (name: unknown): string => {
    const id = newId()
    known.set(name, id)
    calledIn.set(id, String(name))
    return id
  }
  const find = (name: unknown, path: Fault["path"]): string | null => {
    const id = known.get(name)
    if (id) return id
    if (isGone(name)) return make(name)
    faults.push(fault(path, "unknownName", { name: shortened(name) }))
    return null
  }
  return {
    faults,
    calledIn,
    define: (_kind, name, path) => {
      if (typeof name !== "string" || name === "" || name.length > 60) return name
      if (known.has(name)) faults.push(fault(path, "sameName", { name }))
      return make(name)
    },
    refer: (name, path) => (typeof name === "string" && name !== "" ? (find(name, path) ?? name) : name),
    heading: (name, path) => find(name, path),
    sentence: (label, path) => {
      const id = typeof label === "string" ? sentenceIds.get(label) : undefined
      if (!id) faults.push(fault(path, "unknownSentence", { name: shortened(label) }))
      return id ?? label
    },
    sentences: { here: "sentences", there: "sentenceIds" },
  }
}

const isGone = (name: unknown): boolean => typeof name === "string" && /^gone-\d{1,3}$/.test(name)

/** What was written where a name should stand; a file may have anything there. */
const shortened = (name: unknown): string => (typeof name === "string" ? name.slice(0, 40) : "…")
