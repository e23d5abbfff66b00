import { describe, expect, it } from "vitest"
import { decodeTable, tableFormat } from "./decode-table"

const NAME = "Zoë Müller, Żaneta"

describe("the text of a class list", () => {
  it("is UTF-8 with or without its mark, or UTF-16 with one", () => {
    expect(decodeTable(Buffer.from(NAME))).toBe(NAME)
    expect(decodeTable(Buffer.from(`\ufeff${NAME}`))).toBe(NAME)
    expect(decodeTable(Buffer.from(`\ufeff${NAME}`, "utf16le"))).toBe(NAME)
    expect(decodeTable(Buffer.from(`\ufeff${NAME}`, "utf16le").swap16())).toBe(NAME)
  })

  it("is Latin-1 where it is not UTF-8", () => {
    expect(decodeTable(Buffer.from("Zoë Müller", "latin1"))).toBe("Zoë Müller")
  })

  it("is not there in a file that is no text", () => {
    expect(decodeTable(Uint8Array.of(1, 0, 2))).toBeNull()
  })
})

describe("the kind of a file", () => {
  it("is told by its first bytes", () => {
    expect(tableFormat(Buffer.from("PK\u0003\u0004rest"))).toBe("xlsx")
    expect(tableFormat(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toBe("xls")
    expect(tableFormat(Buffer.from("Name"))).toBe("text")
    expect(tableFormat(new Uint8Array())).toBe("text")
  })
})
