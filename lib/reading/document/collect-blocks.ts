import { dropNotes } from "@/lib/reading/document/drop-notes"
import { isDataTable, nameOf, plain } from "@/lib/reading/document/elements"
import type { DraftWarning } from "@/lib/reading/draft-reading"

export type CollectedBlocks = { paragraphs: string[]; title: string | null; warnings: DraftWarning[] }

/** Neither text nor picture: what these hold is never shown or is not the text's. */
const SILENT = new Set(
  "script style template noscript head title meta link base form input select textarea button option nav dialog".split(
    " ",
  ),
)
const PICTURES = new Set("img picture svg video audio canvas object embed iframe figure map".split(" "))
const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption footer h1 h2 h3 h4 h5 h6 " +
    "header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
)

type State = {
  paragraphs: string[]
  line: string[]
  title: string | null
  pictures: number
  formulas: number
  struck: number
  tables: string[]
}

const TEXT = 3
const ELEMENT = 1

/**
 * The paragraphs of parsed HTML as plain text, one per block, heading or list item. A first-level heading before all text
 * is the title. Tables of data, pictures, formulas and notes are left out, and each is said in a warning.
 */
export function collectBlocks(root: Element): CollectedBlocks {
  const notes = dropNotes(root)
  const state: State = {
    paragraphs: [],
    line: [],
    title: null,
    pictures: 0,
    formulas: 0,
    struck: 0,
    tables: [],
  }
  visit(state, root)
  endBlock(state)
  return { paragraphs: state.paragraphs, title: state.title, warnings: warningsOf(state, notes) }
}

function visit(state: State, node: Node): void {
  if (node.nodeType === TEXT) state.line.push((node.textContent ?? "").replace(/\s+/g, " "))
  if (node.nodeType === ELEMENT) visitElement(state, node as Element)
}

function visitElement(state: State, element: Element): void {
  const name = nameOf(element)
  if (SILENT.has(name) || isHidden(element)) return
  if (PICTURES.has(name)) takePicture(state, element)
  else if (name === "br") state.line.push("\n")
  else if (name === "math") state.formulas++
  else if (name === "table" && isDataTable(element)) state.tables.push(plain(element))
  else if (BLOCKS.has(name)) visitBlock(state, element, name)
  else {
    if (name === "s" || name === "strike" || name === "del") state.struck++
    visitChildren(state, element)
  }
}

function visitChildren(state: State, element: Element): void {
  for (const child of element.childNodes) visit(state, child)
}

function visitBlock(state: State, element: Element, name: string): void {
  endBlock(state)
  if (name === "h1" && state.title === null && state.paragraphs.length === 0) {
    state.title = plain(element) || null
    return
  }
  if (name === "li") state.line.push(numberOf(element))
  if (name === "pre") state.line.push(element.textContent ?? "")
  else visitChildren(state, element)
  endBlock(state)
}

/** A figure with prose in it is somebody's layout, not a picture. */
function takePicture(state: State, element: Element): void {
  const isPicture =
    nameOf(element) !== "figure" || element.querySelector("img, svg, video, audio, iframe, canvas")
  if (isPicture) state.pictures++
  else visitBlock(state, element, "div")
}

/** "3. " for the third item of an ordered list, as it stood before the reader. */
function numberOf(item: Element): string {
  const list = item.parentElement
  if (!list || nameOf(list) !== "ol") return ""
  const items = [...list.children].filter((one) => nameOf(one) === "li")
  const first = Number.parseInt(list.getAttribute("start") ?? "1", 10) || 1
  return `${first + items.indexOf(item)}. `
}

const isHidden = (element: Element): boolean =>
  element.hasAttribute("hidden") ||
  element.getAttribute("aria-hidden") === "true" ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute("style") ?? "")

/** Two line breaks in a row part paragraphs, as web pages often have it; a single one is a space. */
function endBlock(state: State): void {
  for (const part of state.line.join("").split(/\n[^\S\n]*\n/)) {
    const text = part.replace(/\s+/g, " ").trim()
    if (text !== "" && !/^\d+\.$/.test(text)) state.paragraphs.push(text)
  }
  state.line = []
}

const MOST_SHOWN = 600

function warningsOf(state: State, notes: string[]): DraftWarning[] {
  const warnings: DraftWarning[] = []
  const { tables, pictures, formulas, struck } = state
  if (tables.length > 0) warnings.push({ code: "tablesDropped", params: listed(tables) })
  if (notes.length > 0) warnings.push({ code: "notesDropped", params: listed(notes) })
  if (pictures > 0) warnings.push({ code: "imagesDropped", params: { count: pictures } })
  if (formulas > 0) warnings.push({ code: "formulasDropped", params: { count: formulas } })
  if (struck > 0) warnings.push({ code: "struckKept", params: { count: struck } })
  return warnings
}

/** How many, and what they say, so that nothing is lost unseen. */
function listed(texts: string[]): { count: number; words: string } {
  const words = texts.join(" | ")
  return { count: texts.length, words: words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN)}…` : words }
}
