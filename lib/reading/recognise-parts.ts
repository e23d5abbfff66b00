import { isTask, isTasksHeading } from "@/lib/reading/recognise-task"
import { endsSentence } from "@/lib/reading/sentence-ends"

export type RecognisedParts = {
  title: string | null
  author: string | null
  /** As it stood in the text: "7 March 2022". */
  publishedOn: string | null
  paragraphs: string[]
  /** Closing lines that ask the reader to do something, in order. */
  tasks: string[]
}

/**
 * Tells headline, byline, date line and closing tasks from the prose between them. All of it is shown to the teacher for
 * correction, so a doubtful line stays prose. `knownTitle` comes from a format that marks its title.
 */
export function recogniseParts(blocks: readonly string[], knownTitle: string | null = null): RecognisedParts {
  const rest = [...blocks]
  const isTitled = knownTitle === null && rest.length > 1 && isHeadline(rest[0] ?? "")
  const title = isTitled ? (rest.shift() ?? null) : knownTitle
  const { author, publishedOn } = takeCredits(rest, title !== null)
  const tasks = takeTasks(rest)
  return { title, author, publishedOn, paragraphs: rest, tasks }
}

/** Short and without a full stop; a headline may ask or exclaim. */
function isHeadline(line: string): boolean {
  return line.length <= 160 && !/[.;:,\u06d4\u3002]["\u201d\u2019)]*$/.test(line) && !isTask(line)
}

type Credits = { author: string | null; publishedOn: string | null }

/** Up to three lines after the headline may say who wrote it and when. */
function takeCredits(rest: string[], hasTitle: boolean): Credits {
  const credits: Credits = { author: null, publishedOn: null }
  for (let taken = 0; taken < 3 && rest.length > 1; taken++) {
    const line = rest[0] ?? ""
    const date = dateLine(line)
    const author = credits.author ? null : bylineAuthor(line, hasTitle)
    if (!date && !author) break
    credits.author ??= author
    if (date) credits.publishedOn ??= date
    rest.shift()
  }
  return credits
}

const byWord = /^(?:written by|by|von|par|por|di|door|تحریر|از|作者)\s*[:：]?\s+(.+)$/iu

/** The author a byline names, or null. Without "by", only a bare name right under a headline counts. */
export function bylineAuthor(line: string, underHeadline: boolean): string | null {
  if (line.length > 120 || endsSentence(line.replace(/\.$/, "x"))) return null
  const named = byWord.exec(line)?.[1]
  const name =
    (named ?? line)
      .split(/\s+[|•·]\s+|,\s+/)[0]
      ?.replace(/\.$/, "")
      .trim() ?? ""
  if (named) return isName(name, 6) ? name : null
  return underHeadline && name === line && isName(name, 4) ? name : null
}

/** Two to `most` words that begin with capitals (or have none, in scripts without them), letters only. */
function isName(text: string, most: number): boolean {
  const words = text.split(" ")
  if (words.length > most || text.length < 2) return false
  const particles = /^(?:and|de|la|van|von|der|den|bin|ibn|al|el|da|dos|du|y|e|und|et)$/
  const looksRight = words.every(
    (word) => particles.test(word) || /^[\p{Lu}\p{Lo}\p{Lt}][\p{L}\p{M}.'’-]*$/u.test(word),
  )
  return looksRight && (words.length > 1 || /^\p{Lo}/u.test(text))
}

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
const date = new RegExp(
  `^(?:published|updated|posted)?(?: on)?:? ?((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:${months})\\.?,? \\d{4}|(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}))\\.?$`,
  "i",
)

const dateLine = (line: string): string | null => (line.length > 60 ? null : (date.exec(line)?.[1] ?? null))

/** Takes tasks off the end, the last first; a heading above them ("Discussion questions") goes with them. */
function takeTasks(rest: string[]): string[] {
  const tasks: string[] = []
  while (rest.length > 1 && isTask(rest.at(-1) ?? "")) tasks.unshift(rest.pop() ?? "")
  if (tasks.length > 0 && rest.length > 1 && isTasksHeading(rest.at(-1) ?? "")) rest.pop()
  return tasks
}
