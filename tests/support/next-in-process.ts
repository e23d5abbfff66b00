import "./react-in-production"
import { createTranslator } from "next-intl"
import { vi } from "vitest"
import { loadMessages } from "@/lib/platform/messages"

// What Next hands a page, for tests that render pages themselves. Import this before anything that imports a page or
// the session: a module that was loaded keeps what it got.

const asking = { cookie: "" }

/** From now on pages are asked for with this `Cookie` header. */
export function askWith(cookie: string): void {
  asking.cookie = cookie
}

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ cookie: asking.cookie, host: "school.test" }),
  cookies: async () => ({ get: () => undefined, getAll: () => [], has: () => false }),
}))
vi.mock("next-intl/server", () => ({
  // One of many namespaces stands here for whichever a page asks for.
  getTranslations: async (namespace: "common") =>
    createTranslator({ locale: "en", messages: loadMessages("en"), namespace, timeZone: "UTC" }),
  getMessages: async () => loadMessages("en"),
  getLocale: async () => "en",
}))
// Vitest compiles elements for development, which React's build for production has no words for.
vi.mock("react/jsx-dev-runtime", async () => {
  const { Fragment, jsx } = await import("react/jsx-runtime")
  return { Fragment, jsxDEV: jsx }
})
