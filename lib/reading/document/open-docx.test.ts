import { strToU8, zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { RefusedDocument } from "./flat-document"
import { MOST_PARTS, MOST_UNPACKED, openDocx } from "./open-docx"

const document = "<w:document/>"
const zipped = (parts: Record<string, Uint8Array | string>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  )

function faultOf(bytes: Uint8Array): string | null {
  try {
    openDocx(bytes)
    return null
  } catch (error) {
    if (error instanceof RefusedDocument) return error.fault
    throw error
  }
}

describe("what is unpacked", () => {
  it("is the parts with text, and nothing beside them", () => {
    const parts = openDocx(
      zipped({
        "word/document.xml": document,
        "word/media/image1.png": "a picture",
        "word/vbaProject.bin": "a macro",
        "../outside.xml": "a way out",
        "docProps/core.xml": "<title/>",
      }),
    )
    expect([...parts.keys()]).toEqual(["word/document.xml", "docProps/core.xml"])
  })
})

describe("what is refused", () => {
  it("a bomb, by the size it declares", () => {
    expect(faultOf(zipped({ "word/document.xml": new Uint8Array(MOST_UNPACKED + 1) }))).toBe(
      "unpacksTooLarge",
    )
  })

  it("a bomb in pieces", () => {
    const half = new Uint8Array(MOST_UNPACKED / 2 + 1)
    expect(faultOf(zipped({ "word/document.xml": half, "word/styles.xml": half }))).toBe("unpacksTooLarge")
  })

  it("a bomb that lies about its size gets only the room it asked for", () => {
    const bytes = zipped({ "word/document.xml": new Uint8Array(5_000_000).fill(97) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 5_000_000) view.setUint32(at, 100, true)
    }
    expect(openDocx(bytes).get("word/document.xml")?.length ?? 0).toBeLessThanOrEqual(100)
  })

  it("a bomb of parts", () => {
    const parts = Object.fromEntries(
      Array.from({ length: MOST_PARTS + 1 }, (_, at) => [`word/${at}.xml`, "x"]),
    )
    expect(faultOf(zipped({ "word/document.xml": document, ...parts }))).toBe("tooManyParts")
  })

  it.each([
    ["no archive", strToU8("PK but no archive")],
    ["an archive of something else", zipped({ "content.xml": "<office/>" })],
  ])("%s", (_, bytes) => {
    expect(faultOf(bytes)).toBe("damaged")
  })

  it("entities of its own", () => {
    const bomb =
      '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]><w:document>&b;</w:document>'
    expect(faultOf(zipped({ "word/document.xml": bomb }))).toBe("entities")
    expect(faultOf(zipped({ "word/document.xml": document, "word/styles.xml": bomb }))).toBe("entities")
  })
})
