import { describe, expect, it, vi } from "vitest"
import { buildAuthOptions, type SignInPeople, SignInRefused } from "./auth-options"

vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1/none")

const told = "Invalid `prisma.user.findFirst()` invocation: invalid byte sequence for encoding UTF8"

function optionsWhere(fails: Error) {
  const failing = () => Promise.reject(fails)
  const people: SignInPeople = {
    verify: failing,
    start: failing,
    findByIdentity: failing,
    link: failing,
    find: failing,
    end: failing,
  }
  return buildAuthOptions(people, { linkFor: null, userAgent: null })
}

type Credentials = { options: { authorize: (given: object, request: object) => Promise<unknown> } }

const signInWith = (fails: Error) => {
  const [credentials] = optionsWhere(fails).providers as unknown as Credentials[]
  return credentials?.options.authorize({ name: "amina", password: "x" }, {})
}

describe("next-auth puts the message of what is thrown into an address", () => {
  it("so a failure of ours is told there without its words", async () => {
    await expect(signInWith(new Error(told))).rejects.toThrow(/^Callback$/)
  })

  it("and a refusal by its code", async () => {
    await expect(signInWith(new SignInRefused("people.signInWrong"))).rejects.toThrow(/^people\.signInWrong$/)
  })
})

it("leads back to this site alone, and by what a header can hold", async () => {
  const { redirect } = optionsWhere(new Error(told)).callbacks ?? {}
  const leadTo = (url: string) => redirect?.({ url, baseUrl: "http://school.test:3000" })
  expect(await leadTo("/é")).toBe("http://school.test:3000/%C3%A9")
  for (const url of ["http://[", "//evil.example", "'http://school.test:3000", "https://evil.example/"])
    expect(new URL((await leadTo(url)) ?? "").origin).toBe("http://school.test:3000")
})
