import { describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { allow } from "@/lib/access/refusal"
import { runRoute } from "@/lib/platform/run-route"

describe("a route", () => {
  it("without a cookie neither reads the body nor asks its use case", async () => {
    const handle = vi.fn(async () => allow("done"))
    const headers = { host: "school.example", origin: "http://school.example" }
    const request = new Request("http://school.example/x", { method: "POST", headers, body: "{}" })
    const answer = await runRoute({ input: z.object({}), handle })(request, {})
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error: { code: "common.signedOut" } })
    expect(handle).not.toHaveBeenCalled()
    expect(request.bodyUsed).toBe(false)
  })
})
