import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import fc from "fast-check"
import { anyLesson } from "@/lib/lesson/exchange/any-lesson"
import { writeLessonFile } from "@/lib/lesson/exchange/write-lesson-file"
import { writeQuizTable } from "@/lib/quiz/exchange/csv/write-quiz-table"
import { readGift } from "@/lib/quiz/exchange/gift/read-gift"
import { writeMoodleXml } from "@/lib/quiz/exchange/moodle/write-moodle-xml"
import { csvFile } from "@/lib/results/files/csv-file"
import { makeWorkbook } from "@/tests/support/workbook"
import type { ImporterName } from "./importers"

const fixtures = path.resolve(import.meta.dirname, "../fixtures")

type Files = [Uint8Array, ...Uint8Array[]]

const folder = (name: string, ending: string): Files =>
  readdirSync(path.join(fixtures, name))
    .filter((file) => file.endsWith(ending))
    .map((file) => new Uint8Array(readFileSync(path.join(fixtures, name, file)))) as Files

const texts = (...all: string[]): Files => all.map((text) => new TextEncoder().encode(text)) as Files

const PROSE = `The river is not for sale

By Noor Ahmadi, 7 March 2022

The mayor has turned again. “Nobody is surprised,” said Dr. Khan — “or so it seems.” A river belongs to nobody.

Or does it? In 2019 the city sold 40% of it (and kept the rest). دریا کسی کا نہیں۔ 河流不属于任何人。

Express your opinion in 200 words.`

const MARKDOWN = `# The river is not for sale

*By Noor Ahmadi* — [The paper](https://paper.example/a)

> A river belongs to **nobody**. Or does it?

- One point.
- Another, with \`code\` and ![a picture](x.png).

| a | b |
|---|---|
| 1 | 2 |

<div>Some HTML.</div>

The mayor has turned again.[^1]

[^1]: A note.`

const PAGE = `<!doctype html><html lang="en"><head><title>The river</title><meta name="author" content="Noor Ahmadi">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The river","datePublished":"2022-03-07"}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>The river is not for sale</h1><p>The mayor has turned again. Nobody is surprised.</p>
<p>A river belongs to <b>nobody</b>. Or does it?&nbsp;It was &quot;ours&quot; once.</p><table><tr><td>1</td><td>2</td></tr></table>
<ul><li>One point.</li><li>Another.</li></ul></article><footer>Imprint</footer></body></html>`

const AIKEN = `What is the claim?
A. That the river is sold
B) That it is not
ANSWER: B

Who speaks?
A. The mayor
B. Dr. Khan
ANSWER: A`

const ROSTER = `Last name;First name;User name;Email
Siddiqui;Amina;amina.s;amina@school.example
"Ahmed; Khan";Bilal;;bilal@school.example
;;;
=1+1;Zoë;zoe;`

const SCORES = `student,1,2,3
max,1,2,1
amina,1,2,0
bilal,0,"1,5",-
zoe,1,NA,1`

const CLOZE = `<quiz><question type="cloze"><name><text>Gaps</text></name><questiontext format="html"><text><![CDATA[<p>The {1:SHORTANSWER:=river#yes~%50%stream} is {2:MULTICHOICE:ours~=sold} for {1:NUMERICAL:=40:2}.</p>]]></text></questiontext></question>
<question type="numerical"><name><text>N</text></name><questiontext><text>How many?</text></questiontext><answer fraction="100"><text>40</text><tolerance>2</tolerance></answer></question></quiz>`

/** Sound files for each importer to be broken. Lessons are made, the same each time. */
export function seedFiles(): Record<ImporterName, Files> {
  const gift = folder("gift", ".gift")
  const items = gift.flatMap((file) =>
    readGift(new TextDecoder().decode(file)).items.map(({ value }) => value),
  )
  const moodle = texts(writeMoodleXml(items), writeMoodleXml(items.slice(0, 3)), CLOZE)
  const table = texts(csvFile(writeQuizTable(items)))
  const roster = texts(ROSTER, "Amina Siddiqui, amina@school.example\nAhmed, Bilal\n")
  const rows = ROSTER.split("\n").map((line) => line.split(";"))
  const lessons = fc.sample(anyLesson, { seed: 7, numRuns: 4 }).map(writeLessonFile)
  return {
    gift,
    aiken: texts(AIKEN),
    "moodle-xml": moodle,
    "quiz-csv": table,
    "quiz-auto": [...gift, ...moodle, ...table],
    "roster-csv": roster,
    "roster-xlsx": [makeWorkbook(rows)],
    "roster-pasted": roster,
    lesson: texts(...lessons),
    txt: texts(PROSE),
    md: texts(MARKDOWN),
    html: texts(PAGE),
    docx: folder("docx", ".docx"),
    scores: texts(SCORES),
  }
}
