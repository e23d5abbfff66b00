import { pathOf } from "@/lib/quiz/exchange/category-path"
import { type ExchangeItem, gappedText, type ReadQuiz, remark } from "@/lib/quiz/exchange/exchange-item"
import { feedbackOf, richTextOf } from "@/lib/quiz/exchange/moodle/moodle-text"
import { type MoodleAnswer, readMoodleAnswer } from "@/lib/quiz/exchange/moodle/read-answers"
import { splitQuestions } from "@/lib/quiz/exchange/moodle/split-questions"
import { childOf, childrenOf, parseXml, textOf, type XmlNode } from "@/lib/quiz/exchange/moodle/xml-node"

/**
 * Moodle XML (Moodle Docs, "Moodle XML format"). A category entry sets the place of what follows it. Pictures and other
 * files are left out, with a warning.
 */
export function readMoodleXml(xml: string): ReadQuiz {
  const quiz: ReadQuiz = { items: [], skipped: [], warnings: [] }
  let category: string[] = []
  for (const { line, value } of splitQuestions(xml)) {
    const parsed = parseXml(value)
    if (!parsed.ok) {
      quiz.skipped.push(remark(line + parsed.line - 1, "notXml"))
      continue
    }
    const question = parsed.root
    const type = question.attributes.type ?? ""
    if (type === "category") {
      category = pathOf(textOf(question, "category"))
      continue
    }
    const read = readQuestion(type, question)
    if (!read.ok) {
      quiz.skipped.push(remark(line, read.code, { ...read.params, title: textOf(question, "name") }))
      continue
    }
    quiz.items.push({ line, value: { ...read.item, category } })
    quiz.warnings.push(...read.warnings.map((code) => remark(line, code)))
  }
  return quiz
}

type ReadQuestion =
  | { ok: true; item: ExchangeItem; warnings: string[] }
  | Extract<MoodleAnswer, { ok: false }>

function readQuestion(type: string, question: XmlNode): ReadQuestion {
  const prompt = richTextOf(childOf(question, "questiontext"))
  if (prompt.text === "") return { ok: false, code: "noPrompt" }
  const read = readMoodleAnswer(type, question)
  if (!read.ok) return read
  const title = textOf(question, "name")
  return {
    ok: true,
    item: {
      title: title === "" ? null : title,
      prompt: read.answer.type === "gap" ? { ...prompt, text: gappedText(read.answer.pieces) } : prompt,
      points: pointsOf(question),
      answer: read.answer,
      feedback: feedbackOf(question, "generalfeedback"),
      tags: childrenOf(childOf(question, "tags") ?? question, "tag").map((tag) =>
        (childOf(tag, "text") ?? tag).text.trim(),
      ),
      category: [],
    },
    warnings: [...read.warnings, ...(hasFiles(question) ? ["filesLeftOut"] : [])],
  }
}

function pointsOf(question: XmlNode): number {
  const points = Number(textOf(question, "defaultgrade") || "1")
  return Number.isFinite(points) && points >= 0 ? points : 1
}

const hasFiles = (node: XmlNode): boolean => node.name === "file" || node.children.some(hasFiles)
