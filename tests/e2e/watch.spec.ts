import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, makePost, openText } from "@/tests/support/factories-discussion"

/** A class in which the second student has posted; the first one writes. */
async function makeRoom() {
  const room = await makeDiscussion({ students: 2, prompts: ["Is it neutral?"], stanceStatement: null })
  const [maya, tom] = room.students
  const [prompt] = room.prompts
  if (!maya || !tom || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  for (const { enrolment } of [maya, tom]) await openText(at.assignmentId, enrolment.id)
  await makePost({ ...at, enrolmentId: tom.enrolment.id }, { alias: "Red Kite", body: "I think it is." })
  const review = `/teach/assignments/${at.assignmentId}/discussion`
  return { room, at, maya, tom, thread: `/a/${at.assignmentId}/discuss/${at.promptId}`, review }
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your words", exact: true }).fill(text)
  await page.getByRole("button", { name: "Post your answer" }).click()
}

const entry = (page: Page, text: string) =>
  page.locator("#review").getByRole("article").filter({ hasText: text })

test("a teacher watches a word, a student writes it in disguise, and only the teacher is told", async ({
  browser,
  page,
  signIn,
}) => {
  const { room, maya, tom, thread, review } = await makeRoom()
  const student = await (await browser.newContext()).newPage()
  const peer = await (await browser.newContext()).newPage()
  await signIn({ userId: room.teacher.id })
  await signIn({ userId: maya.user.id }, student)
  await signIn({ userId: tom.user.id }, peer)

  await test.step("the list begins empty", async () => {
    await page.goto(`/teach/classes/${room.class.publicId}`)
    await page.getByRole("link", { name: "Watched words" }).click()
    await expect(page.getByText("No word is watched yet")).toBeVisible()
    await page.getByLabel("Word or phrase").fill("numpty")
    await page.getByLabel("Why it is watched").fill("It hurt somebody last week.")
    await page.getByRole("button", { name: "Watch this word" }).click()
    await expect(page.getByRole("button", { name: "Stop watching “numpty”" })).toBeVisible()
    await page.getByLabel("Word or phrase").fill("NÜMPTY")
    await page.getByRole("button", { name: "Watch this word" }).click()
    await expect(page.getByText("This word is on the list already", { exact: false })).toBeVisible()
    await expectNoAxeViolations(page)
  })

  await test.step("the post stands as any other", async () => {
    await student.goto(thread)
    await write(student, "Whoever believes that is a nump.t\u200by.")
    await expect(student.getByRole("article").filter({ hasText: "Whoever believes" })).toBeVisible()
    await peer.goto(thread)
    await expect(peer.getByRole("article").filter({ hasText: "Whoever believes" })).toBeVisible()
    expect(await peer.content()).not.toContain("hurt somebody")
  })

  await test.step("the teacher sees what was written for what, and leaves it as it is", async () => {
    await page.goto(review)
    await expect(entry(page, "Whoever believes").getByText("is taken for “numpty”")).toBeVisible()
    await expect(entry(page, "Whoever believes").getByText("It hurt somebody last week.")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: /^Leave the post by .* as it is$/ }).click()
    await expect(page.locator("#review")).toHaveCount(0)
  })
})

test("a post waits, is given back with a reason, sent again and let through", async ({
  browser,
  page,
  signIn,
}) => {
  const { room, at, maya, tom, thread, review } = await makeRoom()
  await database().discussionRules.create({ data: { assignmentId: at.assignmentId, premoderated: true } })
  const student = await (await browser.newContext()).newPage()
  const peer = await (await browser.newContext()).newPage()
  await signIn({ userId: room.teacher.id })
  await signIn({ userId: maya.user.id }, student)
  await signIn({ userId: tom.user.id }, peer)

  await test.step("it waits, and its author is told so", async () => {
    await student.goto(thread)
    await expect(student.getByText("Your teacher reads it before your classmates do.")).toBeVisible()
    await write(student, "Only a fool says so.")
    await expect(student.getByRole("article", { name: "Waiting for your teacher" })).toBeVisible()
    await expect(student.getByRole("article").filter({ hasText: "I think it is." })).toBeVisible()
    await expectNoAxeViolations(student)
    await peer.goto(thread)
    expect(await peer.content()).not.toContain("Only a fool")
  })

  await test.step("the teacher finds it on Today and gives it back", async () => {
    await page.goto("/teach")
    await page.getByRole("link", { name: "Read them" }).first().click()
    await expect(page).toHaveURL(new RegExp(review))
    await expectNoAxeViolations(page)
    await entry(page, "Only a fool")
      .getByRole("button", { name: /^Give .* post back$/ })
      .press("Enter")
    await page.getByRole("textbox", { name: "What should be changed, and why?" }).fill("Answer the point.")
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Give the post back" }).press("Enter")
    await expect(page.getByText("1 post was given back")).toBeVisible()
  })

  await test.step("its author changes it and sends it again", async () => {
    await student.reload()
    const own = student.getByRole("article", { name: "Given back to you" })
    await expect(own.getByText("Answer the point.")).toBeVisible()
    await own.getByRole("button", { name: "Change and send again" }).click()
    await own.getByRole("textbox", { name: "Your words" }).fill("I say no, for one reason.")
    await expectNoAxeViolations(student)
    await student.getByRole("button", { name: "Send it again" }).click()
    await expect(student.getByRole("article", { name: "Waiting for your teacher" })).toBeVisible()
  })

  await test.step("the rule is turned off: nothing is let through by that, and all of it by one act", async () => {
    await page.goto(`/teach/assignments/${at.assignmentId}/settings`)
    await expect(page.getByText("1 post waits now.", { exact: false })).toBeVisible()
    await page.getByLabel("Posts wait until you let them through").uncheck()
    await page.getByRole("button", { name: "Save the discussion’s rules" }).click()
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible()
    await page.goto(review)
    await expect(page.getByText("1 post still waits")).toBeVisible()
    await peer.reload()
    expect(await peer.content()).not.toContain("for one reason")
    await page.getByRole("button", { name: "Let all through" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Let all through" }).click()
    await expect(page.locator("#review")).toHaveCount(0)
    await peer.reload()
    await expect(peer.getByRole("article").filter({ hasText: "for one reason" })).toBeVisible()
  })
})
