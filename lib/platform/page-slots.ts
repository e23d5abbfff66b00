/**
 * A page that Next made for a stand-in, cut where the stand-in is named, and put together again with a person in its place. Three things
 * are put in: the person's name, their id, and the nonce of the reply's own policy. Pure.
 */

/** Words that nobody could have written: random, of letters, digits and hyphens, so that they stand the same in every kind of text. */
export type StandIn = {
  displayName: string
  userId: string
  nonce: string
  /** Stands for whatever else is somebody's own, such as the id of an enrolment. A page that shows it is nobody else's. */
  hidden: string
}

type Slot = "nonce" | "userId" | "nameInHtml" | "nameInData" | "nameBeginsData"

/** Text and slots in turns; text first and last. */
export type CutPage = { texts: string[]; slots: Slot[] }

export type Filling = { displayName: string; userId: string; nonce: string }

const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g
/** Where one piece of the data ends and the next begins: Next cuts it wherever its stream was cut. */
const SEAM = /"\]\)<\/script><script nonce="[^"]*">self\.__next_f\.push\(\[1,"/g

/** Null where the page cannot stand for others: it shows what is hidden, or a seam of its data cuts a name in two. */
export function cutPage(html: string, standIn: StandIn): CutPage | null {
  if (html.includes(standIn.hidden)) return null
  const words = new RegExp(`${standIn.displayName}|${standIn.userId}|${standIn.nonce}`, "g")
  const count = (text: string) => text.match(words)?.length ?? 0
  const seams = html.match(SEAM) ?? []
  if (count(html) !== count(html.replace(SEAM, "")) + count(seams.join(""))) return null
  const page: CutPage = { texts: [], slots: [] }
  const scripts = [...html.matchAll(SCRIPT)].map(({ index, 0: text }) => ({
    from: index,
    to: index + text.length,
  }))
  let at = 0
  for (const { 0: word, index } of html.matchAll(words)) {
    const isInScript = scripts.some(({ from, to }) => from <= index && index < to)
    page.texts.push(html.slice(at, index))
    page.slots.push(slotOf(word, { standIn, isInScript, before: html.slice(at, index) }))
    at = index + word.length
  }
  page.texts.push(html.slice(at))
  return page
}

type Place = { standIn: StandIn; isInScript: boolean; before: string }

function slotOf(word: string, { standIn, isInScript, before }: Place): Slot {
  if (word === standIn.nonce) return "nonce"
  if (word === standIn.userId) return "userId"
  if (!isInScript) return "nameInHtml"
  return before.endsWith('\\"') ? "nameBeginsData" : "nameInData"
}

/** The page for somebody: byte for byte what Next would have made for them. */
export function fillPage({ texts, slots }: CutPage, { displayName, userId, nonce }: Filling): string {
  const of: Record<Slot, string> = {
    nonce,
    userId,
    nameInHtml: inHtml(displayName),
    nameInData: inData(displayName),
    // React's data marks what is no plain text by a dollar at its beginning, and doubles one that is meant.
    nameBeginsData: inData(displayName.startsWith("$") ? `$${displayName}` : displayName),
  }
  return texts.map((text, index) => text + (slots[index] ? of[slots[index]] : "")).join("")
}

const ENTITIES: Record<string, string> = {
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#x27;",
  "<": "&lt;",
  ">": "&gt;",
}

/** As React writes texts and attributes. */
const inHtml = (text: string): string => text.replace(/["&'<>]/g, (sign) => ENTITIES[sign] ?? sign)

const UNSAFE: Record<string, string> = {
  "&": "\\u0026",
  "<": "\\u003c",
  ">": "\\u003e",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** As Next writes React's data into a script: JSON within a string of JSON, harmless to HTML. */
const inData = (text: string): string =>
  inJson(inJson(text)).replace(/[&<>\u2028\u2029]/g, (sign) => UNSAFE[sign] ?? sign)
