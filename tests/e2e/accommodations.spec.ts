import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { openQuiz } from "@/tests/support/open-quiz"

const HOUR = 3_600_000

/** A device with one English voice, which notes what it is told to say and has said it at once. */
const giveVoice = (page: Page) =>
  page.addInitScript(() => {
    const said: string[] = []
    class Utterance {
      onend: (() => void) | null = null
      constructor(readonly text: string) {}
    }
    const voice = { lang: "en-GB", localService: true, default: true, name: "Test" }
    const speak = (saying: Utterance) => {
      said.push(saying.text)
      setTimeout(() => saying.onend?.(), 5)
    }
    const engine = { getVoices: () => [voice], speak, cancel: () => {}, addEventListener: () => {} }
    Object.assign(window, { said, SpeechSynthesisUtterance: Utterance })
    Object.defineProperty(window, "speechSynthesis", { value: engine, configurable: true })
  })

test("a teacher grants a student more, who reads it before the quiz and has it in the quiz", async ({
  page,
  signIn,
}) => {
  const closesAt = new Date(Date.now() + HOUR)
  const opensAt = new Date(Date.now() - HOUR / 6)
  const quiz = await openQuiz({
    timeLimitMinutes: 40,
    opensAt,
    dueAt: closesAt,
    closesAt,
    shuffleOptions: false,
  })
  const [amina, bilal] = quiz.students
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/classes/${quiz.class.id}/accommodations`)
  await expect(page.getByText("Nobody has anything yet.", { exact: false })).toBeVisible()
  await expect(page.getByText("Colloquy stores what is granted, never why", { exact: false })).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole("button", { name: `Grant ${amina.displayName} something` }).click()
  const window = page.getByRole("dialog")
  await window.getByLabel("Time", { exact: true }).selectOption("2")
  await window.getByLabel("More minutes").fill("5")
  await window.getByLabel("More attempts").fill("1")
  await window.getByLabel("Questions read aloud").check({ force: true })
  await window.getByLabel("Larger type").check({ force: true })
  await expectNoAxeViolations(page)
  await window.getByRole("button", { name: "Save" }).click()
  const line = page.getByRole("row").filter({ hasText: amina.displayName })
  await expect(line).toContainText("2 × time, +5 min, 1 more attempt, read aloud, larger type")
  await expect(page.getByText("No quiz was under way.", { exact: false })).toBeVisible()
  await expect(page.getByText("In one assignment the dates leave no room for it")).toBeVisible()
  await expectNoAxeViolations(page)

  await page.goto(`/teach/assignments/${quiz.assignment.id}/settings`)
  await expect(page.getByText(`${amina.displayName} has 85 min`, { exact: false })).toBeVisible()
  await expectNoAxeViolations(page)

  await giveVoice(page)
  await signIn({ userId: amina.id })
  await page.goto("/account")
  await expect(page.getByRole("heading", { name: "What you are granted" })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.goto(`/a/${quiz.assignment.id}/quiz`)
  await expect(page.getByText("85 minutes from when you start")).toBeVisible()
  await expect(page.getByText("85 min = 40 × 2 + 5 more for you")).toBeVisible()
  await expect(page.getByText("of your 85 min if you start now", { exact: false })).toBeVisible()
  await expect(page.getByText("1 as the class, and 1 more for you")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await expect(page.getByText(/Question 1 ·/)).toBeVisible()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("19.2px")
  await page.getByRole("button", { name: "Listen", exact: true }).click()
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
  await expect.poll(said).toEqual(["Why does a state stay silent?", "To be fair", "To be safe", "To be paid"])
  await expect(page.getByRole("button", { name: "Listen", exact: true })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.setViewportSize({ width: 1280, height: 800 })

  // A classmate has none of it, and sees none of it.
  await signIn({ userId: bilal.id })
  await page.goto("/account")
  await expect(page.getByRole("heading", { name: "What you are granted" })).toBeHidden()
  await page.goto(`/a/${quiz.assignment.id}/quiz`)
  await expect(page.getByText("40 minutes from when you start")).toBeVisible()
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await expect(page.getByText(/Question 1 ·/)).toBeVisible()
  await expect(page.getByRole("button", { name: "Listen", exact: true })).toBeHidden()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("16px")

  // Taken away while Amina sits: her end moves with it.
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/classes/${quiz.class.id}/accommodations`)
  await page.getByRole("button", { name: `Take away what ${amina.displayName} is granted` }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Take away" }).click()
  await expect(page.getByText("One quiz that is under way has its new end.", { exact: false })).toBeVisible()
  const attempt = await database().attempt.findFirstOrThrow({ where: { enrolmentId: quiz.enrolments[0].id } })
  expect(attempt.deadlineAt).toEqual(new Date(attempt.startedAt.getTime() + 40 * 60_000))
})

test("while assigning, whoever would be cut off is named as soon as the dates say so", async ({
  page,
  signIn,
}) => {
  const quiz = await openQuiz({})
  await database().accommodation.create({ data: { userId: quiz.students[0].id, timeMultiplier: 2 } })
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/lessons/${quiz.lesson.lessonId}/assign`)
  await page.getByRole("textbox", { name: "Opens" }).fill("2030-03-04T10:00")
  await page.getByRole("textbox", { name: "Due" }).fill("2030-03-04T11:30")
  await page.getByRole("textbox", { name: "Closes" }).fill("2030-03-04T11:30")
  await page.getByRole("spinbutton", { name: "Minutes optional" }).fill("60")
  const name = quiz.students[0].displayName
  await expect(page.getByText(`${name} has 120 min, the window is 90 min`, { exact: false })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("textbox", { name: "Closes" }).fill("2030-03-04T12:00")
  await expect(page.getByText(`${name} has 120 min`, { exact: false })).toBeHidden()
})
