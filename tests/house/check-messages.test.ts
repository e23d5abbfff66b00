import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { checkMessages } from "./check-messages"

let root = ""

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "colloquy-words-"))
  write(
    "lib/platform/messages/en/quiz.json",
    '{ "start": { "title": "Begin" }, "refusals": { "late": "Too late." } }',
  )
})
afterEach(() => rmSync(root, { recursive: true }))

function write(place: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, place)), { recursive: true })
  writeFileSync(path.join(root, place), text)
}

const reasons = () => checkMessages(root).map(({ line, reason }) => `${line} ${reason}`)

describe("the message check", () => {
  it("accepts keys and refusals that have a sentence", () => {
    write(
      "app/page.tsx",
      'const t = await getTranslations("quiz.start")\nt("title")\nrefuse("conflict", "quiz.late")',
    )
    expect(reasons()).toEqual([])
  })

  it("finds a key without a sentence", () => {
    write(
      "components/quiz/a.tsx",
      'const t = useTranslations("quiz")\nt("start.subtitle")\nt.rich("nothing", {})',
    )
    expect(reasons()).toEqual(["2 no sentence for quiz.start.subtitle", "3 no sentence for quiz.nothing"])
  })

  it("finds a refusal without a sentence", () => {
    write("lib/quiz/a.ts", 'refuse("conflict", "quiz.early")')
    expect(reasons()).toEqual(["1 no sentence for quiz.refusals.early"])
  })
})
