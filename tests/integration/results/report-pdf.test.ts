import { describe, expect, it } from "vitest"
import { said } from "@/lib/results/files/report-view"
import { reportWords } from "@/lib/results/server/report-words"
import { writeReportPdf } from "@/lib/results/server/write-report-pdf"

const now = new Date("2026-11-27T04:50:00Z")
const words = reportWords({ timeZone: "Asia/Karachi", locale: "en" }, { sentences: [] })

const report = (name: string, answer = "B. It helps one side") =>
  Buffer.from(
    writeReportPdf(
      {
        title: said(`${name}, Fake neutrality?`).text,
        school: said("School No. 2"),
        student: said(name),
        userName: "ayesha.khan",
        className: said("10B"),
        written: words.written("Fri 27 Nov 2026, 09:50"),
        language: "en",
        words: words.page,
        parts: [
          {
            title: said("Fake neutrality?"),
            facts: [{ label: "Quiz", value: "7⅓ of 12 points" }],
            answers: [
              {
                number: 1,
                question: said("کیا یہ غیر جانبدار ہے؟"),
                answer: said(answer),
                right: said("A."),
                verdict: "partly right",
                points: "½ of 2",
                comment: said("Look again."),
              },
            ],
            notes: [{ label: name, text: said(answer) }],
            table: { heads: ["Skill", "Share"], rows: [[said(name), said(answer)]] },
          },
        ],
      },
      now,
    ),
  ).toString("latin1")

describe("writeReportPdf", () => {
  it("is a tagged document that knows its title, its language and what it conforms to", () => {
    const pdf = report("Ayesha Khan")
    expect(pdf.startsWith("%PDF-1.7")).toBe(true)
    expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(pdf).toMatch(/\/Lang ?\(en\)/)
    expect(pdf).toContain("pdfuaid:part")
    expect(pdf).toContain("Ayesha Khan, Fake neutrality?")
  })

  it("has the fonts of Urdu in it, and claims nothing where a sign is in none of them", () => {
    const urdu = report("عائشہ خان")
    expect(urdu).toContain("NotoNaskhArabic")
    expect(urdu).toContain("pdfuaid:part")
    // A sign of nobody's: which others are missing depends on the fonts of the machine.
    const unknown = report("\u{10fffd}")
    expect(unknown).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(unknown).not.toContain("pdfuaid:part")
  })

  it("takes markup for words", () => {
    for (const nasty of ['#read("/etc/passwd")', "#panic()", "$x", "*", "]", '"); #set page()', "\\", "= a"])
      expect(report(nasty, nasty).startsWith("%PDF-1.7")).toBe(true)
  })
})
