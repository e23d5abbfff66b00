import { describe, expect, it } from "vitest"
import { countSyncs } from "./read-trace"

const reply =
  'sendto(9, "2\\0\\0\\0\\4T\\0\\0\\0 keptNumber: 2 SELECT 1\\0Z\\0\\0\\0\\5I", 93, 0, NULL, 0) = 93'

describe("reading a trace", () => {
  it("counts an answer after a sync of the same process", () => {
    expect(countSyncs(`71 fdatasync(5) = 0\n71 ${reply}`)).toEqual({ replies: 1, synced: 1 })
  })

  it("does not count a sync of another process, a failed one, or one for two answers", () => {
    expect(countSyncs(`70 fdatasync(5) = 0\n71 ${reply}`)).toEqual({ replies: 1, synced: 0 })
    expect(countSyncs(`71 fdatasync(5) = -1 EIO\n71 ${reply}`)).toEqual({ replies: 1, synced: 0 })
    expect(countSyncs(`71 fdatasync(5) = 0\n71 ${reply}\n71 ${reply}`)).toEqual({ replies: 2, synced: 1 })
  })

  it("leaves answers to other statements out", () => {
    expect(countSyncs('71 sendto(9, "SELECT 0\\0Z", 58, 0, NULL, 0) = 58')).toEqual({ replies: 0, synced: 0 })
  })

  it("follows a call that another process interrupted", () => {
    const trace = `71 fdatasync(5 <unfinished ...>\n72 recvfrom(1)\n71 <... fdatasync resumed>) = 0\n71 ${reply}`
    expect(countSyncs(trace)).toEqual({ replies: 1, synced: 1 })
  })
})
