import { describe, expect, it } from "vitest"
import { plainTextOf } from "./plain-text"

const html = (text: string) => plainTextOf({ format: "html", text })

describe("a text without its marks", () => {
  it("keeps words and where lines break, and nothing of a script", () => {
    expect(html("<p>Who <b>says</b> so?</p><p>And<br>when?</p><script>no</script>")).toBe(
      "Who says so?\n\nAnd\nwhen?",
    )
  })

  it("is the text as it stands where it is nothing but tags, which nobody could take", () => {
    const tags = "<div>".repeat(6_000)
    expect(html(tags)).toBe(tags)
  })
})
