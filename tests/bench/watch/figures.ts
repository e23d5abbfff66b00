import { readFileSync } from "node:fs"
import path from "node:path"
import { gunzipSync } from "node:zlib"
import { findWatched } from "@/lib/discussion/moderation/find-watched"
import { makeWatchList } from "@/lib/discussion/moderation/watch-list"
import { makeVariants, seeded, type Variant } from "./variants"

export const WORDS = [
  "stupid",
  "idiot",
  "loser",
  "fool",
  "dummy",
  "moron",
  "jerk",
  "weirdo",
  "creep",
  "clown",
  "coward",
  "liar",
  "lazy",
  "ugly",
  "pathetic",
  "nerd",
  "dork",
  "twit",
  "shut up",
  "get lost",
]

const list = makeWatchList(WORDS.map((word) => ({ word, note: "" })))

export type Caught = { all: number; caught: number; missed: Variant[] }

/** How many of the disguised words are found, each in a sentence. */
export function catchVariants(count: number, seed: number): Caught {
  const variants = makeVariants(WORDS, count, seeded(seed))
  const isCaught = ({ text, word }: Variant) =>
    findWatched(`I say that you are ${text} and so on.`, list).some((found) => found.word.word === word)
  const missed = variants.filter((variant) => !isCaught(variant))
  return { all: count, caught: count - missed.length, missed }
}

export type Flagged = { words: number; sentences: number; rightly: number; wrongly: string[] }

const letters = (text: string) => text.toLowerCase().replace(/\s+/gu, " ")

/** What is flagged in text by people who did not mean to disguise anything. Wrongly: it does not say the word. */
export function flagCorpus(text: string): Flagged {
  const sentences = text.split(/(?<=[.!?])\s+|\n\s*\n/u).filter((sentence) => sentence.trim() !== "")
  const found = sentences.flatMap((sentence) => findWatched(sentence, list))
  const wrongly = found.filter(({ word, passage }) => letters(passage) !== word.word)
  return {
    words: text.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0,
    sentences: sentences.length,
    rightly: found.length - wrongly.length,
    wrongly: wrongly.map(({ passage }) => passage),
  }
}

/** An excerpt of the Jargon File: 400 kB of plain, playful English, full of code and odd spellings. */
export function corpus(): string {
  const file = path.join(import.meta.dirname, "../../fixtures/jargon/excerpt.txt.gz")
  return gunzipSync(readFileSync(file)).toString("utf8")
}

/** How long a processor works on a megabyte of that, in milliseconds: the best of five. */
export function megabyteMilliseconds(): number {
  const text = corpus().repeat(3).slice(0, 1_000_000)
  const times = [0, 1, 2, 3, 4].map(() => {
    const start = process.cpuUsage()
    findWatched(text, list)
    return process.cpuUsage(start).user / 1_000
  })
  return Math.min(...times)
}
