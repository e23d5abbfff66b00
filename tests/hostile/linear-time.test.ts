import { describe, expect, it } from "vitest"
import { recordTried, tries } from "@/tests/assurance/record"
import { type ImporterName, importers } from "./importers"

/** What makes an expression or a loop look twice at the same: repeated, it is a file. */
const MORSELS = [
  "a",
  " ",
  "\n",
  "\r",
  "\t",
  " \n",
  "\t\n a",
  "0",
  "1.",
  "1. a\n",
  ".",
  "a. ",
  "Dr. ",
  "“",
  "”",
  "'",
  '"',
  '""',
  '"\n',
  "«",
  "(",
  ")",
  "[",
  "[a](",
  "![",
  "]",
  "{",
  "{{",
  "}",
  "=a ~b ",
  "~",
  "\\",
  "\\{",
  "::",
  "::a",
  "#",
  "# a\n",
  "#a#",
  "->",
  "//",
  "// a\n",
  "$CATEGORY: a/b\n",
  "A. a\n",
  "A) a\nANSWER: A\n",
  "ANSWER: ",
  "<",
  ">",
  "<a",
  "<a ",
  "<p>",
  "<div><p>a. ",
  "</a>",
  "<!--",
  "<!-- ",
  "<![CDATA[",
  "<question ",
  "<question><text>",
  "&",
  "&a",
  "&amp;",
  "&#",
  "*",
  "**a",
  "_",
  "_a_ ",
  "`",
  "- ",
  "- a\n",
  "> ",
  "|",
  "|a|\n|-|\n",
  ",",
  ";",
  ",\n",
  "%",
  "%50%",
  "{1:MULTICHOICE:=a~b}",
  "{1:SHORTANSWER:",
  "@",
  "a@",
  "a@b.",
  "http://a",
  "-",
  "a-\n",
  "\u200b",
  "\u00ad",
  "é",
  "e\u0301",
  "۔",
  "河",
  "\ud83d\ude00",
] as const

const LARGE = tries(64 * 1024, 1024 * 1024)
const SMALL = LARGE / 8
/** Eight times the file may take eight times as long, and as much again for whatever else the machine does; a square would be 64. */
const MOST_GROWTH = 28
/** Less than this many milliseconds is too little to tell a growth from. */
const LEAST = 8

/** The processor's time and not the clock's: others use the machine as well. */
async function millisecondsOf(name: ImporterName, bytes: Uint8Array): Promise<number> {
  const started = process.cpuUsage()
  try {
    await importers[name](bytes)
  } catch (error) {
    // In service a stack too deep ends a worker, and is a refusal.
    if (!(error instanceof RangeError)) throw error
  }
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

const fileOf = (morsel: string, size: number): Uint8Array => {
  const bytes = new TextEncoder().encode(morsel)
  return new Uint8Array(Buffer.alloc(size - (size % bytes.length), bytes))
}

/** Null where it grows with the file; else both times. The best of some runs, because a pause looks like a growth. */
async function growsTooFast(name: ImporterName, morsel: string): Promise<string | null> {
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let run = 0; run < 3; run++) {
    small = Math.min(small, await millisecondsOf(name, fileOf(morsel, SMALL)))
    large = Math.min(large, await millisecondsOf(name, fileOf(morsel, LARGE)))
    if (large <= MOST_GROWTH * Math.max(small, LEAST)) return null
  }
  return `${JSON.stringify(morsel)}: ${small} ms, eight times as much ${large} ms`
}

/**
 * A workbook and a Word file are packages: what is in them is bounded by what they may unpack to. Web pages are read by libraries
 * of others, which are slow on elements nested thousands deep: the worker's time is what bounds them.
 */
const TEXTS = (Object.keys(importers) as ImporterName[]).filter(
  (name) => !["docx", "html", "roster-xlsx"].includes(name),
)

describe("time grows with the file and no faster", () => {
  it.each(TEXTS)(
    "%s",
    async (name) => {
      const found: string[] = []
      for (const morsel of MORSELS) {
        const grown = await growsTooFast(name, morsel)
        if (grown) found.push(grown)
      }
      recordTried({
        promise: "reading-takes-linear-time",
        tried: MORSELS.length,
        of: `files of ${LARGE / 1024} KB made to be slow`,
        lost: found.length,
      })
      expect(found).toEqual([])
    },
    tries(120_000, 900_000),
  )
})
