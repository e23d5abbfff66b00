import { expect, it } from "vitest"
import { previewPost } from "./preview-post"

const sentences = [
  { sentenceId: "s1", paragraph: 1, ordinal: 1, quote: "One." },
  { sentenceId: "s2", paragraph: 1, ordinal: 2, quote: "Two." },
]
const made = { sentences, at: 5, name: "Blue Heron", seq: 2 }

it("shows what was typed as text, with the sentences cited", () => {
  const input = { move: "claim", side: "agree", body: "A <b>claim</b>.\n\nAnd more.", sentenceIds: ["s2"] }
  expect(previewPost(input, made)).toMatchObject({
    html: "<p>A &lt;b&gt;claim&lt;/b&gt;.</p><p>And more.</p>",
    side: "agree",
    citations: [sentences[1]],
    author: { name: "Blue Heron", isYou: true },
    seq: 2,
  })
})

it("takes a post without side or citation", () => {
  expect(previewPost({ move: "question", body: "Why?" }, made)).toMatchObject({ side: null, citations: [] })
})
