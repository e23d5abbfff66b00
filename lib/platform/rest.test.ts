import { EventEmitter } from "node:events"
import type http from "node:http"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"

const collect = vi.fn()
vi.mock("node:inspector", () => ({
  Session: class {
    connect() {}
    disconnect() {}
    post(method: string) {
      collect(method)
    }
  },
}))
const { giveBackAtRest } = await import("./rest")

describe("giveBackAtRest", () => {
  let server: EventEmitter
  let end: () => void
  const ask = (times: number) => {
    for (let time = 0; time < times; time += 1) server.emit("request")
  }
  beforeEach(() => {
    vi.useFakeTimers()
    collect.mockClear()
    server = new EventEmitter()
    end = giveBackAtRest(server as http.Server)
  })
  afterEach(() => {
    end()
    vi.useRealTimers()
  })

  it("tidies once when a busy time is over, and again after the next", () => {
    ask(100)
    vi.advanceTimersByTime(5_000)
    expect(collect).not.toHaveBeenCalled()
    vi.advanceTimersByTime(60_000)
    expect(collect.mock.calls).toEqual([["HeapProfiler.collectGarbage"]])
    ask(100)
    vi.advanceTimersByTime(60_000)
    expect(collect).toHaveBeenCalledTimes(2)
  })

  it("never does while requests come, nor for a few of them", () => {
    for (let look = 0; look < 20; look += 1) {
      ask(50)
      vi.advanceTimersByTime(5_000)
    }
    expect(collect).not.toHaveBeenCalled()
    vi.advanceTimersByTime(60_000)
    collect.mockClear()
    ask(99)
    vi.advanceTimersByTime(60_000)
    expect(collect).not.toHaveBeenCalled()
  })
})
