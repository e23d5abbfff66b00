import { recordTried, tries } from "@/tests/assurance/record"
import { makeCrowd, type OneOfMany } from "@/tests/support/crowd"
import { expect, test } from "@/tests/support/e2e"

const PEOPLE = tries(20, 100)
const AT_ONCE = 12

type Asked = { of: OneOfMany; path: string; isPayload: boolean }

/** Everybody asks for every page, and for what Next sends instead of it between pages, in an order of chance. */
function interleaved(people: readonly OneOfMany[], paths: readonly string[]): Asked[] {
  const asked = people.flatMap((of) =>
    paths.flatMap((path) => [true, false].map((isPayload) => ({ of, path, isPayload }))),
  )
  return asked
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

test("among many who ask at once nobody is sent a word of somebody else's", async ({ baseURL }) => {
  test.setTimeout(900_000)
  const { people, paths } = await makeCrowd(PEOPLE)
  const waiting = interleaved(people, paths)
  const seen = { replies: 0, foreign: [] as string[], own: 0, keepable: [] as string[] }
  const work = async () => {
    for (let asked = waiting.pop(); asked; asked = waiting.pop()) {
      const { of, path, isPayload } = asked
      const headers = { cookie: of.cookie, ...(isPayload ? { rsc: "1" } : {}) }
      const reply = await fetch(new URL(path, baseURL), { headers, redirect: "manual" })
      const words = new Set((await reply.text()).match(/canary\d+x[0-9a-f]{8}/g))
      seen.replies += 1
      if (words.has(of.word)) seen.own += 1
      for (const word of words) if (word !== of.word) seen.foreign.push(`${path} to ${of.word}: ${word}`)
      if (!reply.headers.get("cache-control")?.includes("no-store")) seen.keepable.push(path)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const promise = "no-foreign-words"
  recordTried({
    promise,
    tried: seen.replies,
    of: `replies to ${PEOPLE} people at once`,
    lost: seen.foreign.length,
  })
  expect(seen.foreign).toEqual([])
  expect(seen.keepable).toEqual([])
  // One's own word comes with most pages: it would be found were it somebody else's.
  expect(seen.own).toBeGreaterThan(seen.replies / 2)
})
