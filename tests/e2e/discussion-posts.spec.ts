import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, makeLongThread, makePost, openText } from "@/tests/support/factories-discussion"

/** A class whose first two students have posted in the one thread there is. */
async function makeThread() {
  const room = await makeDiscussion({
    students: 3,
    prompts: ["Is it “fake neutrality”?"],
    stanceStatement: null,
  })
  const [maya, tom] = room.students
  const [prompt] = room.prompts
  if (!maya || !tom || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  for (const { enrolment } of [maya, tom]) await openText(at.assignmentId, enrolment.id)
  await makePost({ ...at, enrolmentId: maya.enrolment.id }, { alias: "Blue Heron", body: "He is rihgt." })
  await makePost({ ...at, enrolmentId: tom.enrolment.id }, { alias: "Red Kite", body: "You are all fools." })
  return { room, at, maya, tom, href: `/a/${at.assignmentId}/discuss/${at.promptId}` }
}

const post = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text })

test("a student mends a slip, takes the post back and puts it back", async ({ page, signIn }) => {
  const { maya, href } = await makeThread()
  await signIn({ userId: maya.user.id })
  await page.goto(href)

  await test.step("a change that was begun outlives a reload", async () => {
    await page.getByRole("button", { name: /^Edit until/ }).click()
    const words = page.getByRole("textbox", { name: "Change your words" })
    await expect(words).toBeFocused()
    await expect(words).toHaveValue("He is rihgt.")
    await words.fill("He is right.")
    await expectNoAxeViolations(page)
    await page.reload()
    await page.getByRole("button", { name: /^Edit until/ }).click()
    await expect(words).toHaveValue("He is right.")
    await page.getByRole("button", { name: "Keep the change" }).click()
    await expect(post(page, "He is right.").getByText("edited", { exact: true })).toBeVisible()
  })

  await test.step("what it said before is hers to see", async () => {
    await page.getByRole("button", { name: "Earlier words" }).click()
    await expect(page.getByRole("dialog").getByText("He is rihgt.")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.keyboard.press("Escape")
  })

  await test.step("without a post of her own the thread is shut, until she puts it back", async () => {
    await page.getByRole("button", { name: "Take back" }).click()
    const dialog = page.getByRole("alertdialog")
    await expect(dialog.getByText("the thread closes for you")).toBeVisible()
    await expectNoAxeViolations(page)
    await dialog.getByRole("button", { name: "Take back" }).click()
    await expect(page.getByText("You took your answer back")).toBeVisible()
    await expect(post(page, "You are all fools.")).toHaveCount(0)
    await page.reload()
    expect(await page.content()).not.toContain("You are all fools.")
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: /^Put it back/ }).click()
    await expect(post(page, "He is right.")).toBeVisible()
    await expect(post(page, "You are all fools.")).toBeVisible()
  })
})

test("a student reports a post; the teacher finds it on Today, hides it and shows it again", async ({
  browser,
  page,
  signIn,
}) => {
  const { room, at, maya, tom, href } = await makeThread()
  const teacher = await (await browser.newContext()).newPage()
  await signIn({ userId: maya.user.id })
  await signIn({ userId: room.teacher.id }, teacher)

  await test.step("she says what is wrong", async () => {
    await page.goto(href)
    await page.getByRole("button", { name: "Report Red Kite’s post" }).click()
    await expect(page.getByRole("dialog").getByText("Your name is shown to nobody.")).toBeVisible()
    await page.getByRole("textbox", { name: "In your words" }).fill("It insults us.")
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Report the post" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click()
    await expect(post(page, "You are all fools.").getByText("You reported this")).toBeVisible()
  })

  await test.step("it needs the teacher now", async () => {
    await teacher.goto("/teach")
    await teacher.getByRole("link", { name: "Look at the reports" }).click()
    await expect(teacher.getByRole("heading", { name: "1 post was reported" })).toBeVisible()
    await expect(teacher.getByText("It insults us.", { exact: false })).toBeVisible()
    await expectNoAxeViolations(teacher)
    await teacher.getByRole("button", { name: "Hide", exact: true }).click()
    await teacher.getByRole("textbox", { name: "Why is it hidden?" }).fill("No insults.")
    await teacher.getByRole("button", { name: "Hide the post" }).click()
    await expect(teacher.getByRole("heading", { name: "1 post is hidden" })).toBeVisible()
  })

  await test.step("nobody in the class reads it; its author is told why", async () => {
    await page.goto(href)
    expect(await page.content()).not.toContain("fools")
    const author = await (await browser.newContext()).newPage()
    await signIn({ userId: tom.user.id }, author)
    await author.goto(href)
    await expect(author.getByText("No insults.")).toBeVisible()
    expect(await author.content()).not.toContain("fools")
    await expectNoAxeViolations(author)
  })

  await test.step("and it can be shown again", async () => {
    await teacher.getByRole("button", { name: "Show it again" }).click()
    await expect(teacher.getByRole("heading", { name: "Reported and hidden posts" })).toHaveCount(0)
    await page.reload()
    await expect(post(page, "You are all fools.")).toBeVisible()
    expect(
      await database().event.count({ where: { assignmentId: at.assignmentId, kind: "post.shown" } }),
    ).toBe(1)
  })
})

test("new posts come without reloading, and move neither the page nor a draft", async ({
  browser,
  page,
  signIn,
}) => {
  const { maya, tom, href } = await makeThread()
  const other = await (await browser.newContext()).newPage()
  await signIn({ userId: maya.user.id })
  await signIn({ userId: tom.user.id }, other)
  await page.goto(href)
  await other.goto(href)
  const composer = page.getByRole("textbox", { name: "Your words" })
  await composer.fill("Half a thought")

  await other.getByRole("textbox", { name: "Your words" }).fill("Here is another point.")
  await other.getByRole("button", { name: "Post your answer" }).click()
  await expect(other.getByText("3 posts by 2 people")).toBeVisible()

  const show = page.getByRole("button", { name: "1 new post: show it" })
  await expect(show).toBeVisible()
  await expect(page.getByText("Here is another point.")).toHaveCount(0)
  await expectNoAxeViolations(page)
  await show.focus()
  await page.keyboard.press("Enter")
  await expect(post(page, "Here is another point.")).toBeVisible()
  await expect(page.getByRole("heading", { name: "New since you opened this page" })).toBeFocused()
  await expect(show).toHaveCount(0)
  await expect(composer).toHaveValue("Half a thought")
  await expectNoAxeViolations(page)
})

test("a thread of 500 posts opens at any of them, and its posts can be searched", async ({
  page,
  signIn,
}) => {
  const room = await makeDiscussion({
    students: 10,
    prompts: ["Is it “fake neutrality”?"],
    stanceStatement: null,
  })
  const [maya] = room.students
  const [prompt] = room.prompts
  if (!maya || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  await openText(at.assignmentId, maya.enrolment.id)
  const posts = await makeLongThread(at, room.students, 500)
  await signIn({ userId: maya.user.id })

  await test.step("the permalink of post 499 leads to it", async () => {
    const id = posts[498]?.publicId
    await page.goto(`/a/${at.assignmentId}/discuss/${at.promptId}?post=${id}#p-${id}`)
    await expect(page.locator(`#p-${id}`)).toBeFocused()
    await expect(page.locator(`#p-${id}`)).toBeInViewport()
    expect(await page.getByRole("article").count()).toBeLessThan(40)
    await expect(page.getByText("Part 16 of 16").first()).toBeVisible()
    await expectNoAxeViolations(page)
  })

  await test.step("words are found from the page of the questions, and lead to their place", async () => {
    await page.getByRole("link", { name: "All questions" }).first().click()
    await page.getByRole("searchbox", { name: "Find words in the posts" }).fill("TEXT 250,")
    await page.keyboard.press("Enter")
    await expect(page.getByRole("heading", { name: "1 post has “TEXT 250,”" })).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("link", { name: /^Post 250,/ }).click()
    await expect(page.locator(`#p-${posts[249]?.publicId}`)).toBeVisible()
    await page.goto(`/a/${at.assignmentId}/discuss?find=hedgehog`)
    await expect(page.getByText("No post has “hedgehog”")).toBeVisible()
    await expectNoAxeViolations(page)
  })
})
