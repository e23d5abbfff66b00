import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, makePost, openText } from "@/tests/support/factories-discussion"

/** A class whose first two students have posted in the first of two threads; the second question has no sides. */
async function makeThread() {
  const room = await makeDiscussion({
    students: 3,
    prompts: ["Is it “fake neutrality”?", "What would his defenders answer?"],
    stanceStatement: null,
  })
  const [maya, tom] = room.students
  const [prompt, second] = room.prompts
  if (!maya || !tom || !prompt || !second) throw new Error("no people")
  await database().prompt.update({ where: { id: second.id }, data: { hasSides: false } })
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  for (const { enrolment } of room.students) await openText(at.assignmentId, enrolment.id)
  await makePost({ ...at, enrolmentId: maya.enrolment.id }, { alias: "Blue Heron", body: "He is right." })
  await makePost(
    { ...at, enrolmentId: tom.enrolment.id },
    {
      alias: "Red Kite",
      body: "Silence is a choice, and it was made.",
      createdAt: new Date(Date.now() - 3_600_000),
    },
  )
  return { room, at, maya, tom, second, href: `/a/${at.assignmentId}/discuss/${at.promptId}` }
}

const composer = (page: Page) => page.getByRole("textbox", { name: "Your words", exact: true })
const post = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text })

test("a student sees how words will look, cites a post and a source, and mends more than the words", async ({
  page,
  signIn,
}) => {
  test.setTimeout(120_000)
  const { maya, href } = await makeThread()
  await signIn({ userId: maya.user.id })
  await page.goto(href)

  await test.step("the preview is what readers will get", async () => {
    await composer(page).fill(
      "It was *chosen*, and **made**: <script>alert(1)</script>\n\n> Silence is a choice",
    )
    await page.getByRole("button", { name: "Preview", exact: true }).click()
    const preview = page.getByRole("region", { name: "Preview" })
    await expect(preview.locator("em")).toHaveText("chosen")
    await expect(preview.locator("strong")).toHaveText("made")
    await expect(preview.locator("blockquote")).toHaveText("Silence is a choice")
    await expect(preview).toContainText("<script>alert(1)</script>")
    await expect(preview.locator("script")).toHaveCount(0)
    await expectNoAxeViolations(page)
  })

  await test.step("a post and a source are cited, by keyboard", async () => {
    await page.getByRole("button", { name: "Cite", exact: true }).focus()
    await page.keyboard.press("Enter")
    await page.getByRole("tab", { name: "Sentences" }).focus()
    await page.keyboard.press("ArrowRight")
    await page.getByRole("searchbox", { name: /Find words in the posts/ }).fill("choice")
    await page.getByRole("checkbox", { name: /Red Kite, post 2/ }).focus()
    await page.keyboard.press("Space")
    await expectNoAxeViolations(page)
    await page.getByRole("tab", { name: "Posts" }).focus()
    await page.keyboard.press("ArrowRight")
    await page.getByRole("textbox", { name: "Title" }).fill("Votes of 2022")
    await page.getByRole("textbox", { name: "Address of the page" }).fill("javascript:alert(1)")
    await page.keyboard.press("Enter")
    await expect(page.getByText("Give the address of a web page.")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("textbox", { name: "Address of the page" }).fill("https://example.org/votes")
    await page.keyboard.press("Enter")
    await expect(page.getByText("Added: Votes of 2022")).toBeVisible()
    await page.getByRole("button", { name: "Cite these 2" }).click()
    await page.getByRole("button", { name: "Post your answer" }).click()
    const own = post(page, "It was chosen")
    await expect(own.getByRole("link", { name: "Open Red Kite’s post 2" })).toBeVisible()
    const source = own.getByRole("link", { name: "Votes of 2022" })
    await expect(source).toHaveAttribute("href", "https://example.org/votes")
    await expect(source).toHaveAttribute("rel", "nofollow noopener noreferrer")
    await expect(own).toContainText("example.org")
    await expectNoAxeViolations(page)
  })

  await test.step("until it is answered its kind and what it cites can be changed too", async () => {
    await post(page, "It was chosen")
      .getByRole("button", { name: /^Edit until/ })
      .click()
    const form = page.getByRole("form", { name: "Change your words" })
    await form.getByRole("radio", { name: "Agree", exact: true }).check({ force: true })
    await form.getByRole("button", { name: "Remove the source Votes of 2022" }).click()
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Keep the change" }).click()
    await expect(post(page, "It was chosen").getByText("edited", { exact: true })).toBeVisible()
    await expect(post(page, "It was chosen").getByRole("link", { name: "Votes of 2022" })).toHaveCount(0)
    await expect(post(page, "It was chosen").getByText("agrees", { exact: false }).first()).toBeVisible()
  })
})

test("posts that wait come oldest first; a question without sides asks for none; a passed date opens the thread", async ({
  page,
  signIn,
}) => {
  const { room, maya, at, href, second } = await makeThread()
  const [, , late] = room.students
  if (!late) throw new Error("no people")
  await signIn({ userId: maya.user.id })
  await page.goto(href)
  await page.getByRole("link", { name: "Unanswered" }).click()
  await expect(page).toHaveURL(/order=unanswered/)
  await expect(page.getByRole("article").first()).toContainText("He is right.")
  await expect(page.getByRole("group", { name: "Your side, if you want to declare one" })).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole("link", { name: "By sentence" }).click()
  await expect(page.getByText("No sentence of the text has been cited yet.").first()).toBeVisible()

  await page.goto(`/a/${at.assignmentId}/discuss/${second.id}`)
  await expect(composer(page)).toBeVisible()
  await expect(page.getByRole("group", { name: "Your side, if you want to declare one" })).toHaveCount(0)

  await signIn({ userId: late.user.id })
  const assignmentId = at.assignmentId
  const ownPostBy = new Date(Date.now() + 3_600_000)
  await database().discussionRules.create({ data: { assignmentId, ownPostBy } })
  await page.goto(href)
  await expect(page.getByText("What others wrote opens when you have posted")).toBeVisible()
  await expect(page.getByText(/Your own answer can be posted until/)).toBeVisible()
  expect(await page.content()).not.toContain("Silence is a choice")
  await expectNoAxeViolations(page)
  await database().discussionRules.update({
    where: { assignmentId },
    data: { ownPostBy: new Date(Date.now() - 60_000) },
  })
  await page.goto(href)
  await expect(page.getByText("nothing of your own stands at the top")).toBeVisible()
  await expect(post(page, "Silence is a choice")).toBeVisible()
  await expect(composer(page)).toHaveCount(0)
  await post(page, "Silence is a choice").getByRole("link", { name: "Answer Red Kite" }).click()
  await expect(composer(page)).toBeVisible()
  await expectNoAxeViolations(page)
})

test("the words of a cited post leave an open page when it is hidden", async ({ browser, page, signIn }) => {
  test.slow()
  const { room, maya, at, href } = await makeThread()
  const [, , reader] = room.students
  if (!reader) throw new Error("no people")
  await makePost({ ...at, enrolmentId: reader.enrolment.id }, { alias: "Grey Owl", body: "I only read." })
  const [cited] = await database().post.findMany({ where: { body: { startsWith: "Silence" }, thread: at } })
  if (!cited) throw new Error("no post")
  const citing = await makePost({ ...at, enrolmentId: maya.enrolment.id }, { body: "See what he wrote." })
  await database().postCitation.create({ data: { postId: citing.id, position: 1, citedPostId: cited.id } })
  const teacher = await (await browser.newContext()).newPage()
  await signIn({ userId: reader.user.id })
  await signIn({ userId: room.teacher.id }, teacher)
  await page.goto(`${href}?order=newest`)
  const quoted = post(page, "See what he wrote.").getByText("Silence is a choice")
  await expect(quoted).toBeVisible()
  await teacher.goto(href)
  await post(teacher, "Silence is a choice").first().getByRole("button", { name: /^Hide/ }).click()
  await teacher.getByRole("textbox", { name: "Why is it hidden?" }).fill("No insults.")
  await teacher.getByRole("button", { name: "Hide the post" }).click()
  await expect(quoted).toHaveCount(0)
  await expect(page.getByText("Post 2, which is no longer shown")).toBeVisible()
  await expectNoAxeViolations(page)
})
