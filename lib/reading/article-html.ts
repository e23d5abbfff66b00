import type { SentenceView } from "@/lib/reading/sentences"
import { paragraphsOf } from "@/lib/reading/sentences"

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Text as it may stand inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark)

/** Made once when a revision is written: the same string for everybody, every time. */
export function articleHtml(sentences: readonly SentenceView[]): string {
  return paragraphsOf(sentences).map(paragraphHtml).join("\n")
}

function paragraphHtml(sentences: readonly SentenceView[]): string {
  const number = sentences[0]?.paragraph ?? 0
  const parts = sentences.map((sentence, at) => {
    return `${at > 0 ? gapBefore(sentences[at - 1]?.text ?? "", sentence.text) : ""}${sentenceHtml(sentence)}`
  })
  return `<p data-p="${number}" dir="auto">${parts.join("")}</p>`
}

const sentenceHtml = ({ id, paragraph, ordinal, text }: SentenceView): string =>
  `<span class="s" data-s="${escapeHtml(id)}" id="s-${paragraph}-${ordinal}">${escapeHtml(text)}</span>`

/** Chinese and Japanese put no space between sentences. */
const gapBefore = (before: string, after: string): string =>
  /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]$/.test(before) &&
  /^[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(after)
    ? ""
    : " "
