import { type ExchangeItem, type Located, type ReadQuiz, remark } from "@/lib/quiz/exchange/exchange-item"
import { evenPercent } from "@/lib/quiz/share"

const OPTION = /^\s*([A-Za-z])(?:[.)]\s+|\))(.*)$/
const ANSWER = /^\s*ANSWER\s*:\s*(.*)$/i

type Gathered = { prompt: Located<string>[]; options: Located<string>[] }

/**
 * The Aiken format (Moodle Docs, "Aiken format"): a question, options behind a letter with a full stop or a bracket, and
 * `ANSWER:` with the right letter; several letters make it a question with several right options. A question may run
 * over several lines. Whatever is wrong with one is told with its line, and the next is read.
 */
export function readAiken(text: string): ReadQuiz {
  const quiz: ReadQuiz = { items: [], skipped: [], warnings: [] }
  let gathered: Gathered = { prompt: [], options: [] }
  let afterBlank = false
  const give = (answer: Located<string> | null) => {
    const line = gathered.prompt[0]?.line ?? gathered.options[0]?.line ?? answer?.line
    if (line === undefined) return
    const read = settle(gathered, answer)
    if ("code" in read) quiz.skipped.push(remark(read.line ?? line, read.code, read.params))
    else quiz.items.push({ line, value: read })
    gathered = { prompt: [], options: [] }
  }
  for (const [at, value] of text.split(/\r\n|\r|\n/).entries()) {
    const one = { line: at + 1, value: value.trim() }
    const answer = ANSWER.exec(value)
    const option = nextOption(value, gathered)
    if (answer) give({ ...one, value: answer[1] ?? "" })
    else if (option !== null) gathered.options.push({ ...one, value: option })
    else if (one.value !== "") {
      // Options that a blank line and another text follow were never given an answer.
      if (gathered.options.length > 0 && afterBlank) give(null)
      continueText(gathered, one)
    }
    afterBlank = one.value === ""
  }
  give(null)
  return quiz
}

/** "A. Milne wrote it" is a question as long as no option is expected; after A comes B. */
function nextOption(value: string, { prompt, options }: Gathered): string | null {
  const option = OPTION.exec(value)
  const isNext = option?.[1]?.toUpperCase().charCodeAt(0) === 65 + options.length
  return isNext && prompt.length > 0 ? (option?.[2] ?? "").trim() : null
}

function continueText({ prompt, options }: Gathered, one: Located<string>): void {
  const last = options.at(-1)
  if (last) last.value = `${last.value} ${one.value}`
  else prompt.push(one)
}

type Fault = { code: string; params?: Record<string, string>; line?: number }

function settle({ prompt, options }: Gathered, answer: Located<string> | null): ExchangeItem | Fault {
  if (!answer) return { code: options.length > 0 ? "noAnswerLine" : "notAiken" }
  if (prompt.length === 0) return { code: "noPrompt" }
  if (options.length < 2) return { code: "oneOption" }
  const wanted: string[] = answer.value.toUpperCase().match(/[A-Z0-9]+/g) ?? []
  const isThere = (letter: string) => letter.length === 1 && options[letter.charCodeAt(0) - 65] !== undefined
  const unknown = wanted.find((letter) => !isThere(letter))
  if (wanted.length === 0 || unknown !== undefined)
    return { code: "aikenAnswer", params: { letter: unknown ?? "" }, line: answer.line }
  const choices = options.map(({ value }, at) => ({
    text: { format: "plain" as const, text: value },
    percent: wanted.includes(String.fromCharCode(65 + at)) ? evenPercent(wanted.length) : 0,
    feedback: null,
  }))
  return {
    title: null,
    prompt: { format: "plain", text: prompt.map(({ value }) => value).join(" ") },
    points: 1,
    answer: { type: wanted.length > 1 ? "multiple" : "single", choices },
    feedback: null,
    tags: [],
    category: [],
  }
}
