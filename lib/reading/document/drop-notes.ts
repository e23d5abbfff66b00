import { nameOf, plain } from "@/lib/reading/document/elements"

/** "1", "[12]", "(a)", "*", "†": what stands in a text for a note. */
const MARK = /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3}|note \d{1,3})[\])]?$/i
const NAMED = /(?:^|_)(?:ftn|fn|edn|footnote|endnote|cite[_-]note)(?!.*ref)/i
const LONGEST = 3000

/**
 * Takes footnotes and endnotes out of parsed HTML: the marks in the text, and the notes they lead to. Answers what the
 * notes said, in order. A note is only what a mark in the text links to.
 */
export function dropNotes(root: Element): string[] {
  const marks = [...root.querySelectorAll<Element>("a[href]")].filter(isMark)
  const targets = new Set(marks.map((mark) => addressOf(mark)))
  for (const mark of marks) (mark.closest("sup") ?? mark).remove()
  const notes = [...root.querySelectorAll<Element>("[id], a[name]")]
    .filter((one) => targets.has(one.getAttribute("id") ?? "") || targets.has(one.getAttribute("name") ?? ""))
    .map((one) => one.closest("li, dd, p") ?? one)
  return [...new Set(notes)].flatMap(take)
}

/** `#id` of the page itself; a saved page may have its own address before it. */
const addressOf = (link: Element): string => /#([^#]+)$/.exec(link.getAttribute("href") ?? "")?.[1] ?? ""

function isMark(link: Element): boolean {
  const address = addressOf(link)
  if (address === "" || !MARK.test(plain(link))) return false
  return link.closest("sup") !== null || link.querySelector("sup") !== null || NAMED.test(address)
}

function take(note: Element): string[] {
  if (nameOf(note) === "body" || (note.textContent ?? "").length > LONGEST) return []
  const text = plain(note)
    .replace(/[↑↩⏎^]\ufe0e?/g, "")
    .trim()
  note.remove()
  return text === "" ? [] : [text]
}
