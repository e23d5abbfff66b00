import { describe, expect, it } from "vitest"
import { attachEvidence } from "@/lib/lesson/attach-evidence"
import { authorItem } from "@/lib/lesson/content/author-item"
import { makeAnswers, temptations } from "@/lib/lesson/content/demonstration-answers"
import { demonstrationStudents } from "@/lib/lesson/content/demonstration-class"
import { longAnswers } from "@/lib/lesson/content/demonstration-long-answers"
import { demonstrationNotes } from "@/lib/lesson/content/demonstration-notes"
import { demonstrationPosts } from "@/lib/lesson/content/demonstration-posts"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { lessonContent } from "@/lib/lesson/content/lesson-content"
import { responseOf } from "@/lib/lesson/content/made-answer"
import { seededRandom } from "@/lib/lesson/content/seeded-random"
import { itemProblems } from "@/lib/quiz/authored-item"
import { checkFairness } from "@/lib/quiz/fairness/check-fairness"
import { itemTypeNames, itemTypeOf } from "@/lib/quiz/item-types"
import { isQuestion } from "@/lib/quiz/question"
import { splitSentences } from "@/lib/reading/split-sentences"

const { reading, items, glossary, prompts } = fakeNeutrality
// Ids such as an import would give: the quiz asks for UUIDs.
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`
const sentences = splitSentences(reading.paragraphs, reading.language).map((one, at) => ({
  id: uuid(at),
  ...one,
}))
const attaches = (quote: string) => attachEvidence([quote], sentences)?.sentenceIds.length === 1

describe("the lesson “Fake neutrality?”", () => {
  it("has the shape of a lesson", () => {
    expect(lessonContent.parse(fakeNeutrality)).toEqual(fakeNeutrality)
  })

  it("gives no answer away by the length of an option, by where the right one stands, or by repeating one", () => {
    let made = 0
    const proof = { quotes: [], sentenceIds: [] }
    const placed = items.map((item, at) => ({
      position: at + 1,
      item: authorItem(item, { newOptionId: () => uuid(++made), proof }),
    }))
    const told = checkFairness(placed, "en").findings.map(({ code }) => code)
    for (const code of ["longestOften", "longestKey", "keyPosition", "sameOptions", "keyedOpinion"] as const)
      expect(told).not.toContain(code)
  })

  it("is a briefing of 600 to 900 words that says whose opinion it reports", () => {
    const words = reading.paragraphs.join(" ").split(/\s+/).length
    expect(words).toBeGreaterThanOrEqual(600)
    expect(words).toBeLessThanOrEqual(900)
    expect(reading.kind).toBe("opinion")
    expect(`${reading.source} ${reading.deck}`).toMatch(/Hamid Mir.*2022/)
  })

  it.each([
    "“U-turn Khan”",
    "demonstration in Islamabad",
    "an editorial",
    "first foreign leader to meet Putin",
    "Akhmad Kadyrov",
    "Ramzan",
    "“butcher of Chechnya”",
    "biggest arms supplier",
    "Jammu and Kashmir",
    "2019",
    "Crimea",
    "$85 million",
    "T-80UD",
    "35 countries",
    "23 E.U. countries",
    "trade with Europe and the United States",
    "no-confidence motion",
    "“balanced and sovereign foreign policy”",
    "major non-NATO ally",
    "“fake neutrality”",
  ])("tells of %s", (fact) => {
    expect(reading.paragraphs.join(" ")).toContain(fact)
  })

  it("has enough of everything", () => {
    expect(items.length).toBeGreaterThanOrEqual(15)
    expect(new Set(items.map((item) => item.type))).toEqual(
      new Set(itemTypeNames.filter((type) => isQuestion({ type }))),
    )
    expect(new Set(items.map((item) => item.level)).size).toBe(3)
    expect(new Set(items.flatMap((item) => item.skills))).toEqual(new Set(["RI.1", "RI.4", "RI.6", "RI.8"]))
    expect(prompts).toHaveLength(4)
    expect(glossary.length).toBeGreaterThanOrEqual(12)
  })

  it("anchors every quote in exactly one sentence", () => {
    expect(items.flatMap((item) => item.evidence).filter((quote) => !attaches(quote))).toEqual([])
  })

  it("has background notes, each beside a sentence that is there", () => {
    const quotes = (fakeNeutrality.background ?? []).flatMap((note) => note.quotes)
    expect(quotes.length).toBeGreaterThanOrEqual(5)
    expect(quotes.filter((quote) => !attaches(quote))).toEqual([])
  })

  it("gives feedback on every option of a keyed item, and no key to a view", () => {
    for (const item of items) {
      if ("options" in item)
        expect(item.options.every((option) => (item.level === "my_view") !== Boolean(option.feedback))).toBe(
          true,
        )
      // A teacher says it in person.
      else if (item.type !== "long") expect(item.feedback).toBeDefined()
      expect(Boolean(item.explanation)).toBe(item.level !== "my_view")
    }
  })

  it("makes items that an author has nothing to mend about", () => {
    const ids = new Set(sentences.map((sentence) => sentence.id))
    let made = 1000
    const newOptionId = () => uuid(++made)
    for (const item of items) {
      const proof = attachEvidence(item.evidence, sentences) ?? { quotes: [], sentenceIds: [] }
      expect([item.slug, itemProblems(authorItem(item, { newOptionId, proof }), ids)]).toEqual([
        item.slug,
        [],
      ])
    }
  })

  it("explains words that stand in the text", () => {
    const text = reading.paragraphs.join(" ").toLowerCase()
    const unused = glossary.filter(({ forms }) => !forms.some((form) => text.includes(form.toLowerCase())))
    expect(unused.map(({ term }) => term)).toEqual([])
  })
})

describe("the demonstration class", () => {
  const names = new Set(demonstrationStudents.map((student) => student.userName))

  it("cites, notes and mistakes sentences that are there", () => {
    const quotes = [
      ...demonstrationPosts.flatMap((post) => post.cites ?? []),
      ...demonstrationNotes.map((note) => note.on),
      ...Object.values(temptations).flatMap((temptation) => temptation.nearMisses ?? []),
      ...longAnswers.flatMap((answer) => answer.phrases),
    ]
    expect(quotes.filter((quote) => !attaches(quote))).toEqual([])
  })

  it("answers every item in the shape its type takes, right where care is whole and wrong where there is none", () => {
    const ids = new Set(sentences.map((sentence) => sentence.id))
    let made = 2000
    const newOptionId = () => uuid(++made)
    const attach = (phrases: string[]) => attachEvidence(phrases, sentences)?.sentenceIds ?? []
    const shareOf = (care: number, seed: string) =>
      makeAnswers(items, care, seededRandom(seed)).map((answer, at) => {
        const item = items[at] as (typeof items)[number]
        const proof = attachEvidence(item.evidence, sentences) ?? { quotes: [], sentenceIds: [] }
        const { content, key } = authorItem(item, { newOptionId, proof })
        const value = responseOf(answer, content, attach)
        const type = itemTypeOf(item.type)
        expect([item.slug, type.check(content, value, ids)]).toEqual([item.slug, "answered"])
        const score = key && item.type !== "long" ? type.score(key, value, content) : null
        return score?.state === "scored" ? score.share.numerator / score.share.denominator : null
      })
    const total = (shares: (number | null)[]) => shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)
    const careful = shareOf(1, "careful").filter((share) => share !== null)
    expect(careful.filter((share) => share < 1).length).toBeLessThanOrEqual(2)
    expect(total(shareOf(0, "careless"))).toBeLessThan(total(careful) / 2)
  })

  it("takes no proof for a near miss", () => {
    const proofOf = (slug: string) =>
      attachEvidence(items.find((item) => item.slug === slug)?.evidence ?? [], sentences)?.sentenceIds ?? []
    for (const [slug, { nearMisses }] of Object.entries(temptations)) {
      const missed = (nearMisses ?? []).flatMap(
        (quote) => attachEvidence([quote], sentences)?.sentenceIds ?? [],
      )
      expect([slug, missed.filter((id) => proofOf(slug).includes(id))]).toEqual([slug, []])
    }
  })

  it("answers only what is there, and writes of its own before answering others", () => {
    const written = new Map<string, number>()
    const opened = new Set<string>()
    for (const post of demonstrationPosts) {
      expect(names).toContain(post.by)
      const thread = `${post.by} ${post.prompt}`
      if (post.answers) {
        expect(written.get(post.answers)).toBe(post.prompt)
        expect([post.key, opened.has(thread)]).toEqual([post.key, true])
      } else opened.add(thread)
      written.set(post.key, post.prompt)
    }
    expect(written.size).toBe(demonstrationPosts.length)
  })

  it("puts both sides at about the same length", () => {
    const { packets } = fakeNeutrality
    const words = [packets?.for, packets?.against].map((side) => side?.join(" ").split(/\s+/).length ?? 0)
    for (const count of words) expect(count).toBeGreaterThan(200)
    expect(Math.abs((words[0] ?? 0) - (words[1] ?? 0))).toBeLessThan(60)
  })

  it("has somebody who posts without answering anybody", () => {
    const posted = new Set(demonstrationPosts.map((post) => post.by))
    const answered = new Set(demonstrationPosts.filter((post) => post.answers).map((post) => post.by))
    expect([...posted].filter((name) => !answered.has(name)).length).toBeGreaterThan(0)
  })
})
