import { straightQuoteSide } from "@/lib/reading/quotation-spans"

/** What was changed, with a little of the text around it, before and after. */
export type QuoteRepair = { before: string; after: string }

export type RepairedText = { text: string; repairs: QuoteRepair[] }

const OPEN = "\u201c"
const CLOSE = "\u201d"
const LOW = "\u201e"

/**
 * Puts right what typewriters and copying do to double quotes in one paragraph: blanks just inside them
 * (`“U-turn Khan. ”`) and quotes turned the wrong way (`“death to Russia. “ Later`). Only quotes and the blanks beside
 * them change, only where what was meant is plain, and every change is listed. Linear.
 */
export function repairQuotes(paragraph: string): RepairedText {
  const scan = new QuoteScan(paragraph)
  for (let at = 0; at < paragraph.length; at++) at = scan.take(at)
  return scan.result()
}

class QuoteScan {
  private readonly out: string[] = []
  private readonly changes: { at: number; outAt: number }[] = []
  private open: string | null = null
  private readonly quotes: string[]
  private seen = 0

  constructor(private readonly text: string) {
    this.quotes = [...text].filter((mark) => mark === OPEN || mark === CLOSE || mark === '"')
  }

  /** Takes the character at `at`; answers the last offset it used up. */
  take(at: number): number {
    const mark = this.text.charAt(at)
    if (mark === OPEN || mark === CLOSE || mark === '"') this.seen++
    if (mark === OPEN) return this.takeOpening(at)
    if (mark === CLOSE) return this.takeClosing(at)
    if (mark === '"') return this.takeStraight(at)
    if (mark === LOW) this.open = LOW
    this.out.push(mark)
    return at
  }

  private takeOpening(at: number): number {
    if (this.open === LOW) return this.closeWith(OPEN, at, false)
    if (this.open === OPEN && this.isBlankOrEnd(at + 1) && this.out.length > 0)
      return this.closeWith(CLOSE, at, true)
    this.open = OPEN
    return this.openWith(OPEN, at, this.quotes[this.seen] === CLOSE)
  }

  private takeClosing(at: number): number {
    const facesIn =
      this.open === null && this.isBlankOrStart() && /[\p{L}\p{N}]/u.test(this.text.charAt(at + 1))
    if (facesIn && this.quotes[this.seen] === CLOSE) {
      this.changes.push({ at, outAt: this.out.length })
      this.open = OPEN
      return this.openWith(OPEN, at, false)
    }
    return this.open === OPEN || this.open === LOW ? this.closeWith(CLOSE, at, false) : this.keep(at)
  }

  private takeStraight(at: number): number {
    const side = straightQuoteSide(this.text, at)
    if (this.open === '"') {
      const strays = side === null && this.isBlankOrStart() && this.isBlankOrEnd(at + 1)
      return side === "closes" || strays ? this.closeWith('"', at, false) : this.keep(at)
    }
    if (this.open !== null || !this.isBlankOrStart()) return this.keep(at)
    this.open = '"'
    return this.openWith('"', at, this.quotes[this.seen] === '"')
  }

  private keep(at: number): number {
    this.out.push(this.text.charAt(at))
    return at
  }

  /** Writes an opening mark; with `strip`, the blanks after it are dropped. */
  private openWith(mark: string, at: number, strip: boolean): number {
    this.out.push(mark)
    if (!strip || this.text.charAt(at + 1) !== " ") return at
    this.changes.push({ at, outAt: this.out.length })
    let last = at
    while (this.text.charAt(last + 1) === " ") last++
    return last
  }

  /** Writes a closing mark after dropping the blanks before it. */
  private closeWith(mark: string, at: number, turned: boolean): number {
    const stray = this.out.at(-1) === " "
    while (this.out.at(-1) === " ") this.out.pop()
    if (stray || turned) this.changes.push({ at, outAt: this.out.length })
    this.out.push(mark)
    this.open = null
    return at
  }

  private isBlankOrStart(): boolean {
    const before = this.out.at(-1)
    return before === undefined || /[\s([{\u2014\u2013]/.test(before)
  }

  private isBlankOrEnd(at: number): boolean {
    const after = this.text.charAt(at)
    return after === "" || /[\s.,;:!?)\]]/.test(after)
  }

  result(): RepairedText {
    const text = this.out.join("")
    const repairs = this.changes.map(({ at, outAt }) => ({
      before: excerpt(this.text, at),
      after: excerpt(text, outAt),
    }))
    return { text, repairs }
  }
}

function excerpt(text: string, at: number): string {
  const from = Math.max(0, at - 24)
  const to = Math.min(text.length, at + 14)
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`
}
