import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { type Feedback, type KeyContent, openKey } from "@/lib/quiz/item-key"
import { itemTypeOf } from "@/lib/quiz/item-types"
import type { FixedItem } from "./fix-facts"
import type { Fix } from "./fix-input"

export type MendedKey = Omit<KeyContent, "keyRevision">

/**
 * The key that a fix makes. Explanation and comments are about the old answer: they stay where one is accepted beside it,
 * but for what was said to whoever chose that, and go where it is replaced. Refuses with "invalid" what is no key, and with
 * "conflict" what is the key already.
 */
export function mendKey(
  item: FixedItem,
  fix: Extract<Fix, { kind: "rekey" | "accept" }>,
): Decision<MendedKey> {
  if (!item.heldKey) return refuse("conflict", "results.fixNotOffered")
  const { kind, named } = fix
  const old = openKey(item.heldKey, "authoring")
  const key = itemTypeOf(item.type).mend(kind, { key: old.key, named, content: item.content })
  if (key === null) return refuse("invalid", "results.fixNoKey", { field: "named" })
  if (isSameKey(key, old.key)) return refuse("conflict", "results.fixSameKey", { field: "named" })
  if (kind === "rekey") return allow({ key, feedback: {}, explanation: null })
  const accepted = "optionIds" in named ? named.optionIds : []
  return allow({ key, feedback: withoutOptions(old.feedback, accepted), explanation: old.explanation })
}

function withoutOptions(feedback: Feedback, optionIds: readonly string[]): Feedback {
  if (!feedback.options) return feedback
  const options = Object.fromEntries(
    Object.entries(feedback.options).filter(([id]) => !optionIds.includes(id)),
  )
  return { ...feedback, options }
}

/** Apart from the sentences that prove it, and from the order in which the database keeps its parts. */
function isSameKey(one: unknown, other: unknown): boolean {
  const plain = (key: unknown) =>
    JSON.stringify(
      Object.entries(key ?? {})
        .filter(([name]) => name !== "evidence")
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return plain(one) === plain(other)
}
