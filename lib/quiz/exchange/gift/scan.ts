/** Reading GIFT's marks where no backslash stands before them. All of it is linear in the text. */

/** Where `mark` stands unescaped at or after `from`; -1 where it does not. */
export function findMark(text: string, mark: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++
    else if (text.startsWith(mark, at)) return at
  }
  return -1
}

export const hasMark = (text: string, mark: string): boolean => findMark(text, mark) >= 0

/** The text before and after the first `mark`; null after where there is none. */
export function cutAt(text: string, mark: string): [before: string, after: string | null] {
  const at = findMark(text, mark)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + mark.length)]
}

export type MarkedPart = { mark: string; text: string; at: number }

/** The parts that each begin with one of the marks (of one letter each). What stands before the first is left out. */
export function splitAtMarks(text: string, marks: string): MarkedPart[] {
  const starts: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++
    else if (marks.includes(text[at] ?? "")) starts.push(at)
  }
  return starts.map((at, index) => ({
    mark: text[at] ?? "",
    text: text.slice(at + 1, starts[index + 1] ?? text.length),
    at,
  }))
}

/** Letters that a backslash makes ordinary. `\n` is a line break; any other backslash stands for itself. */
const ORDINARY = "~=#{}:\\"

export function unescapeGift(text: string): string {
  let plain = ""
  for (let at = 0; at < text.length; at++) {
    const next = text[at + 1] ?? ""
    if (text[at] !== "\\" || !(ORDINARY.includes(next) || next === "n") || next === "") plain += text[at]
    else {
      plain += next === "n" ? "\n" : next
      at++
    }
  }
  return plain
}

export const escapeGift = (text: string): string =>
  text.replace(/[~=#{}:\\]/g, (letter) => `\\${letter}`).replace(/\r\n|\r|\n/g, "\\n")
