import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { saveGrade } from "@/lib/results/server/save-grade"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { type Gradable, gradeInput, makeGradable } from "@/tests/support/factories-grading"
import { GUIDELINES } from "@/tests/support/long-items"

const base = ({ quiz }: Gradable) => `/teach/assignments/${quiz.assignment.id}`
const at = (path: string) => new URL(path, process.env.COLLOQUY_E2E_URL).href
const comment = (page: Page) => page.getByLabel("Comment", { exact: false }).first()
const draftSaved = (page: Page) => page.getByText(/^Saved as a draft \d/)

/** Focuses the criterion and presses the number of a level. */
async function level(page: Page, criterion: string, number: number): Promise<void> {
  const group = page.getByRole("group", { name: criterion })
  await group.getByRole("radio").first().focus()
  await page.keyboard.press(String(number))
  await expect(group.getByRole("radio").nth(number - 1)).toBeChecked()
}

test("grades are given by keyboard, by question and by student, without names until all is done", async ({
  page,
  signIn,
  browser,
}) => {
  const room = await makeGradable()
  const { quiz } = room
  await signIn({ userId: quiz.teacher.id })
  await page.goto(base(room))
  await page.getByRole("link", { name: "Grade them" }).first().click()
  await expect(page.getByRole("heading", { name: "Answer 1 of 2" })).toBeVisible()
  await expect(page.getByText(GUIDELINES)).toBeVisible()
  for (const { displayName } of quiz.students) await expect(page.getByText(displayName)).toHaveCount(0)
  await expectNoAxeViolations(page)

  // Typed, it is kept at school, and found again on another device.
  await level(page, "Claim", 2)
  await comment(page).fill("Say whose words these are.")
  await expect(draftSaved(page)).toBeVisible()
  await page.getByRole("button", { name: "Save, and open the next" }).click()
  await expect(page.getByText("Choose a level for “Proof”")).toBeVisible()
  await expect(draftSaved(page)).toBeVisible()
  await expectNoAxeViolations(page)
  const elsewhere = await (await browser.newContext()).newPage()
  await signIn({ userId: quiz.teacher.id }, elsewhere)
  await elsewhere.goto(at(page.url()))
  await expect(comment(elsewhere)).toHaveValue("Say whose words these are.")
  await expect(draftSaved(elsewhere)).toBeVisible()
  await expect(elsewhere.getByRole("group", { name: "Claim" }).getByRole("radio").nth(1)).toBeChecked()
  await elsewhere.context().close()

  await level(page, "Proof", 3)
  await comment(page).press("Control+Enter")
  await expect(page.getByRole("heading", { name: "Answer 2 of 2" })).toBeVisible()
  await expect(page.getByText("1 of 2 graded").first()).toBeVisible()
  const draft = await database().gradeDraft.findFirstOrThrow({ where: { graderId: quiz.teacher.id } })
  expect([draft.levels, draft.comment]).toEqual([null, null])

  // One student's answers in a row.
  await page.getByRole("link", { name: "By student" }).click()
  await expect(page.getByRole("heading", { name: /^Student \d of 2$/ })).toBeVisible()
  await page.getByRole("navigation", { name: "Students" }).getByRole("link").first().click()
  await expect(page.getByRole("heading", { name: "Student 1 of 2" })).toBeVisible()
  await page.getByRole("link", { name: /^Question 1, / }).click()
  await expect(page.getByRole("heading", { name: "Was it neutral?" })).toBeVisible()
  await page.keyboard.press("Alt+PageDown")
  await expect(page.getByRole("heading", { name: "Who gains by it?" })).toBeVisible()
  await expect(page.getByRole("heading", { name: "Student 1 of 2" })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.keyboard.press("Alt+PageDown")
  await expect(page.getByRole("heading", { name: "Student 2 of 2" })).toBeVisible()

  // All that is left, one after the other; then names hide nothing any more.
  for (let left = 3; left > 0; left--) {
    const save = page.getByRole("button", { name: /^Save/ })
    if (left === 3) await page.goto(`${base(room)}/grade?by=student`)
    const before = page.url()
    await level(page, "Claim", 1)
    await level(page, "Proof", 1)
    await expect(save).toBeVisible()
    await page.keyboard.press("Control+Enter")
    if (left > 1) await expect.poll(() => page.url()).not.toBe(before)
  }
  await expect(page.getByText("Names are shown: everything here is graded.")).toBeVisible()
  await expect(page.getByRole("heading", { name: /^Student \d of 2, student/i })).toBeVisible()
  await page.getByRole("link", { name: "Hide names" }).click()
  await expect(page.getByRole("heading", { name: /^Student \d of 2$/ })).toBeVisible()
})

test("the later of two teachers is told what the other gave, and chooses", async ({
  page,
  signIn,
  browser,
}) => {
  const room = await makeGradable()
  const address = `${base(room)}/grade`
  const other = await (await browser.newContext()).newPage()
  await signIn({ userId: room.first.userId })
  await signIn({ userId: room.second.userId }, other)
  for (const one of [page, other]) {
    await one.goto(at(address))
    await expect(one.getByRole("heading", { name: "Answer 1 of 2" })).toBeVisible()
  }
  await level(page, "Claim", 1)
  await level(page, "Proof", 1)
  await comment(page).fill("First.")
  await comment(page).press("Control+Enter")
  await expect(page.getByRole("heading", { name: "Answer 2 of 2" })).toBeVisible()

  await level(other, "Claim", 3)
  await level(other, "Proof", 3)
  await comment(other).fill("Second.")
  await comment(other).press("Control+Enter")
  const notice = other.getByRole("status").filter({ hasText: "graded this" })
  await expect(notice).toContainText("First.")
  await expect(notice).toBeFocused()
  await expect(comment(other)).toHaveValue("Second.")
  await expectNoAxeViolations(other)
  await other.getByRole("button", { name: "Save mine instead" }).click()
  await expect(other.getByRole("heading", { name: "Answer 2 of 2" })).toBeVisible()
  const given = await database().scoring.findMany({
    where: { source: "teacher", attemptId: { in: room.attempts } },
    orderBy: { id: "asc" },
  })
  expect(given.map(({ finding }) => (finding as { grade: { comment: string } }).grade.comment)).toEqual([
    "First.",
    "Second.",
  ])
  await other.context().close()
})

test("an answer that is another by now is not graded unread", async ({ page, signIn }) => {
  const room = await makeGradable()
  await signIn({ userId: room.first.userId })
  await page.goto(`${base(room)}/grade`)
  await expect(page.getByText("says it was not.")).toBeVisible()
  await database().response.updateMany({
    where: { attemptId: { in: room.attempts }, itemId: room.quiz.items[0]?.itemId ?? "" },
    data: { saveNumber: 2, value: { text: "Quite another answer.", sentences: [] } },
  })
  await level(page, "Claim", 2)
  await level(page, "Proof", 2)
  await page.keyboard.press("Control+Enter")
  await expect(page.getByText("The student’s answer is another than the one you read")).toBeVisible()
  await expect(page.getByText("Quite another answer.")).toBeVisible()
  await expect(page.getByRole("group", { name: "Claim" }).getByRole("radio").nth(1)).toBeChecked()
  await page.getByRole("group", { name: "Claim" }).getByRole("radio").nth(1).press("Control+Enter")
  await expect(page.getByRole("heading", { name: "Answer 2 of 2" })).toBeVisible()
})

test("comments are kept, found and put where the cursor is, by keyboard", async ({ page, signIn }) => {
  const room = await makeGradable()
  await signIn({ userId: room.first.userId })
  await page.goto(`${base(room)}/grade`)
  await comment(page).fill("Cite the sentence.")
  await page.getByRole("button", { name: "Keep this comment" }).click()
  await expect(page.getByText("Kept among your comments.")).toBeVisible()
  await comment(page).fill("Good.  Go on.")
  await comment(page).press("Home")
  for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowRight")
  await page.getByRole("button", { name: "My comments" }).press("Enter")
  const find = page.getByLabel("Find a comment of yours")
  await expect(find).toBeFocused()
  await expectNoAxeViolations(page)
  await page.keyboard.type("sentence")
  await page.keyboard.press("ArrowDown")
  await expect(page.getByRole("button", { name: "Cite the sentence.", exact: true })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(comment(page)).toBeFocused()
  await expect(comment(page)).toHaveValue("Good. Cite the sentence. Go on.")
  await page.getByRole("button", { name: "My comments" }).press("Enter")
  await page.getByRole("button", { name: "Edit “Cite the sentence.”" }).press("Enter")
  await page.getByLabel("The comment", { exact: true }).fill("Cite it.")
  await page.getByRole("button", { name: "Save", exact: true }).press("Enter")
  await page.getByRole("button", { name: "Delete “Cite it.”" }).press("Enter")
  await expect(page.getByText("Deleted.")).toBeVisible()
  await page.getByRole("button", { name: "Undo" }).press("Enter")
  await expect(page.getByRole("button", { name: "Cite it.", exact: true })).toBeVisible()
  await expectNoAxeViolations(page)
  await find.press("Escape")
  await expect(find).toHaveCount(0)
  await expect(comment(page)).toBeFocused()
})

test("two graders grade apart, see where they differ, and settle it", async ({ page, signIn }) => {
  const room = await makeGradable()
  await signIn({ userId: room.first.userId })
  await page.goto(`${base(room)}/grade`)
  await page.getByRole("checkbox", { name: /Ask for a second grader/ }).press("Space")
  await expect(page.getByRole("link", { name: "Where you differ (0)" })).toBeVisible()
  await level(page, "Claim", 1)
  await level(page, "Proof", 2)
  await comment(page).fill("Canary of the first.")
  await comment(page).press("Control+Enter")
  await expect(page.getByRole("heading", { name: "Answer 2 of 2" })).toBeVisible()
  await page.keyboard.press("Alt+PageUp")
  await expect(page.getByText("It is provisional")).toBeVisible()
  await expectNoAxeViolations(page)
  const graded = page.url()

  await page.context().clearCookies()
  await signIn({ userId: room.second.userId })
  await page.goto(graded)
  await expect(page.getByText("A colleague has graded this answer.")).toBeVisible()
  expect(await page.content()).not.toContain("Canary of the first.")
  await level(page, "Claim", 3)
  await level(page, "Proof", 2)
  await comment(page).fill("From the second.")
  await comment(page).press("Control+Enter")
  await expect(page.getByRole("link", { name: "Where you differ (1)" })).toBeVisible()
  await page.getByRole("link", { name: "Where you differ (1)" }).click()
  const two = page.getByRole("region", { name: "Two graders differ" })
  await expect(two).toContainText("Canary of the first.")
  await expect(two).toContainText("From the second.")
  await expect(page.getByText("A coefficient needs 10 answers").first()).toBeVisible()
  await expectNoAxeViolations(page)
  await two.getByRole("button", { name: `Take ${room.first.displayName}’s` }).press("Enter")
  await expect(page.getByText("You differ nowhere")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("held grades are not on the student's page; released, the student replies and is answered", async ({
  page,
  signIn,
}) => {
  const room = await makeGradable()
  const { quiz } = room
  await signIn({ userId: room.first.userId })
  await page.goto(`${base(room)}/grade`)
  await page.getByRole("checkbox", { name: /Hold grades/ }).press("Space")
  await expect(page.getByRole("button", { name: "Release grades" })).toBeVisible()
  const given = { places: [1, 2], comment: "Which sentence says so?" }
  await saveGrade(room.first, gradeInput(room, given))

  const results = `/a/${quiz.assignment.id}/results`
  await signIn({ userId: quiz.students[0].id })
  await page.goto(results)
  await expect(page.getByText("Your teacher is still grading this one.").first()).toBeVisible()
  for (const words of ["Which sentence", "Claim: Some", "Canary of the guidelines"])
    expect(await page.content()).not.toContain(words)

  await signIn({ userId: room.first.userId })
  await page.goto(`${base(room)}/grade`)
  await page.getByRole("button", { name: "Release grades" }).press("Enter")
  const asked = page.getByRole("alertdialog", { name: "Release the grades of 1 student?" })
  await expect(asked).toContainText("3 answers are not graded yet")
  await expectNoAxeViolations(page)
  await asked.getByRole("button", { name: "Release grades" }).press("Enter")
  await expect(page.getByText(/^Grades released/)).toBeVisible()

  await signIn({ userId: quiz.students[0].id })
  await page.goto(results)
  await expect(page.getByText("Which sentence says so?")).toBeVisible()
  expect(await page.content()).not.toContain("Canary of the guidelines")
  await page.getByRole("button", { name: "Reply to your teacher: question 1" }).press("Enter")
  await expect(page.getByLabel("Your reply about question 1")).toBeFocused()
  await page.keyboard.type("The third one.")
  await page.getByRole("button", { name: "Send to my teacher" }).press("Enter")
  await expect(page.getByRole("list", { name: "Replies to the comment" })).toContainText("The third one.")
  await expectNoAxeViolations(page)

  await signIn({ userId: room.first.userId })
  await page.goto("/teach")
  await expect(page.getByText("reply to a comment of yours")).toBeVisible()
  await page.getByRole("link", { name: "Read them" }).click()
  await page.getByRole("link", { name: "Read it" }).click()
  const thread = page.getByRole("region", { name: "What the student replied" })
  await expect(thread).toContainText("The third one.")
  await expectNoAxeViolations(page)
  await thread.getByLabel("Answer").fill("Then cite it.")
  await thread.getByRole("button", { name: "Send" }).press("Enter")
  await expect(thread).toContainText("Then cite it.")
  await expect(thread.getByText("new", { exact: true })).toHaveCount(0)

  await signIn({ userId: quiz.students[0].id })
  await page.goto(results)
  await expect(page.getByText("Then cite it.")).toBeVisible()
})
