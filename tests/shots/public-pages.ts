import type { Page } from "@playwright/test"
import { sitterGranted } from "@/tests/shots/granted-scene"
import type { PageEntry } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"
import {
  ONE_FORM as FORM,
  newTeacher,
  nobody,
  strayStudent,
  student,
  teacher,
} from "@/tests/shots/shot-makers"
import { secondStepForgotten } from "@/tests/shots/stagings"
import { appCode } from "@/tests/support/authenticator"

/** Types into a form by the names of its fields, submits it, and waits for what is said against it. */
async function submitWrong(page: Page, fields: Record<string, string>): Promise<void> {
  await page.waitForLoadState("networkidle")
  for (const [name, text] of Object.entries(fields))
    await page.locator(`main [name="${name}"]`).first().fill(text)
  const form = page
    .locator("main form")
    .filter({ has: page.locator(`[name="${Object.keys(fields)[0]}"]`) })
    .first()
  await form.locator('[type="submit"]').click()
  await page.locator('main [role="alert"], main [aria-invalid="true"]').first().waitFor()
}

/** As far as the question for the code of the second step. */
async function signInToSecondStep(page: Page, scene: Scene): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByLabel("User name or email").fill(scene.twoStepTeacher)
  await page.getByLabel("Password", { exact: true }).fill(scene.password)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.getByLabel("Code of your second step").waitFor()
}

async function typeWrongCode(page: Page, scene: Scene): Promise<void> {
  await signInToSecondStep(page, scene)
  await page.getByLabel("Code of your second step").fill("000000")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.getByText("This code is not good").waitFor()
}

async function setUpSecondStep(page: Page, scene: Scene): Promise<void> {
  await page.waitForLoadState("networkidle")
  await page.getByLabel("Your password", { exact: true }).fill(scene.password)
  await page.getByRole("button", { name: "Set up the second step" }).click()
  await page.getByAltText("QR code for your authenticator app.").waitFor()
}

/** Types the code an authenticator app would show, and sees the recovery codes. */
async function switchSecondStepOn(page: Page, scene: Scene): Promise<void> {
  await setUpSecondStep(page, scene)
  const secret = await page.locator("[data-factor-secret]").innerText()
  await page.getByLabel("Code", { exact: true }).fill(appCode(secret, new Date()))
  await page.getByRole("button", { name: "Switch the second step on" }).click()
  await page.getByRole("heading", { name: "Keep these recovery codes" }).waitFor()
}

const twoStepTeacher = (scene: Scene) => scene.twoStepTeacher

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
      { state: "full", called: "second step", as: nobody, path: () => "/sign-in", act: signInToSecondStep },
      {
        state: "error",
        called: "second step refused",
        as: nobody,
        path: () => "/sign-in",
        act: typeWrongCode,
      },
      { state: "error", called: "provider refused", as: nobody, path: () => "/sign-in?error=OAuthCallback" },
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
      {
        state: "full",
        called: "granted: account",
        as: student,
        path: () => "/account",
        staged: sitterGranted,
      },
      { state: "full", as: teacher, path: () => "/account" },
      { state: "full", called: "second step on", as: twoStepTeacher, path: () => "/account" },
      {
        state: "full",
        called: "setting up the second step",
        as: newTeacher,
        path: () => "/account",
        staged: secondStepForgotten,
        act: setUpSecondStep,
      },
      {
        state: "full",
        called: "recovery codes",
        as: newTeacher,
        path: () => "/account",
        staged: secondStepForgotten,
        act: switchSecondStepOn,
      },
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
