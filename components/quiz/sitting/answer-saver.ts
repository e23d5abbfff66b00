import {
  type AnswerChange,
  edit,
  keepStored,
  mergeAnswers,
  type Outbox,
  type Receipt,
  readOutbox,
  receive,
  retryDelay,
  type ServerAnswer,
  settle,
  takeUp,
  unsaved,
  unsent,
} from "@/lib/quiz/outbox"

/**
 * idle: nothing is on its way. sending. offline: the school cannot be reached; tried again by itself.
 * signedOut, handedIn, refused: nothing more is sent until the student does something; answers stay on the device.
 */
export type SavingState = "idle" | "sending" | "offline" | "signedOut" | "handedIn" | "refused"

export type SaverSnapshot = { outbox: Outbox; state: SavingState; stuck: ReadonlySet<string> }

/** What the saver needs of a browser; tests bring their own. */
export type SaverPorts = {
  fetch: (path: string, init: RequestInit) => Promise<Response>
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null
  now: () => Date
  random: () => number
  /** Keeps a second copy of what is stored, sooner on the disk; null takes it away. */
  vault?: (key: string, text: string | null) => void
  /** Asks the browser not to clear away what is kept here. Asked once, with the first answer that is. */
  persist?: () => void
}

export type SaverSetup = {
  savePath: string
  storageKey: string
  answers: readonly ServerAnswer[]
  ports: SaverPorts
}

const PATIENCE = 15_000
const MOST_AT_ONCE = 100

/**
 * Brings answers to the server: one request at a time, the newest value of each answer, again and again until it is
 * there. What is not there yet lies in this device's storage as well, under the person's own key.
 */
export class AnswerSaver {
  private snapshot: SaverSnapshot
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private failures = 0
  private atOnce = MOST_AT_ONCE
  private sending: Promise<void> | null = null
  private askedToPersist = false

  constructor(private readonly setup: SaverSetup) {
    this.snapshot = { outbox: mergeAnswers(setup.answers, {}), state: "idle", stuck: new Set() }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getSnapshot = (): SaverSnapshot => this.snapshot

  /**
   * Takes up what this device could not send before. Called once the page is alive, and again where more was found; what
   * was answered meanwhile stays the newest.
   */
  restore(): void {
    const stored = readStored(this.setup)
    if (Object.keys(stored).length === 0) return
    this.change({ outbox: takeUp(this.snapshot.outbox, stored) })
    this.sendSoon(0)
  }

  /** The student answers or flags. `soon`: wait for more of the same (typing). */
  answer(itemId: string, change: Omit<AnswerChange, "givenAt">, soon = 0): void {
    const givenAt = this.setup.ports.now().toISOString()
    const stuck = new Set([...this.snapshot.stuck].filter((id) => id !== itemId))
    this.change({ outbox: edit(this.snapshot.outbox, itemId, { ...change, givenAt }), stuck })
    this.sendSoon(soon)
  }

  settle(itemId: string, choice: "mine" | "theirs"): void {
    this.change({ outbox: settle(this.snapshot.outbox, itemId, choice, this.setup.ports.now()) })
    this.sendSoon(0)
  }

  /** Sends what is waiting, now. True when the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    await this.sending
    if (this.waiting().length > 0) await this.send()
    return Object.keys(unsaved(this.snapshot.outbox)).length === 0
  }

  /** Sends until nothing waits or the school cannot or will not take more; what it is then. Tries no more by itself. */
  async drain(): Promise<SaverSnapshot> {
    do await this.flush()
    while (this.waiting().length > 0 && this.snapshot.state === "idle")
    clearTimeout(this.timer)
    return this.snapshot
  }

  /** The page is going away: a request that outlives it. Its answer comes to nobody; the copy here stays until then. */
  leave(): void {
    const waiting = this.waiting()
    if (waiting.length === 0 || this.sending) return
    this.request(waiting, { keepalive: true }).catch(() => {})
  }

  /** Nothing of this attempt stays on the device. */
  forget(): void {
    clearTimeout(this.timer)
    this.setup.ports.storage?.removeItem(this.setup.storageKey)
    this.setup.ports.vault?.(this.setup.storageKey, null)
  }

  private waiting() {
    return unsent(this.snapshot.outbox).filter(([itemId]) => !this.snapshot.stuck.has(itemId))
  }

  private sendSoon(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.send(), delay)
  }

  private send(): Promise<void> {
    this.sending ??= this.sendOnce().finally(() => {
      this.sending = null
    })
    return this.sending
  }

  private async sendOnce(): Promise<void> {
    const batch = this.waiting().slice(0, this.atOnce)
    if (batch.length === 0) return this.change({ state: "idle" })
    // While the school cannot be reached, another try is no news.
    if (this.failures === 0) this.change({ state: "sending" })
    try {
      const response = await this.request(batch, { signal: AbortSignal.timeout(PATIENCE) })
      await this.take(response, batch)
    } catch {
      this.tryAgain(null)
    }
  }

  private request(batch: ReturnType<typeof unsent>, init: RequestInit): Promise<Response> {
    const responses = batch.map(([itemId, { saveNumber, value, flagged, confidence }]) => ({
      itemId,
      saveNumber,
      value,
      flagged,
      ...(confidence ? { confidence } : {}),
    }))
    const headers = { "content-type": "application/json" }
    return this.setup.ports.fetch(this.setup.savePath, {
      method: "PUT",
      headers,
      body: JSON.stringify({ responses }),
      ...init,
    })
  }

  private async take(response: Response, batch: ReturnType<typeof unsent>): Promise<void> {
    if (response.ok) return this.accept((await response.json()) as Receipt)
    if (response.status === 401) return this.change({ state: "signedOut" })
    if (response.status === 409) return this.change({ state: "handedIn" })
    if (response.status === 403 || response.status === 404) return this.change({ state: "refused" })
    if (response.status === 422 || response.status === 413) return this.isolate(batch)
    this.tryAgain(Number(response.headers.get("retry-after")) * 1000 || null)
  }

  private accept(receipt: Receipt): void {
    this.failures = 0
    const outbox = receive(this.snapshot.outbox, receipt, this.setup.ports.now())
    this.change({ outbox, state: "idle" })
    if (this.waiting().length > 0) this.sendSoon(0)
  }

  /** One answer that is refused must not hold up the others: they go one by one, and the refused one stays here. */
  private isolate(batch: ReturnType<typeof unsent>): void {
    const [only] = batch
    const stuck = new Set(this.snapshot.stuck)
    if (batch.length === 1 && only) stuck.add(only[0])
    this.atOnce = 1
    this.change({ stuck, state: "idle" })
    if (this.waiting().length > 0) this.sendSoon(0)
  }

  private tryAgain(wait: number | null): void {
    const delay = wait ?? retryDelay(this.failures, this.setup.ports.random())
    this.failures += 1
    this.change({ state: "offline" })
    this.sendSoon(delay)
  }

  private change(part: Partial<SaverSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...part }
    if (part.outbox) this.store()
    for (const listener of this.listeners) listener()
  }

  private store(): void {
    try {
      const rest = keepStored(readStored(this.setup), this.snapshot.outbox)
      this.keep(Object.keys(rest).length === 0 ? null : JSON.stringify(rest))
    } catch {
      // Storage full or forbidden: the answers are still in the page and on their way.
    }
  }

  private keep(text: string | null): void {
    const { storageKey, ports } = this.setup
    const { storage } = ports
    if (text === null && storage?.getItem(storageKey) === null) return
    ports.vault?.(storageKey, text)
    if (text === null) storage?.removeItem(storageKey)
    else storage?.setItem(storageKey, text)
    if (text === null || this.askedToPersist) return
    this.askedToPersist = true
    this.setup.ports.persist?.()
  }
}

const readStored = ({ ports, storageKey }: SaverSetup): Outbox =>
  readOutbox(ports.storage?.getItem(storageKey) ?? null)
