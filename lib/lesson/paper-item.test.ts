import { expect, it } from "vitest"
import type { PublicItem } from "@/lib/quiz/public-item"
import { paperItem } from "./paper-item"

const item = (type: string, content: unknown) =>
  paperItem(
    {
      itemId: "i",
      position: 3,
      type: type as PublicItem["type"],
      level: "author_says",
      title: null,
      prompt: "What is it?",
      hint: null,
      content,
      points: 1,
    },
    3,
  )

const two = [
  { id: "a", text: "One" },
  { id: "b", text: "Two" },
]

it.each([
  ["a choice: boxes", "single", { options: two }, { options: ["One", "Two"], lines: 0 }],
  ["a short answer: one line", "short", { maxLength: 120 }, { lines: 1 }],
  [
    "a long answer: room for it, and for sentences",
    "long",
    { maxLength: 4000, cite: 2 },
    { lines: 14, sentences: { ask: null, count: 2 } },
  ],
  [
    "a choice and its proof",
    "evidence-pair",
    { options: two, evidencePrompt: "Which proves it?", choose: 1 },
    { sentences: { ask: "Which proves it?", count: 1 }, lines: 0 },
  ],
  [
    "pairs",
    "matching",
    { rows: two, options: two },
    { rows: ["One", "Two"], options: ["One", "Two"], lines: 0 },
  ],
  [
    "statements and their categories",
    "classification",
    { statements: two, categories: two },
    { rows: ["One", "Two"], options: ["One", "Two"], lines: 0 },
  ],
  ["an order", "ordering", { steps: two }, { steps: ["One", "Two"], lines: 0 }],
  [
    "gaps",
    "gap",
    { pieces: [{ text: "It is " }, { gap: "g" }, { text: "." }] },
    { cloze: "It is ______________.", lines: 0 },
  ],
  ["a note asks for nothing", "note", {}, { lines: 0 }],
  ["a type nobody knows: room to write", "sketch", { anything: 1 }, { lines: 2, options: [] }],
  ["a shape nobody knows", "sketch", null, { lines: 2 }],
])("%s", (_, type, content, expected) => {
  expect(item(type, content)).toMatchObject(expected)
})
