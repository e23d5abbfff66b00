/** What reads one text out and calls `done` when it has ended, and what ends it at once. */
export type Engine = { say: (text: string, rate: number, done: () => void) => void; hush: () => void }

export type Speech = { state: "idle" | "speaking" | "paused"; at: number }

const IDLE: Speech = { state: "idle", at: -1 }

/**
 * Reads texts out one after the other and says which is being read. A pause ends the text under way and begins it again
 * afterwards: browsers differ in what their own pause does, and on phones it does nothing.
 */
export class Speaker {
  private texts: readonly string[] = []
  private rate = 1
  private turn = 0
  private speech = IDLE

  constructor(
    private readonly engine: Engine,
    private readonly onChange: (speech: Speech) => void,
  ) {}

  start(texts: readonly string[], at: number): void {
    this.texts = texts
    this.speak(Math.max(0, at))
  }

  pause(): void {
    if (this.speech.state !== "speaking") return
    this.silence()
    this.become({ state: "paused", at: this.speech.at })
  }

  resume(): void {
    if (this.speech.state === "paused") this.speak(this.speech.at)
  }

  stop(): void {
    this.silence()
    this.become(IDLE)
  }

  /** Heard at once: the text under way begins again. */
  setRate(rate: number): void {
    this.rate = rate
    if (this.speech.state === "speaking") this.speak(this.speech.at)
  }

  private speak(at: number): void {
    this.silence()
    const text = this.texts[at]
    this.become(text === undefined ? IDLE : { state: "speaking", at })
    if (text === undefined) return
    const turn = this.turn
    // A text that was ended still reports its end, later: only the turn under way goes on.
    this.engine.say(text, this.rate, () => {
      if (turn === this.turn) this.speak(at + 1)
    })
  }

  private silence(): void {
    this.turn++
    this.engine.hush()
  }

  private become(speech: Speech): void {
    this.speech = speech
    this.onChange(speech)
  }
}
