import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decideCitations, decideSource, hostOf, MAX_CITATIONS, SOURCE_MOST } from "./decide-citations"

const source = { title: "A report", address: "https://example.org/report", publisher: "", published: "" }
const codeOf = (decision: ReturnType<typeof decideSource>) =>
  decision.ok ? decision.value.address : `${decision.refusal.code.slice(11)} ${decision.refusal.field}`

describe("decideSource", () => {
  it("keeps one line of each part, and the address as machines write it", () => {
    const typed = {
      ...source,
      title: " A\u200b report\n of  1999 ",
      address: " HTTPS://Example.org/a b#c ",
      published: "May 1999",
    }
    expect(decideSource(typed)).toEqual({
      ok: true,
      value: {
        title: "A report of 1999",
        address: "https://example.org/a%20b#c",
        publisher: "",
        published: "May 1999",
      },
    })
  })

  it.each([
    ["javascript:alert(1)"],
    ["JaVaScRiPt:alert(1)//https://example.org"],
    ["data:text/html,<script>1</script>"],
    ["//example.org/page"],
    ["/a/other/discuss"],
    ["mailto:somebody@example.org"],
    ["ftp://example.org/file"],
    ["https://name:word@example.org/"],
    ["https://localhost/"],
    ["an old newspaper"],
    [""],
  ])("refuses %s as an address", (address) => {
    expect(codeOf(decideSource({ ...source, address }))).toBe("sourceAddress address")
  })

  it("says which field is at fault, and where it stands", () => {
    expect(codeOf(decideSource({ ...source, title: "\u200b" }, "sources.1."))).toBe(
      "sourceTitleEmpty sources.1.title",
    )
    const long = (part: keyof typeof SOURCE_MOST) => "x".repeat(SOURCE_MOST[part] + 1)
    expect(codeOf(decideSource({ ...source, title: long("title") }))).toBe("sourceTitleTooLong title")
    expect(codeOf(decideSource({ ...source, publisher: long("publisher") }))).toBe(
      "sourcePublisherTooLong publisher",
    )
    expect(codeOf(decideSource({ ...source, published: long("published") }))).toBe(
      "sourcePublishedTooLong published",
    )
    const address = `https://example.org/${long("address")}`
    expect(codeOf(decideSource({ ...source, address }))).toBe("sourceAddressTooLong address")
  })

  it("writes a host of look-alike letters so that it cannot pass for another", () => {
    expect(codeOf(decideSource({ ...source, address: "https://\u0435xample.org/" }))).toBe(
      "https://xn--xample-2of.org/",
    )
    expect(hostOf("https://www.example.org/a")).toBe("example.org")
  })

  it("lets nothing but http and https through, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((end) => `javascript:${end}`),
        ),
        (address) => {
          const decision = decideSource({ ...source, address })
          expect(!decision.ok || /^https?:\/\//.test(decision.value.address)).toBe(true)
        },
      ),
    )
  })
})

describe("decideCitations", () => {
  const found = { citedFound: 1, citedPostsFound: 1 }
  const draft = { citedCount: 1, citedPostCount: 1, sources: [source] }
  const code = (facts: typeof found, asked: typeof draft) => {
    const decision = decideCitations(facts, asked)
    return decision.ok ? decision.value.length : decision.refusal.code
  }

  it("counts all kinds together", () => {
    expect(code(found, draft)).toBe(1)
    const sources = Array.from({ length: MAX_CITATIONS - 1 }, () => source)
    expect(code(found, { ...draft, sources })).toBe("discussion.tooManyCitations")
  })

  it("refuses what is not there", () => {
    expect(code({ ...found, citedFound: 0 }, draft)).toBe("discussion.sentenceNotInText")
    expect(code({ ...found, citedPostsFound: 0 }, draft)).toBe("discussion.citedPostGone")
    expect(code(found, { ...draft, sources: [source, { ...source, title: "" }] })).toBe(
      "discussion.sourceTitleEmpty",
    )
  })
})
