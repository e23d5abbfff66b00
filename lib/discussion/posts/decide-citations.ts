import { allow, type Decision, refuse } from "@/lib/access/refusal"
import type { SourceView } from "@/lib/discussion/thread/thread-view"
import { cleanText, countVisible } from "./visible-text"

/** Sentences, posts and sources together. */
export const MAX_CITATIONS = 5

/** The longest a part of a source may be, in characters. */
export const SOURCE_MOST = { title: 200, address: 2000, publisher: 120, published: 40 } as const

/** What a post wants to lean on: sentences of the text, posts of its thread, sources outside. */
export type CitedDraft = { citedCount: number; citedPostCount: number; sources: readonly SourceView[] }

/** How many of the cited sentences stand in the text, and of the cited posts in the thread, where the writer can read them. */
export type CitedFacts = { citedFound: number; citedPostsFound: number }

/** May a post lean on these? Resolves to its sources as they will be kept. */
export function decideCitations(facts: CitedFacts, draft: CitedDraft): Decision<SourceView[]> {
  const { citedCount, citedPostCount, sources } = draft
  if (citedCount + citedPostCount + sources.length > MAX_CITATIONS)
    return refuse("invalid", "discussion.tooManyCitations", { params: { max: MAX_CITATIONS } })
  if (facts.citedFound !== citedCount) return refuse("invalid", "discussion.sentenceNotInText")
  if (facts.citedPostsFound !== citedPostCount) return refuse("conflict", "discussion.citedPostGone")
  const kept: SourceView[] = []
  for (const [at, source] of sources.entries()) {
    const one = decideSource(source, `sources.${at}.`)
    if (!one.ok) return one
    kept.push(one.value)
  }
  return allow(kept)
}

const TOO_LONG = {
  title: "discussion.sourceTitleTooLong",
  address: "discussion.sourceAddressTooLong",
  publisher: "discussion.sourcePublisherTooLong",
  published: "discussion.sourcePublishedTooLong",
} as const

/** May this source be cited? `path` is put before the field that a refusal names. */
export function decideSource(source: SourceView, path = ""): Decision<SourceView> {
  const lined = (text: string) => cleanText(text).replace(/\s+/gu, " ")
  const { title, publisher, published } = source
  const kept = { title: lined(title), publisher: lined(publisher), published: lined(published) }
  if (countVisible(title) === 0)
    return refuse("invalid", "discussion.sourceTitleEmpty", { field: `${path}title` })
  const address = webAddress(source.address)
  if (!address) return refuse("invalid", "discussion.sourceAddress", { field: `${path}address` })
  const whole: SourceView = { ...kept, address }
  for (const part of ["title", "address", "publisher", "published"] as const) {
    const max = SOURCE_MOST[part]
    if ([...whole[part]].length > max)
      return refuse("invalid", TOO_LONG[part], { field: `${path}${part}`, params: { max } })
  }
  return allow(whole)
}

/**
 * An address of the web as it is kept, its host in the letters that machines use, so that no look-alike passes for another;
 * null for every other kind, and for one that carries a name and password.
 */
function webAddress(text: string): string | null {
  const url = parsed(cleanText(text))
  if (!url || !["http:", "https:"].includes(url.protocol)) return null
  if (url.username || url.password || !url.hostname.includes(".")) return null
  return url.href
}

function parsed(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** The host of a kept address, for a reader to see where a link leads. */
export const hostOf = (address: string): string => parsed(address)?.host.replace(/^www\./, "") ?? address
