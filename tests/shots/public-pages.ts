import type { Page } from "@playwright/test"
import type { PageEntry } from "@/tests/shots/page-entry"
import { nobody, strayStudent, student, teacher } from "@/tests/shots/shot-makers"

const FORM = "It is one form."

/** Types into a form by the names of its fields, submits it, and waits for what is said against it. */
async function submitWrong(page: Page, fields: Record<string, string>): Promise<void> {
  await page.waitForLoadState("networkidle")
  for (const [name, text] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(text)
  const form = page.locator("main form").filter({ has: page.locator(`[name="${Object.keys(fields)[0]}"]`) })
  await form.locator('[type="submit"]').click()
  await page.locator('main [role="alert"], main [aria-invalid="true"]').first().waitFor()
}

/** Pages for people who are not signed in, and the account pages everybody has. */
export const publicPages: readonly PageEntry[] = [
  {
    page: "page.tsx",
    neverEmpty: "It only leads on.",
    shots: [
      { state: "full", as: student, path: () => "/" },
      { state: "error", as: nobody, path: () => "/" },
    ],
  },
  {
    page: "sign-in/page.tsx",
    neverEmpty: FORM,
    shots: [
      { state: "full", as: nobody, path: () => "/sign-in" },
      {
        state: "error",
        as: nobody,
        path: () => "/sign-in",
        act: (page) => submitWrong(page, { name: "nobody.here", password: "not the password" }),
      },
    ],
  },
  {
    page: "join/page.tsx",
    neverEmpty: FORM,
    shots: [
      { state: "full", as: nobody, path: (scene) => `/join?code=${scene.joinCode}` },
      { state: "full", as: strayStudent, path: () => "/join" },
      {
        state: "error",
        as: strayStudent,
        path: () => "/join",
        act: (page) => submitWrong(page, { code: "NOSUCH00" }),
      },
    ],
  },
  {
    page: "set-up/[token]/page.tsx",
    neverEmpty: FORM,
    shots: [
      { state: "full", as: nobody, path: (scene) => `/set-up/${scene.setUpToken}` },
      { state: "error", as: nobody, path: () => "/set-up/a-link-that-was-used" },
    ],
  },
  {
    page: "account/page.tsx",
    neverEmpty: "Whoever is signed in has an account.",
    shots: [
      { state: "full", as: student, path: () => "/account" },
      { state: "full", as: teacher, path: () => "/account" },
      {
        state: "error",
        as: student,
        path: () => "/account",
        act: (page) => submitWrong(page, { current: "not the password", password: "correct horse battery" }),
      },
    ],
  },
  {
    page: "account/password/page.tsx",
    neverEmpty: FORM,
    shots: [
      { state: "full", as: (scene) => scene.newcomer, path: () => "/account/password" },
      {
        state: "error",
        as: (scene) => scene.newcomer,
        path: () => "/account/password",
        act: (page) => submitWrong(page, { password: "short" }),
      },
    ],
  },
]
