import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import type { Decision } from "@/lib/access/refusal"
import type { ReadingDraft } from "@/lib/reading/draft-reading"
import { draftFromFile } from "@/lib/reading/server/draft-from-file"

const folder = path.join(import.meta.dirname, "../../../tests/fixtures/docx")
const files = readdirSync(folder).filter((name) => name.endsWith(".docx"))
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, name)))

const outcomeOf = (draft: Decision<ReadingDraft>) =>
  draft.ok
    ? { paragraphs: draft.value.paragraphs, codes: draft.value.warnings.map(({ code }) => code) }
    : draft.refusal.code

describe("Word files as they are", () => {
  it.each([
    ["comments.docx", ["Ouch."], ["commentsDropped", "noTitle"]],
    ["embedded-style-map.docx", ["Walking on imported air"], ["noTitle", "noSentenceEnd"]],
    ["footnotes.docx", ["Ouch."], ["notesDropped", "noTitle"]],
    ["simple-list.docx", ["Apple", "Banana"], ["noTitle", "noSentenceEnd"]],
    ["strikethrough.docx", ["Today's Special: Salmon Sold out"], ["struckKept", "noTitle", "noSentenceEnd"]],
    ["tables.docx", ["Above", "Below"], ["tablesDropped", "noTitle", "noSentenceEnd"]],
    ["utf8-bom.docx", ["This XML has a byte order mark."], ["noTitle"]],
  ])("%s", async (name, paragraphs, codes) => {
    expect(outcomeOf(await draftFromFile(bytesOf(name), "docx"))).toEqual({ paragraphs, codes })
  })

  it("says what a note and a table said", async () => {
    const notes = await draftFromFile(bytesOf("footnotes.docx"), "docx")
    expect(notes.ok && notes.value.warnings[0]?.params.words).toContain("A tachyon walks into a bar.")
    const tables = await draftFromFile(bytesOf("tables.docx"), "docx")
    expect(tables.ok && tables.value.warnings[0]?.params.words).toContain("Bottom right")
  })

  it("with nothing but a picture that lies elsewhere: never looked for, and said", async () => {
    expect(outcomeOf(await draftFromFile(bytesOf("external-picture.docx"), "docx"))).toBe(
      "reading.emptyDocument",
    )
  })

  it("cut anywhere: a reason, never a fault", async () => {
    for (const name of files) {
      const whole = bytesOf(name)
      for (const share of [0, 0.001, 0.1, 0.5, 0.9, 0.999]) {
        const cut = whole.slice(0, Math.floor(whole.length * share))
        const outcome = outcomeOf(await draftFromFile(cut, "docx"))
        expect(["reading.damaged", "reading.emptyFile", "reading.notWord"]).toContain(outcome)
      }
    }
  }, 60_000)
})

/** A Word file with other text in its body: `body` is what stands between the tags of its body. */
function wordFile(body: string, others: Record<string, string> = {}): Uint8Array {
  const parts = unzipSync(bytesOf("utf8-bom.docx"))
  const xml = strFromU8(parts["word/document.xml"] as Uint8Array)
  parts["word/document.xml"] = strToU8(xml.replace(/<w:body>[\s\S]*<\/w:body>/, `<w:body>${body}</w:body>`))
  for (const [name, text] of Object.entries(others)) parts[name] = strToU8(text)
  return zipSync(parts)
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

describe("Word files as teachers have them", () => {
  it("headline, byline, prose and task", async () => {
    const body = ["The river is sold", "By Noor Ahmadi", "It was ours. It is not.", "Express your opinion"]
    const draft = await draftFromFile(wordFile(body.map(paragraph).join("")), "docx")
    expect(draft.ok && draft.value).toMatchObject({
      title: "The river is sold",
      author: "Noor Ahmadi",
      paragraphs: ["It was ours. It is not."],
      tasks: ["Express your opinion"],
    })
  })

  it("with tracked changes, formulas and page heads: said", async () => {
    const body = `<w:p><w:ins w:id="1"><w:r><w:t>It was ours.</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>Gone.</w:delText></w:r></w:del><m:oMath></m:oMath></w:p>`
    const header = "<w:hdr><w:p><w:r><w:t>Page</w:t></w:r></w:p></w:hdr>"
    const draft = await draftFromFile(wordFile(body, { "word/header1.xml": header }), "docx")
    expect(outcomeOf(draft)).toEqual({
      paragraphs: ["It was ours."],
      codes: ["formulasDropped", "changesAccepted", "headersDropped", "noTitle"],
    })
  })

  it("with markup typed into them: it stays text", async () => {
    const draft = await draftFromFile(
      wordFile(paragraph("See &lt;script&gt;alert(1)&lt;/script&gt; here.")),
      "docx",
    )
    expect(draft.ok && draft.value.paragraphs).toEqual(["See <script>alert(1)</script> here."])
  })
})

describe("files that are something else", () => {
  it.each([
    ["docx", [0xd0, 0xcf, 0x11, 0xe0, 1, 2], "reading.oldWord"],
    ["docx", [0x25, 0x50, 0x44, 0x46, 0x2d], "reading.notWord"],
    ["docx", [], "reading.emptyFile"],
    ["html", [], "reading.emptyFile"],
    ["html", [0x50, 0x4b, 3, 4], "reading.otherFormat"],
    ["html", [0x3c, 0x70, 0x3e], "reading.emptyDocument"],
  ] as const)("%s of %j", async (format, bytes, code) => {
    expect(outcomeOf(await draftFromFile(Uint8Array.from(bytes), format))).toBe(code)
  })

  it("too large, with the size and the limit", async () => {
    const draft = await draftFromFile(new Uint8Array(21 * 1024 * 1024), "docx")
    expect(!draft.ok && draft.refusal).toMatchObject({
      kind: "too-large",
      params: { megabytes: 21, most: 20 },
    })
  })
})

describe("the worker", () => {
  it("ends when its time is up", async () => {
    const html = "<p>It takes a while. ".repeat(20_000)
    const outcome = await draftFromFile(strToU8(html), "html", { memoryMegabytes: 256, milliseconds: 1 })
    expect(!outcome.ok && outcome.refusal.code).toBe("reading.tooSlow")
  })

  it("ends when its memory is used up", async () => {
    const html = "<p>It takes <b>some</b> room. ".repeat(200_000)
    const outcome = await draftFromFile(strToU8(html), "html", {
      memoryMegabytes: 24,
      milliseconds: 60_000,
    })
    expect(!outcome.ok && outcome.refusal.code).toBe("reading.tooHeavy")
  })

  it("gives a page that is nothing but depth an answer", async () => {
    const html = `${"<div>".repeat(200_000)}<p>Deep down.</p>`
    const outcome = await draftFromFile(strToU8(html), "html", { memoryMegabytes: 256, milliseconds: 1500 })
    expect(outcome.ok || outcome.refusal.code.startsWith("reading.")).toBe(true)
  })
})
