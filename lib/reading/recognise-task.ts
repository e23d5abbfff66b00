import { endsSentence } from "@/lib/reading/sentence-ends"

/** Verbs that open a task and next to never a closing line of prose. */
const schoolVerbs =
  /^(?:express|discuss|explain|describe|summari[sz]e|paraphrase|comment on|debate|write (?:a|an|your|about|down)|answer|respond to|reflect on|evaluate|analy[sz]e|identify|list|compare|expresa|explica|comenta|opina|escribe|exprimez|expliquez|discutez|donnez|diskutier\w*|erkläre?\w*|schreib\w*)(?![\p{L}\p{N}])/iu

/** Verbs that prose uses too: they count only when the line speaks to the reader. */
const otherVerbs =
  /^(?:give|share|state|say|tell|write|consider|imagine|choose|decide|think|find|argue|support|use|read|ask|talk|what|why|how|do|does|did|would|should|can|could|are|is|which|who)(?![\p{L}\p{N}])/iu

const toReader = /(?<![\p{L}\p{N}])(?:you|your|yourself)(?![\p{L}\p{N}])|اپنی رائے|آپ/iu

const numbered = /^(?:\d{1,2}[.)]|[a-h][.)]|[-•*–])\s+/i

/**
 * Whether a closing line is a task for the reader rather than prose: "Express your opinion", "Do you agree?",
 * "1. What is the author's claim?".
 */
export function isTask(line: string): boolean {
  if (line.length > 240) return false
  const isItem = numbered.test(line)
  const text = line
    .replace(numbered, "")
    .replace(/^(?:task|question|discussion|activity)\s*\d*\s*[:.–-]\s*/i, "")
  if (schoolVerbs.test(text)) return isItem || isShort(text)
  if (otherVerbs.test(text) && toReader.test(text)) return isItem || isShort(text)
  if (/^(?:your|my) (?:own )?(?:opinion|view|task|turn)\b/i.test(text)) return true
  if (toReader.test(text) && !endsSentence(text)) return isShort(text)
  return isItem && text.endsWith("?")
}

const isShort = (text: string): boolean => text.split(" ").length <= 30

/** "Questions", "For discussion:", "Tasks": a label over tasks. */
export const isTasksHeading = (line: string): boolean =>
  /^(?:(?:discussion|comprehension|review|follow-up|study) )?(?:questions|tasks?|activities|exercises?)(?: for (?:discussion|you))?:?$|^(?:for|to) discuss(?:ion)?:?$/i.test(
    line,
  )
