import { endsSentence } from "@/lib/reading/sentence-ends"

/** An element's name in lower case, whichever tree it comes from. */
export const nameOf = (element: Element): string => element.localName.toLowerCase()

/** All text in an element as one line; between blocks a space. */
export const plain = (element: Element): string => [...textsOf(element)].join("").replace(/\s+/g, " ").trim()

const CELLS = new Set(["td", "th", "tr", "p", "div", "li", "br"])

function* textsOf(node: Node): Generator<string> {
  if (node.nodeType === 3) yield node.textContent ?? ""
  for (const child of node.childNodes) yield* textsOf(child)
  if (node.nodeType === 1 && CELLS.has(nameOf(node as Element))) yield " "
}

/** From so many words on, a cell that ends like a sentence is prose, and its table only a layout. */
const PROSE_WORDS = 20

/** Whether a table holds data; a worksheet that sets its whole text in a table is kept as text. */
export function isDataTable(table: Element): boolean {
  return ![...table.querySelectorAll("td, th")].some((cell) => {
    const text = plain(cell)
    return text.split(" ").length >= PROSE_WORDS && endsSentence(text)
  })
}
