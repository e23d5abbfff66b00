import { describe, expect, it } from "vitest"
import { decodeHtml } from "./decode-html"

const bytesOf = (text: string): Uint8Array => Uint8Array.from([...text].map((one) => one.charCodeAt(0)))

describe("the letters of a saved page", () => {
  it.each([
    [
      "declared in a meta tag",
      '<meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2',
      "Привет",
      "windows-1251",
    ],
    [
      "declared the old way",
      '<meta http-equiv="content-type" content="text/html; charset=shift_jis"><p>\x93\xfa\x96{',
      "日本",
      "shift_jis",
    ],
    ["declared wrongly as UTF-8", '<meta charset="utf-8"><p>caf\xe9 d\xe9j\xe0', "café déjà", "windows-1252"],
    ["declared as something unknown", '<meta charset="klingon"><p>caf\xc3\xa9', "café", "utf-8"],
    [
      "marked as UTF-8, whatever is declared",
      '\xef\xbb\xbf<meta charset="koi8-r"><p>caf\xc3\xa9',
      "café",
      "utf-8",
    ],
  ])("%s", (_, page, words, encoding) => {
    const decoded = decodeHtml(bytesOf(page))
    expect(decoded.ok && decoded.value.text.endsWith(words) && decoded.value.encoding).toBe(encoding)
  })

  it("are not those of a picture", () => {
    const decoded = decodeHtml(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]))
    expect(!decoded.ok && decoded.refusal.code).toBe("reading.otherFormat")
  })
})
