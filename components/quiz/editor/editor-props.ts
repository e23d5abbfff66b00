import type { AuthoredItem } from "@/lib/quiz/authored-item"

/** What the part of a type that is authored is given. Keys may be half done while they are being written. */
export type TypeEditorProps = {
  item: AuthoredItem
  change: (part: Partial<AuthoredItem>) => void
  /** The sentence about a field, once the author has tried to save. */
  problem: (field: string) => string | undefined
  readOnly: boolean
}
