import { beforeEach, describe, expect, it, vi } from "vitest"
import type { SchoolRole, Viewer } from "@/lib/access/viewer"
import { requireViewer } from "@/lib/platform/session"
import { request } from "@/tests/support/matrix/next-headers"

const asking = vi.hoisted(() => ({ viewer: null as Viewer | null }))

vi.mock("next/headers", () => import("@/tests/support/matrix/next-headers"))
vi.mock("next/navigation", () => ({
  forbidden: () => {
    throw new Error("forbidden")
  },
  redirect: (to: string) => {
    throw new Error(`led to ${to}`)
  },
}))
vi.mock("@/lib/platform/session-cookie", () => ({ tokenHashOf: async () => Buffer.from("hash") }))
vi.mock("@/lib/platform/load-viewer-by-token", () => ({ loadViewerByToken: async () => asking.viewer }))

const viewer = (role: SchoolRole, mustChangePassword = false): Viewer => ({
  sessionId: "session",
  userId: "user",
  role,
  displayName: "Somebody",
  userName: "somebody",
  mustChangePassword,
  demonstration: false,
  school: { name: "City School", timeZone: "UTC", locale: "en" },
})

const opens = async (who: Viewer | null, roles?: readonly SchoolRole[]) => {
  asking.viewer = who
  return requireViewer(roles, "/teach").then(
    ({ role }) => role,
    ({ message }: Error) => message,
  )
}

beforeEach(() => request({}))

describe("a page that asks who is there", () => {
  it("opens for the roles it is for, and for everybody where it names none", async () => {
    expect(await opens(viewer("teacher"), ["teacher", "administrator"])).toBe("teacher")
    expect(await opens(viewer("student"))).toBe("student")
  })

  it.each(["student", "assistant"] as const)(
    "is forbidden to a %s where it is not for them",
    async (role) => {
      expect(await opens(viewer(role), ["teacher", "administrator"])).toBe("forbidden")
    },
  )

  it("leads away who is not signed in, or needs a password of their own first", async () => {
    expect(await opens(null, ["teacher"])).toBe("led to /sign-in?next=%2Fteach")
    expect(await opens(viewer("teacher", true), ["teacher"])).toBe("led to /account/password")
  })
})
