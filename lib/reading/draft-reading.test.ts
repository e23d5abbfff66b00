import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { draftFromBytes, draftFromText, type ReadingDraft } from "./draft-reading"

/** Written for this test with the traits of real files: headline, byline, single line ends, wrong quotes, a task. */
const column = `A mayor who sells the river cannot complain about the drought

Noor Ahmadi

Mayor Lena Orts has changed her mind before, and her rivals call her “Weathervane Lena. ”
Yet her newest turn has surprised even those who marched with her in 2009. Back then the crowd shouted “the water is ours. “ Later Orts, wrote a letter to the U.N. office in Geneva, which I helped to type.
Has she forgotten the summer when the wells of the E.U. delegation ran dry? An $85 million pipeline was promised, and a man from the U.S. Army told us to “just drink [the] tea, like we do at home. ”

And how can she ignore the law in the name of “balance?” I wonder whether she has read it. My own view is that the river belongs to nobody.

Express your opinion`

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function drafted(decision: ReturnType<typeof draftFromText>): ReadingDraft {
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.value
}

const refusalOf = (decision: ReturnType<typeof draftFromText>) => (decision.ok ? null : decision.refusal)

describe("a column as real files are", () => {
  const draft = drafted(draftFromBytes(utf8(column), "txt"))

  it("finds headline, byline and task, and leaves the prose between them", () => {
    expect(draft.title).toBe("A mayor who sells the river cannot complain about the drought")
    expect(draft.author).toBe("Noor Ahmadi")
    expect(draft.tasks).toEqual(["Express your opinion"])
    expect(draft.paragraphs).toHaveLength(4)
    expect(draft.kind).toBe("opinion")
    expect(draft.language).toBe("en")
  })

  it("repairs quotes, lists each repair, and touches no word", () => {
    expect(draft.paragraphs[0]).toMatch(/“Weathervane Lena\.”$/)
    expect(draft.paragraphs[1]).toContain("“the water is ours.” Later Orts, wrote")
    expect(draft.paragraphs[2]).toMatch(/“just drink \[the\] tea, like we do at home\.”$/)
    expect(draft.repairs.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3])
  })
})

describe("files in other encodings", () => {
  const german = "Überschrift\n\nDas Café öffnet früh. Die Gäste kommen später."

  it("reads Windows-1252 and says so", () => {
    const bytes = Uint8Array.from([...german].map((character) => character.charCodeAt(0)))
    const draft = drafted(draftFromBytes(bytes, "txt"))
    expect(draft.paragraphs).toEqual(["Das Café öffnet früh. Die Gäste kommen später."])
    expect(draft.warnings.map(({ code }) => code)).toContain("encodingGuessed")
  })

  it.each([
    ["a byte order mark", (text: string) => utf8(`\ufeff${text}`)],
    ["UTF-16 with a mark", (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"))],
    ["UTF-16 without one", (text: string) => new Uint8Array(Buffer.from(text, "utf16le"))],
    ["big-endian UTF-16", (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16())],
  ])("reads %s", (_, encode) => {
    expect(drafted(draftFromBytes(encode(german), "txt")).title).toBe("Überschrift")
  })
})

describe("what is refused, and how", () => {
  it.each([
    ["no bytes", new Uint8Array(0), "reading.emptyFile"],
    ["blanks only", utf8(" \n\ufeff \n"), "reading.emptyText"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "reading.otherFormat"],
    [
      "bytes that are no text",
      Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 256),
      "reading.binary",
    ],
    ["words without a sentence", utf8("milk\neggs\nbread"), "reading.noSentence"],
    ["a headline alone", utf8("Nothing follows this"), "reading.noSentence"],
  ])("%s", (_, bytes, code) => {
    expect(refusalOf(draftFromBytes(bytes, "txt"))?.code).toBe(code)
  })

  it("5 MB, with the size and the limit", () => {
    const refusal = refusalOf(draftFromBytes(new Uint8Array(5 * 1024 * 1024).fill(97), "txt"))
    expect(refusal).toMatchObject({ kind: "too-large", params: { megabytes: 5, most: 2 } })
    expect(refusalOf(draftFromText("a. ".repeat(2_000_000), "txt"))?.kind).toBe("too-large")
  })
})

describe("markup", () => {
  const hostile = "Title\n\nSafe text. <script>alert(1)</script> <img src=x onerror=alert(2)> More text."

  it("is plain text in a text file, with a warning", () => {
    const draft = drafted(draftFromText(hostile, "txt"))
    expect(draft.paragraphs[0]).toContain("<script>alert(1)</script>")
    expect(draft.warnings.map(({ code }) => code)).toContain("htmlShown")
  })

  it("is dropped from Markdown, scripts with their content, with a warning", () => {
    const draft = drafted(draftFromText(hostile, "md"))
    expect(draft.paragraphs.join(" ")).toBe("Title Safe text. More text.".replace("Title ", ""))
    expect(draft.warnings).toContainEqual({ code: "htmlDropped", params: { count: 2 } })
  })
})

describe("laws", () => {
  it("never throws, and takes no more than words allow", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.constantFrom("txt", "md"),
        (text, format) => {
          const draft = draftFromText(text, format as "txt" | "md")
          if (draft.ok)
            expect(draft.value.paragraphs.every((paragraph) => paragraph.trim() !== "")).toBe(true)
        },
      ),
    )
  })

  it("gives any bytes a draft or a reason", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const draft = draftFromBytes(bytes, "txt")
        expect(draft.ok || draft.refusal.code.startsWith("reading.")).toBe(true)
      }),
    )
  })

  it.each(["a\n", "Hello there. ", "“ ", "*a ", "[a](", "<!--", "![", "&#"])(
    "takes 300 kB of %j without a stall",
    (piece) => {
      const text = piece.repeat(300_000 / piece.length)
      const started = performance.now()
      draftFromText(text, "md")
      draftFromText(text, "txt")
      expect(performance.now() - started).toBeLessThan(4000)
    },
  )
})
