import type { PageEntry } from "@/tests/shots/page-entry"

/** Every page of the app. Written by hand: a page that is missing here makes `npm run shots` fail. */
export const pages: readonly PageEntry[] = [
  {
    page: "sign-in/page.tsx",
    neverEmpty: "It is one form.",
    shots: [
      { state: "full", as: () => null, path: () => "/sign-in" },
      {
        state: "error",
        as: () => null,
        path: () => "/sign-in",
        act: async (page) => {
          await page.locator('[name="name"], [name="identifier"], [name="userName"]').first().fill("nobody")
          await page.locator('[type="password"]').fill("not the password")
          await page.locator('main [type="submit"]').click()
          await page.getByRole("alert").first().waitFor()
        },
      },
    ],
  },
]
