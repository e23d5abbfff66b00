import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import { strFromU8, unzipSync } from "fflate"
import { v4 } from "uuid"
import { database } from "@/lib/platform/database"
import { closeOverdueAttempts } from "@/lib/quiz/server/close-overdue-attempts"
import { saveResponses } from "@/lib/quiz/server/save-responses"
import { submitAttempt } from "@/lib/quiz/server/submit-attempt"
import { importReading } from "@/lib/reading/server/import-reading"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeViewer } from "@/tests/support/factories"
import { makeQuiz, startQuiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"

const grid = async () => {
  const { id } = await database().assignment.findFirstOrThrow({
    where: {
      class: { createdBy: { userName: "lindqvist" } },
      lessonVersion: { lesson: { slug: "fake-neutrality" } },
    },
    orderBy: { createdAt: "asc" },
  })
  return `/teach/assignments/${id}`
}

test("a teacher reads the grid, sorts it and walks it by keyboard", async ({ page, signIn }) => {
  await signIn("teacher")
  await page.goto(await grid())
  await expect(page.getByRole("heading", { level: 1, name: "Fake neutrality?" })).toBeVisible()
  const table = page.getByRole("table", { name: /how far they have come/ })
  // Needs me first. (Another test may have sent Jonas to work meanwhile.)
  await expect(table.locator("tbody tr").first()).toContainText(/Jonas Weber|Finn O’Dowd/)
  await expect(page.getByText("is often misread")).toBeVisible()
  await expectNoAxeViolations(page)
  await table.getByRole("link", { name: "Quiz" }).click()
  await expect(page).toHaveURL(/sort=quiz&dir=down/)
  await expect(table.locator("tbody tr").first()).toContainText(/\d\d\S*\s*\/\s*37/)
  const first = table.locator("tbody tr").first().getByRole("link").first()
  // Once the page's one handler has arrived.
  await expect(async () => {
    await first.focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await expect(table.locator("tbody tr").nth(2).getByRole("link").first()).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press("End")
  await expect(table.locator("tbody tr").last().getByRole("link").first()).toBeFocused()
  await page.keyboard.press("Home")
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/students\//)
  await expect(page.getByText("Nothing here can be changed")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("the grid finds a student by letters without their marks, and says so when nobody fits", async ({
  page,
  signIn,
}) => {
  await signIn("teacher")
  await page.goto(await grid())
  await page.getByRole("searchbox", { name: "Find a student" }).fill("zielinski")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("link", { name: "Mateusz Zieliński" })).toBeVisible()
  await expect(page.getByRole("link", { name: "Ada Lindholm" })).toHaveCount(0)
  await page.goto(`${await grid()}?find=nobody-of-this-name`)
  await expect(page.getByText("No student fits")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("every question says n first, who chose what, and where proof was looked for", async ({
  page,
  signIn,
}) => {
  await signIn("teacher")
  await page.goto(`${await grid()}/items`)
  await expect(page.getByText("Misread: C draws more than the key").first()).toBeVisible()
  const detail = page.locator("#question-5")
  await expect(detail.getByText(/\d+ of \d+ students with the right answer/)).toBeVisible()
  await detail
    .locator("summary", { hasText: /^\d+ students$/ })
    .last()
    .click()
  await expect(detail.getByRole("link").first()).toBeVisible()
  await expect(detail.getByText("proves it").first()).toBeVisible()
  await expectNoAxeViolations(page)
})

test("each number of the discussion leads to the posts it counts", async ({ page, signIn }) => {
  await signIn("teacher")
  await page.goto(`${await grid()}/discussion`)
  await expect(page.getByRole("heading", { name: "Who is heard?" })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("link", { name: "Opening posts: 1 of Samuel Katz" }).click()
  await expect(page).toHaveURL(/only=openings/)
  await expect(page.getByRole("heading", { name: "Samuel Katz" })).toBeVisible()
  await expect(page.getByText("Posts that open a question: 1 post")).toBeVisible()
  await expect(page.getByText("depends if you mean the government’s trade")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("the file has the numbers of the screen, and is had by keyboard alone", async ({ page, signIn }) => {
  await signIn("teacher")
  await page.goto(`${await grid()}?sort=name`)
  const menu = page.getByRole("button", { name: "Take it with you" })
  await menu.focus()
  // Once its script has arrived.
  await expect(async () => {
    await page.keyboard.press("Enter")
    await expect(page.getByRole("dialog", { name: "Take it with you" })).toBeVisible({ timeout: 500 })
  }).toPass()
  await expectNoAxeViolations(page)
  await page.keyboard.press("Escape")
  await expect(menu).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("dialog", { name: "Take it with you" })).toBeFocused()
  await page.keyboard.press("Tab")
  await expect(page.getByRole("link", { name: "Students, CSV" })).toBeFocused()
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")])
  expect(download.suggestedFilename()).toBe("10B-Civics_Fake-neutrality_students.csv")
  const lines: Record<string, string>[] = parse(readFileSync(await download.path()), {
    bom: true,
    columns: true,
  })
  await page.keyboard.press("Escape")
  const rows = page.getByRole("table", { name: /how far/ }).locator("tbody tr")
  await expect(rows).toHaveCount(lines.length)
  const elif = lines.find((line) => line.Student === "Elif Yıldız")
  await expect(rows.filter({ hasText: "Elif Yıldız" })).toContainText(`${elif?.Score} of 37 points`)
})

test("a student's report is a PDF, and the class comes in one file", async ({ page, signIn }) => {
  await signIn("teacher")
  await page.goto(`${await grid()}?sort=name`)
  await page.getByRole("link", { name: "Elif Yıldız" }).click()
  await page.getByRole("heading", { name: "Elif Yıldız" }).waitFor()
  await page.getByRole("button", { name: "Take it with you" }).click()
  const link = page.getByRole("link", { name: "Report of Elif Yıldız, PDF" })
  const [report] = await Promise.all([page.waitForEvent("download"), link.click()])
  expect(report.suggestedFilename()).toMatch(/^10B-Civics_Fake-neutrality_[\w-]+\.pdf$/)
  expect(
    readFileSync(await report.path())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-")
  await page.keyboard.press("Escape")
  await page.getByRole("link", { name: "10B Civics" }).first().click()
  const whole = page.getByRole("link", { name: "Take the whole class with you" })
  const [zip] = await Promise.all([page.waitForEvent("download"), whole.click()])
  const files = unzipSync(readFileSync(await zip.path()))
  expect(Object.keys(files)).toContain("assignments/01_Fake-neutrality/discussion-1.md")
  expect(strFromU8(files["README.md"] ?? new Uint8Array())).toContain("# 10B Civics")
})

test("an assistant looks, takes no file away and learns no pseudonym", async ({ page, signIn }) => {
  await signIn("assistant")
  await page.goto(await grid())
  await expect(page.getByRole("link", { name: "Elif Yıldız" })).toBeVisible()
  await expect(page.getByRole("button", { name: "Take it with you" })).toHaveCount(0)
  await page.goto(`${await grid()}/discussion`)
  await expect(page.getByText("is shown to the teachers of the class")).toBeVisible()
  await expect(page.getByText("Samuel Katz")).toHaveCount(0)
  await expect(page.getByRole("link", { name: "Grade the discussion" })).toHaveCount(0)
  const table = page.getByRole("table", { name: /their part in the discussion/ })
  await table.getByRole("rowheader").getByRole("link").first().click()
  await expect(page.getByRole("link", { name: "Open in the thread" }).first()).toBeVisible()
  await expect(page.getByText("Rubric")).toHaveCount(0)
})

test("students find no results of others, strangers no page", async ({ page, signIn }) => {
  await signIn("student")
  for (const part of ["", "/items", "/misread", "/discussion"]) {
    const response = await page.goto(`${await grid()}${part}`)
    expect(response?.status()).toBe(403)
  }
  await signIn("administrator")
  expect((await page.goto(await grid()))?.status()).toBe(404)
})

test("results held back are released once, after a question", async ({ page, signIn }) => {
  const quiz = await makeQuiz({ releasePolicy: "by_teacher" })
  await finishQuiz(quiz, quiz.students[0].id, { 0: { option: optionOf(quiz, 0, 0) } })
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/assignments/${quiz.assignment.id}`)
  await expect(page.getByText("Results are held back")).toBeVisible()
  await page.getByRole("button", { name: "Release results" }).click()
  await expect(page.getByRole("alertdialog")).toContainText("Release the results of 1 student?")
  await expectNoAxeViolations(page)
  await page.getByRole("alertdialog").getByRole("button", { name: "Release results" }).click()
  await expect(page.getByText("Results released")).toBeVisible()
  await expect(page.getByRole("button", { name: "Release results" })).toHaveCount(0)
})

test("answers from after the deadline wait for the teacher, and count when accepted", async ({
  page,
  signIn,
}) => {
  const quiz = await makeQuiz({ timeLimitMinutes: 30, releasePolicy: "by_teacher" })
  const [student] = quiz.students
  const { attemptId, tokenHash } = await startQuiz(quiz, student.id, new Date(Date.now() - 31 * 60_000))
  const itemId = quiz.items[1]?.itemId ?? ""
  await saveResponses({
    tokenHash,
    attemptId,
    responses: [{ itemId, saveNumber: 1, value: { text: "silence" } }],
  })
  await closeOverdueAttempts(new Date())
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/assignments/${quiz.assignment.id}`)
  await expect(page.getByText("student has answers from after the deadline")).toBeVisible()
  await page.getByRole("link", { name: `See ${student.displayName}` }).click()
  await expect(page.getByText("One answer of")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Accept the late answer" }).click()
  await expectNoAxeViolations(page)
  await page.getByRole("alertdialog").getByRole("button", { name: "Accept the late answer" }).click()
  await expect(page.getByText("1 of 4 points")).toBeVisible()
  await expect(page.getByText("One answer of")).toHaveCount(0)
})

test("a teacher lets a student go on with a quiz that was handed in", async ({ page, signIn }) => {
  const quiz = await makeQuiz({ timeLimitMinutes: 30, releasePolicy: "by_teacher" })
  const [student] = quiz.students
  const { attemptId, tokenHash } = await startQuiz(quiz, student.id)
  await submitAttempt({ tokenHash, attemptId, submitKey: "handed in by mistake", now: new Date() })
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/assignments/${quiz.assignment.id}/students/${quiz.enrolments[0].id}`)
  await page.getByRole("button", { name: "Reopen the quiz" }).click()
  const dialog = page.getByRole("alertdialog")
  await expectNoAxeViolations(page)
  await dialog.getByLabel("Minutes").fill("0")
  await dialog.getByRole("button", { name: "Reopen the quiz" }).click()
  await expect(dialog.getByRole("alert")).toBeVisible()
  await dialog.getByLabel("Minutes").fill("20")
  await dialog.getByRole("button", { name: "Reopen the quiz" }).click()
  await expect(page.getByText("In the quiz now.")).toBeVisible()
  await expect(page.getByRole("button", { name: "Reopen the quiz" })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await signIn({ userId: student.id })
  await page.goto(`/a/${quiz.assignment.id}/quiz`)
  await expect(page.getByRole("radio", { name: "To be fair" })).toBeVisible()
})

test("the grid follows the class while students work, until it is held still", async ({ page, signIn }) => {
  const quiz = await makeQuiz()
  const [first, second] = quiz.students
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/assignments/${quiz.assignment.id}`)
  const started = page.getByText("Nobody has started.")
  await expect(started).toBeVisible()
  await startQuiz(quiz, first.id)
  await expect(started).toHaveCount(0, { timeout: 30_000 })
  await page.getByRole("checkbox", { name: "Follow live" }).uncheck()
  await expectNoAxeViolations(page)
  let asked = 0
  page.on("request", (request) => {
    if (request.url().endsWith("/pulse")) asked++
  })
  await startQuiz(quiz, second.id)
  await page.waitForTimeout(12_000)
  expect(asked).toBe(0)
  await page.getByRole("checkbox", { name: "Follow live" }).check()
  await expect.poll(() => asked, { timeout: 30_000 }).toBeGreaterThan(0)
})

test("a teacher reminds who has not started; it stands at their home", async ({ page, signIn }) => {
  const quiz = await makeQuiz()
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`/teach/assignments/${quiz.assignment.id}`)
  await page.getByRole("button", { name: "students who have not started" }).click()
  await expectNoAxeViolations(page)
  await page.getByRole("alertdialog").getByRole("button", { name: "Remind" }).click()
  await expect(page.getByText(/^Reminded /)).toBeVisible()
  await expect(page.getByRole("button", { name: "Remind" })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await signIn({ userId: quiz.students[0].id })
  await page.goto("/home")
  await expect(page.getByText("Your teacher reminded you of this")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("an assignment nobody has begun says what will stand here", async ({ page, signIn }) => {
  const quiz = await makeQuiz()
  await signIn({ userId: quiz.teacher.id })
  const base = `/teach/assignments/${quiz.assignment.id}`
  await page.goto(base)
  await expect(page.getByText("Nobody has started")).toBeVisible()
  await page.goto(`${base}/items`)
  await expect(page.getByText("Nobody has handed in the quiz")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.goto(`${base}/discussion`)
  await expect(page.getByText("No discussion yet")).toBeVisible()
  await page.goto(`${base}/students/${quiz.enrolments[0].id}`)
  await expect(page.getByText("No quiz yet")).toBeVisible()
  await database().enrolment.updateMany({
    where: { classId: quiz.class.id, role: "student" },
    data: { leftAt: new Date() },
  })
  await page.goto(base)
  await expect(page.getByText("No students yet")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("a teacher puts the lesson on a text of their own, and hears what was not found", async ({
  page,
  signIn,
}) => {
  const { id } = await database().lesson.findUniqueOrThrow({ where: { slug: "fake-neutrality" } })
  const teacher = await makeViewer("teacher", { userName: `own.copy.${v4().slice(0, 8)}` })
  await signIn({ userId: teacher.userId })
  await page.goto(`/teach/lessons/${id}/own-copy`)
  await expect(page.getByText("You have no other text yet")).toBeVisible()
  const about = {
    author: null,
    source: null,
    sourceUrl: null,
    publishedOn: null,
    deck: null,
    rightsNote: null,
  }
  const words = ["In the end 35 countries abstained. Some call it “fake neutrality”."]
  const text = { readingId: v4(), title: "My own text", language: "en", kind: "opinion" as const, tasks: [] }
  await importReading(teacher, { ...text, ...about, paragraphs: words }, new Date())
  await page.reload()
  await expectNoAxeViolations(page)
  await expect(page.getByRole("radio", { name: /My own text/ })).toBeChecked()
  await page.getByRole("button", { name: "Make the copy" }).click()
  await expect(page.getByText("5 questions found their evidence in this text.")).toBeVisible()
  await expect(page.getByText("What the note changes")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("link", { name: "Open the copy" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Fake neutrality? (My own text)" })).toBeVisible()
})
