import type { Release } from "@/lib/quiz/release"

/** What a key row holds. `key` and `feedback` have the shape their item type gives them. */
export type KeyContent = {
  keyRevision: number
  key: unknown
  feedback: Feedback
  explanation: string | null
}

/** Words shown with results: by option, for an answer that is right or wrong, and for evidence that does not prove it. */
export type Feedback = {
  options?: Record<string, string>
  right?: string
  wrong?: string
  evidence?: string
}

/** Why a key is opened. A browser of a student gets one only with a `Release`, which only the release rule makes. */
export type KeyPurpose = "scoring" | "authoring" | Release

/**
 * An answer key. What it holds cannot be read but through `openKey`, and writing it into any answer throws:
 * JSON by `toJSON`, a React payload because class instances cannot cross, a template string by `toString`.
 */
export class ItemKey {
  readonly #content: KeyContent
  constructor(content: KeyContent) {
    this.#content = content
  }
  toJSON(): never {
    throw new Error("An answer key must not be serialised")
  }
  toString(): never {
    throw new Error("An answer key must not be written out")
  }
  static open(key: ItemKey): KeyContent {
    return key.#content
  }
}

/** What is right, for somebody or something that may know it now. */
export function openKey(key: ItemKey, _purpose: KeyPurpose): KeyContent {
  return ItemKey.open(key)
}
