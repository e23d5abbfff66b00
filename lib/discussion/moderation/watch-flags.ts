import type { SourceView } from "@/lib/discussion/thread/thread-view"
import { findWatched } from "./find-watched"
import { makeWatchList, type WatchedWord } from "./watch-list"

/** What staff are told of a watched word in a post: the word and its note as they stand in the list, and what was written. */
export type WatchFlag = { word: string; note: string; passage: string }

/** A passage is shown no longer than this, in characters. */
const MOST_SHOWN = 120

export type Written = { html: string; sources: readonly Pick<SourceView, "title" | "publisher">[] }

/**
 * The watched words in a post, by its HTML, which is what its readers see, whatever Markdown it was typed with, and in
 * what it calls its sources.
 */
export function watchFlags({ html, sources }: Written, words: readonly WatchedWord[]): WatchFlag[] {
  const called = sources.flatMap(({ title, publisher }) => [title, publisher])
  const found = findWatched([readableText(html), ...called].join("\n"), makeWatchList(words))
  return found.map(({ word, passage }) => ({ ...word, passage: shortened(passage) }))
}

const shortened = (passage: string): string => {
  const characters = [...passage]
  return characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN).join("")}…` : passage
}

/** Flags as three lists, as a statement takes them. */
export const flagColumns = (flags: readonly WatchFlag[]): [string[], string[], string[]] => [
  flags.map(({ word }) => word),
  flags.map(({ note }) => note),
  flags.map(({ passage }) => passage),
]

const INLINE_TAG = /<\/?(?:em|strong|a)(?: [^>]*)?>/g
const TAG = /<[^>]*>/g
const ENTITY = /&(?:#x([0-9a-f]{1,6})|(amp|lt|gt|quot));/gi
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' }

/** The text of a post's HTML as its readers see it. Emphasis and links part no word; paragraphs do. */
export function readableText(html: string): string {
  const text = html.replace(INLINE_TAG, "").replace(TAG, "\n")
  return text.replace(ENTITY, (_, code: string | undefined, name: string | undefined) =>
    code ? String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)) : (NAMED[name ?? ""] ?? ""),
  )
}
