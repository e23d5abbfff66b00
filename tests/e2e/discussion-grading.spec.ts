import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makePost } from "@/tests/support/factories-discussion"
import { makeQuiz } from "@/tests/support/factories-quiz"
import { finishQuiz, optionOf } from "@/tests/support/factories-results"

const CANARY = "Whose words are these?"

/** Two students who have handed in; one has posted, the other answered. Results wait for their teacher. */
async function makeGradable() {
  const quiz = await makeQuiz({ releasePolicy: "by_teacher" })
  for (const { id } of quiz.students) await finishQuiz(quiz, id, { 0: { option: optionOf(quiz, 0, 0) } })
  const names = ["Ann Abel", "Ben Babel"] as const
  for (const [at, displayName] of names.entries())
    await database().user.update({ where: { id: quiz.students[at]?.id }, data: { displayName } })
  const { id: promptId } = await database().prompt.findFirstOrThrow({
    where: { lessonVersionId: quiz.lesson.lessonVersionId },
  })
  const [ann, ben] = quiz.enrolments
  const at = { assignmentId: quiz.assignment.id, promptId }
  const opening = { alias: "Blue Heron", side: "agree", body: "He is right about the vote." } as const
  const post = await makePost({ ...at, enrolmentId: ann.id }, opening)
  await makePost({ ...at, enrolmentId: ben.id }, { alias: "Grey Owl", side: "disagree", body: "He is not." })
  await makePost(
    { ...at, enrolmentId: ben.id },
    { parentId: post.id, move: "restate", body: "You say the vote shows it." },
  )
  return { quiz, base: `/teach/assignments/${quiz.assignment.id}/discussion`, names }
}

/** The third level of every criterion, by keyboard alone. */
async function chooseLevels(page: Page): Promise<void> {
  for (const group of await page.locator("fieldset:has(input[type=radio])").all()) {
    await group.getByRole("radio").first().focus()
    await page.keyboard.press("Space")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await expect(group.getByRole("radio").nth(2)).toBeChecked()
  }
}

test("a discussion is graded by keyboard under pseudonyms, and reaches the student with the release", async ({
  page,
  signIn,
}) => {
  const { quiz, base, names } = await makeGradable()
  const [ann, ben] = quiz.students
  await signIn({ userId: quiz.teacher.id })
  await page.goto(base)
  await expect(page.getByText("0 of 2 graded")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("link", { name: "Grade the discussion" }).click()
  await expect(page.getByRole("heading", { name: "Blue Heron" })).toBeVisible()
  for (const name of names) await expect(page.getByText(name)).toHaveCount(0)
  await expect(page.getByText("You say the vote shows it.")).toBeVisible()
  await expectNoAxeViolations(page)
  await chooseLevels(page)
  await page.getByLabel("Comment").fill(CANARY)
  await page.keyboard.press("Control+Enter")
  await expect(page.getByRole("heading", { name: "Grey Owl" })).toBeVisible()
  await expect(page.getByText("“disagrees” answering “agrees”")).toBeVisible()
  await expect(page.getByText("not confirmed yet").first()).toBeVisible()
  await page.keyboard.press("Alt+PageUp")
  await expect(page.getByText("6 of 9 points")).toBeVisible()
  await page.goto(base)
  await expect(page.getByText("1 of 2 graded")).toBeVisible()
  await expect(page.getByRole("row", { name: names[0] })).toContainText("6 of 9")

  await signIn({ userId: ann.id })
  const seen = async () => {
    const addresses = [`/a/${quiz.assignment.id}/results`, `/a/${quiz.assignment.id}`, "/home"]
    const answers = await Promise.all(addresses.map((address) => page.request.get(address)))
    return (await Promise.all(answers.map((answer) => answer.text()))).join("\n")
  }
  const before = await seen()
  for (const word of [CANARY, "Whose words", "Cites sentences that fit", "6 of 9"])
    expect(before).not.toContain(word)
  await database().assignment.update({ where: { id: quiz.assignment.id }, data: { releasedAt: new Date() } })
  expect(await seen()).toContain(CANARY)
  await page.goto(`/a/${quiz.assignment.id}/results`)
  const own = page.getByRole("region", { name: "Your part in the discussion" })
  await expect(own).toContainText("6 of 9 points")
  await expect(own).toContainText("Cites sentences that fit the point")
  await expectNoAxeViolations(page)
  await signIn({ userId: ben.id })
  expect(await seen()).not.toContain(CANARY)
})

test("a changed rubric leaves the grades that were given as they were", async ({ page, signIn }) => {
  const { quiz, base, names } = await makeGradable()
  await signIn({ userId: quiz.teacher.id })
  await page.goto(`${base}/${quiz.enrolments[0].id}`)
  await chooseLevels(page)
  await page.keyboard.press("Control+Enter")
  await expect(page.getByRole("heading", { name: "Grey Owl" })).toBeVisible()
  await page.goto(`${base}/rubric`)
  await expectNoAxeViolations(page)
  const title = page.getByLabel("Criterion 1", { exact: true })
  await title.fill("")
  await page.keyboard.press("Control+Enter")
  await expect(page.getByText("A criterion has no words yet.")).toBeVisible()
  await title.fill("Stands on sentences")
  await page.keyboard.press("Control+Enter")
  await expect(page.getByText("1 of 2 graded")).toBeVisible()
  await page.goto(`${base}/${quiz.enrolments[0].id}?names=shown`)
  await expect(page.getByRole("heading", { name: names[0] })).toBeVisible()
  const notice = page.getByRole("status").filter({ hasText: "The rubric was changed after" })
  await expect(notice).toContainText("Rests on the text")
  await expect(page.getByRole("group", { name: "Stands on sentences" })).toBeVisible()
  await expectNoAxeViolations(page)
})
