import { setTimeout as sleep } from "node:timers/promises"
import { expect, it, vi } from "vitest"
import { oneByOne } from "./one-by-one"

/** Work that notes when it begins and ends, and ends when it is let. */
function workshop() {
  const seen: string[] = []
  const begin = (name: string) => {
    let finish = () => {}
    const work = () =>
      new Promise<string>((resolve, reject) => {
        seen.push(`${name} begins`)
        finish = () => {
          seen.push(`${name} ends`)
          if (name.startsWith("bad")) reject(new Error(name))
          else resolve(name)
        }
      })
    return { work, finish: () => finish() }
  }
  return { seen, begin }
}

it("begins one piece when the one before it is over, however that ended; other names do not wait", async () => {
  const { seen, begin } = workshop()
  const [bad, second, other] = [begin("bad"), begin("second"), begin("other")]
  const failing = oneByOne("a", bad.work).catch((error: Error) => error.message)
  const waiting = oneByOne("a", second.work)
  const apart = oneByOne("b", other.work)
  await sleep(5)
  expect(seen).toEqual(["bad begins", "other begins"])
  bad.finish()
  expect(await failing).toBe("bad")
  await sleep(5)
  expect(seen).toEqual(["bad begins", "other begins", "bad ends", "second begins"])
  second.finish()
  other.finish()
  expect([await waiting, await apart]).toEqual(["second", "other"])
})

it("waits for nobody longer than a second", async () => {
  const { seen, begin } = workshop()
  const [stuck, next] = [begin("stuck"), begin("next")]
  void oneByOne("c", stuck.work)
  const waiting = oneByOne("c", next.work)
  await sleep(500)
  expect(seen).toEqual(["stuck begins"])
  await vi.waitFor(() => expect(seen).toEqual(["stuck begins", "next begins"]), 3_000)
  next.finish()
  expect(await waiting).toBe("next")
})
