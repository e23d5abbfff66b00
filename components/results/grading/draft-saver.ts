import type { Grade } from "@/lib/quiz/rubric"

/** `basedOn`: the grade that was there when this one was begun. */
export type DraftContent = Grade & { basedOn: string | null }

/**
 * none: nothing is begun. local: not at school yet; tried again by itself. refused: will not be taken. safe: kept at
 * school, `savedAt` (ISO) says since when.
 */
export type DraftSnapshot = {
  content: DraftContent | null
  state: "none" | "local" | "refused" | "safe"
  savedAt: string | null
}

export type SentDraft = { number: number; grade: Grade | null; basedOn: string | null }
export type DraftAnswer = { number: number; savedAt: string; isKept: boolean }

/** What the saver needs of a browser; tests bring their own. */
export type DraftPorts = {
  /** "refused": asking again is of no use. Throws where the school cannot be reached. Null: kept here alone. */
  send: ((draft: SentDraft) => Promise<DraftAnswer | "refused">) | null
  later: (act: () => void, milliseconds: number) => () => void
}

/** A change is sent at most this long after it was typed. */
const SOON = 800
const AGAIN = 3000

export type DraftStart = { number: number; content: DraftContent | null; savedAt: string | null }

/**
 * Keeps one grade that is being given at school, as it is typed: one request at a time, each with a number above the last,
 * so that what comes late overwrites nothing. Of two devices of one grader, the one that typed last has its say.
 */
export class DraftSaver {
  private snapshot: DraftSnapshot
  private readonly listeners = new Set<() => void>()
  private cancel: (() => void) | null = null
  private sending = false
  private number: number
  private handedOver = false

  constructor(
    private readonly ports: DraftPorts,
    start: DraftStart,
  ) {
    const { number, content, savedAt } = start
    this.number = number
    this.snapshot = { content, state: content ? "safe" : "none", savedAt }
  }

  read = (): DraftSnapshot => this.snapshot

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** The last number that was given out. */
  get lastNumber(): number {
    return this.number
  }

  /** What was typed is on its way as a grade, and nothing was typed since. */
  get isHandedOver(): boolean {
    return this.handedOver
  }

  change(content: DraftContent): void {
    this.number += 1
    this.handedOver = false
    this.show({ content, state: "local", savedAt: null })
    if (this.ports.send) this.cancel ??= this.ports.later(() => this.flush(), SOON)
  }

  /** Nothing is begun any more, here and at school. */
  drop(): void {
    this.number += 1
    this.handedOver = false
    this.show({ content: null, state: "none", savedAt: null })
    this.flush()
  }

  /** What was typed is on its way as a grade: its number, above all that were sent. Nothing more is sent of it. */
  handOver(): number {
    this.cancel?.()
    this.cancel = null
    this.handedOver = true
    this.number += 1
    return this.number
  }

  /** The grade was given. */
  given(): void {
    this.handedOver = false
    this.show({ content: null, state: "none", savedAt: null })
  }

  /** Sends what stands now, without waiting. */
  flush(): void {
    this.cancel?.()
    this.cancel = null
    if (this.ports.send && !this.sending) void this.send(this.ports.send)
  }

  private async send(toSchool: NonNullable<DraftPorts["send"]>): Promise<void> {
    const { content } = this.snapshot
    const sent = this.number
    this.sending = true
    try {
      const grade = content && { levels: content.levels, comment: content.comment }
      const answer = await toSchool({ number: sent, grade, basedOn: content?.basedOn ?? null })
      this.sending = false
      this.receive(sent, answer)
    } catch {
      this.sending = false
      if (this.handedOver) return
      if (this.snapshot.content) this.show({ ...this.snapshot, state: "local" })
      this.cancel ??= this.ports.later(() => this.flush(), AGAIN)
    }
  }

  private receive(sent: number, answer: DraftAnswer | "refused"): void {
    // The grade that is under way ends the draft, whatever became of it.
    if (this.handedOver) return
    if (answer === "refused") {
      if (this.snapshot.content) this.show({ ...this.snapshot, state: "refused" })
      return
    }
    if (answer.isKept && sent === this.number) {
      if (this.snapshot.content) this.show({ ...this.snapshot, state: "safe", savedAt: answer.savedAt })
      return
    }
    // Another device has counted further: what was typed last is this.
    if (!answer.isKept && answer.number >= this.number) this.number = answer.number + 1
    if (this.snapshot.content) this.flush()
  }

  private show(snapshot: DraftSnapshot): void {
    this.snapshot = snapshot
    for (const listener of this.listeners) listener()
  }
}
