/** The address a page says it has, if it is one a browser may be sent to: its canonical link, or the mark of "save as". */
export function addressOfPage(document: Document, html: string): string | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href")
  const shared = document.querySelector('meta[property="og:url"]')?.getAttribute("content")
  const saved = /<!-- saved from url=\(\d{1,5}\)(\S{1,2000}) -->/.exec(html.slice(0, 4000))?.[1]
  return [canonical, shared, saved].map(webAddress).find((address) => address !== null) ?? null
}

function webAddress(text: string | null | undefined): string | null {
  const address = text?.trim() ?? ""
  return address.length <= 2000 && /^https?:\/\/[^\s]+$/i.test(address) ? address : null
}

/** A page's byline without its "By", on one line; nothing that is longer than names are. */
export function authorOf(byline: string | null): string | null {
  const line = byline?.replace(/\s+/g, " ").trim() ?? ""
  const name = line.replace(/^(?:written )?by:?\s+/i, "").trim()
  return name !== "" && name.length <= 120 && !/^https?:/i.test(name) ? name : null
}

/** "2022-03-07T10:00:00Z" is the day it names; anything else stays as the page has it. */
export function dateOf(published: string | null): string | null {
  const text = published?.trim() ?? ""
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  return day ?? (text !== "" && text.length <= 60 ? text : null)
}
