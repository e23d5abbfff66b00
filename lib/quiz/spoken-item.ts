import type { PublicItem } from "@/lib/quiz/public-item"

type Text = { text: string }
type Piece = Text | { gap: string; options: readonly Text[] | null }

/** What the types' public shapes have that can be read out; each type has some of it. */
type Spoken = {
  pieces?: readonly Piece[]
  rows?: readonly Text[]
  steps?: readonly Text[]
  statements?: readonly Text[]
  categories?: readonly Text[]
  options?: readonly Text[]
  evidencePrompt?: string
}

/** A gap, as a voice makes a pause of it. */
const GAP = "…"

/** One question as it is read out, part by part in the order of the page: what is asked, then what can be chosen. */
export function spokenTexts({ prompt, content }: Pick<PublicItem, "prompt" | "content">): string[] {
  const { pieces = [], evidencePrompt = "", ...lists } = (content ?? {}) as Spoken
  const { rows = [], statements = [], steps = [], options = [], categories = [] } = lists
  const passage = pieces.map((piece) => ("text" in piece ? piece.text : GAP)).join("")
  const choices = pieces.flatMap((piece) => ("gap" in piece ? (piece.options ?? []) : []))
  const listed = [choices, rows, statements, steps, options, categories].flat().map(({ text }) => text)
  return [prompt, passage, ...listed, evidencePrompt].filter((text) => text.trim() !== "")
}
