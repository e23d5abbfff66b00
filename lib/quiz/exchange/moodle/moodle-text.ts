import type { RichText, TextFormat } from "@/lib/quiz/exchange/exchange-item"
import { childOf, type XmlNode } from "@/lib/quiz/exchange/moodle/xml-node"

const FORMATS: Record<string, TextFormat> = {
  html: "html",
  moodle_auto_format: "moodle",
  plain_text: "plain",
  markdown: "markdown",
}

/** A text element with its `format`; HTML where it names none, as Moodle takes it. */
export function richTextOf(node: XmlNode | null | undefined): RichText {
  const text = (childOf(node, "text")?.text ?? node?.text ?? "").trim()
  return { format: FORMATS[node?.attributes.format ?? ""] ?? "html", text }
}

/** Null where nothing is said. */
export function feedbackOf(node: XmlNode | null | undefined, name = "feedback"): RichText | null {
  const feedback = richTextOf(childOf(node, name))
  return feedback.text.replace(/<[^<>]*>|&nbsp;/g, "").trim() === "" ? null : feedback
}
