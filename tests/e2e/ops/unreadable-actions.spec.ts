import { mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { actionId } from "@/tests/bench/actions"
import { expect, test } from "../../support/e2e"
import { startColloquy } from "../../support/start-server"

// No browser: what no browser would send.

const LINE = "--x"
const part = (name: string, value: string) =>
  `${LINE}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const MULTIPART = "multipart/form-data; boundary=x"
const TEXT = "text/plain;charset=UTF-8"

type Body = { what: string; type?: string; body: string; origin?: string }

const many = Array.from({ length: 2_000 }, () => 1)

/** Bodies as React would write them, and then cut off, bent or made up. */
const bodies: Body[] = [
  { what: "nothing", body: "" },
  { what: "half an object", body: '[{"name":' },
  { what: "no list", body: "null" },
  { what: "a word", body: "hello" },
  { what: "the character zero", body: "[\u0000]" },
  { what: "a part that is not there", body: '["$1"]' },
  { what: "a property of a part that is not there", body: '["$1:a:b"]' },
  { what: "a server's function that is not there", body: '["$F1"]' },
  { what: "a form that is not there", body: '["$K1"]' },
  { what: "a map, a set and a promise that are not there", body: '["$Q1","$W2","$@3"]' },
  { what: "a number that is none", body: '["$n1x"]' },
  { what: "a prototype", body: '["$1:__proto__:then",{"__proto__":{"then":1}}]' },
  { what: "more arguments than there may be", body: JSON.stringify(many) },
  { what: "a deep list", body: "[".repeat(100_000) },
  { what: "more than a body may hold", body: JSON.stringify(["a".repeat(1_500_000)]) },
  { what: "parts without a line between them", type: "multipart/form-data", body: part("0", "[1]") },
  { what: "parts that are cut off", type: MULTIPART, body: part("0", '["$K1"]') },
  { what: "a part that is no JSON", type: MULTIPART, body: `${part("0", "[{")}${LINE}--\r\n` },
  { what: "parts that lead to themselves", type: MULTIPART, body: `${part("0", '["$0"]')}${LINE}--\r\n` },
  { what: "parts without the first", type: MULTIPART, body: `${part("1", "[1]")}${LINE}--\r\n` },
  { what: "an origin that is none", body: "[{}]", origin: "not an origin" },
  { what: "another's origin", body: "[{}]", origin: "http://evil.example" },
]

type Server = Awaited<ReturnType<typeof startColloquy>>

/** The status of the answer; 0 where the connection was closed on a body that still came. */
async function statusOf(base: string, { type = TEXT, body, origin = base }: Body, action?: string) {
  const headers: Record<string, string> = { origin, accept: "text/x-component", "content-type": type }
  if (action) headers["next-action"] = action
  const asked = { method: "POST", headers, body, redirect: "manual" } as const
  const reply = await fetch(`${base}/sign-in`, asked).catch(() => null)
  await reply?.arrayBuffer().catch(() => null)
  return reply?.status ?? 0
}

test.describe("what calls an action and cannot be read", () => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "colloquy-unreadable-"))
  let server: Server
  let output = ""

  test.beforeAll(async () => {
    test.setTimeout(300_000)
    const hear = (text: string) => {
      output += text
    }
    server = await startColloquy({ dataFolder, environment: { LOG_LEVEL: "warn" }, hear })
  })
  test.afterAll(async () => {
    await server?.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  })

  test("is refused, and no bug of ours", async () => {
    const base = new URL(server.ready.address).origin
    const failed: string[] = []
    for (const body of bodies)
      for (const action of [actionId("signInAction"), undefined, "0".repeat(42), "nothing"]) {
        const status = await statusOf(base, body, action)
        if (status >= 500 || (status === 0 && body.body.length < 1_000_000))
          failed.push(`${body.what}: ${status}`)
      }
    expect(failed).toEqual([])
    expect(output).toContain("unreadable call of an action")
    expect(output).not.toContain('"msg":"bug"')
    // The sentence that a call which can be read is answered with.
    expect(
      await statusOf(
        base,
        { what: "", body: '[{"name":"nobody","password":"nothing"}]' },
        actionId("signInAction"),
      ),
    ).toBe(200)
  })
})
