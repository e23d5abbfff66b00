import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { enrol, makeUser } from "@/tests/support/factories"
import { makeDiscussion, makePost, openText } from "@/tests/support/factories-discussion"

/** Two students have posted, a third has not and was never asked for the norms; two teachers. */
async function makeThread() {
  const room = await makeDiscussion({ students: 3, prompts: ["Is it fair?"], stanceStatement: null })
  const [maya, tom, ines] = room.students
  const [prompt] = room.prompts
  if (!maya || !tom || !ines || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  for (const { enrolment } of [maya, tom, ines]) await openText(at.assignmentId, enrolment.id)
  await makePost({ ...at, enrolmentId: maya.enrolment.id }, { alias: "Blue Heron", body: "He is right." })
  const body = "I do not want to be here any more."
  const post = await makePost({ ...at, enrolmentId: tom.enrolment.id }, { alias: "Red Kite", body })
  await database().normsAcceptance.deleteMany({ where: { enrolmentId: ines.enrolment.id } })
  const second = await makeUser("teacher", { displayName: "Mr Ortega" })
  await enrol(room.class.id, second.id, "teacher")
  return { room, at, maya, tom, ines, post, second, href: `/a/${at.assignmentId}/discuss/${at.promptId}` }
}

const composer = (page: Page) => page.getByRole("textbox", { name: "Your words" })
const post = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text })

test("a student says yes to the norms before the first post, and the draft stays", async ({
  page,
  signIn,
}) => {
  const { ines, href, at } = await makeThread()
  await signIn({ userId: ines.user.id })
  await page.goto(href)
  await composer(page).fill("Neither of them is.")
  await expect(page.getByRole("heading", { name: "Before you post, once for this class:" })).toBeVisible()
  await expect(page.getByText("Answer the argument, never the person.")).toBeVisible()
  await expect(page.getByRole("button", { name: "Post your answer" })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "I keep to these" }).click()
  await expect(page.getByRole("heading", { name: "Before you post, once for this class:" })).toHaveCount(0)
  await expect(composer(page)).toHaveValue("Neither of them is.")
  await page.getByRole("button", { name: "Post your answer" }).click()
  await expect(post(page, "Neither of them is.")).toBeVisible()
  await page.goto(`/a/${at.assignmentId}/discuss`)
  await page.getByText("How we argue here").click()
  await expect(page.getByText("Answer the argument, never the person.")).toBeVisible()
  await expectNoAxeViolations(page)
})

test("a worry stands before the staff at once, until one of them takes it and looks closer", async ({
  browser,
  page,
  signIn,
}) => {
  const { room, maya, tom, second, href, at } = await makeThread()
  const teacher = await (await browser.newContext()).newPage()
  const other = await (await browser.newContext()).newPage()
  await signIn({ userId: maya.user.id })
  await signIn({ userId: room.teacher.id }, teacher)
  await signIn({ userId: second.id }, other)

  await test.step("she says that she is worried, and hears what happens next", async () => {
    await page.goto(href)
    await page.getByRole("button", { name: "Report Red Kite’s post" }).click()
    await page.getByRole("radio", { name: "I am worried about somebody" }).check({ force: true })
    await expect(page.getByText("or call the local emergency number")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Report the post" }).click()
    await expect(page.getByText("until one of them takes it up")).toBeVisible()
    await expect(page.getByText("or call the local emergency number")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click()
    await expect(page.getByText("You reported this")).toBeVisible()
  })

  await test.step("both teachers see it, on whatever page", async () => {
    await teacher.goto("/teach")
    await expect(teacher.getByText("Somebody is worried about a student")).toBeVisible()
    await expectNoAxeViolations(teacher)
    await other.goto(`/teach/assignments/${at.assignmentId}`)
    await expect(other.getByText("Somebody is worried about a student")).toBeVisible()
  })

  await test.step("one is on it, and the other sees who", async () => {
    await teacher.getByRole("link", { name: "Read the post" }).click()
    await expect(teacher.getByText("I do not want to be here any more.")).toBeVisible()
    await teacher.locator("main").getByRole("button", { name: "I am on it" }).last().click()
    await expect(teacher.getByText(/^Ms Lindqvist is on it since/)).toBeVisible()
    await expect(teacher.getByText("Somebody is worried about a student")).toHaveCount(0)
    await other.goto(`/teach/assignments/${at.assignmentId}/discussion`)
    await expect(other.getByText(/^Ms Lindqvist is on it since/)).toBeVisible()
    await expect(other.locator("#reported")).not.toContainText(maya.user.displayName)
  })

  await test.step("what is private opens with a reason, and the student is told", async () => {
    await teacher.getByRole("button", { name: "Open and write it down" }).click()
    await expect(teacher.getByRole("textbox", { name: "Why do you need to read it?" })).toBeFocused()
    await teacher.getByRole("textbox", { name: "Why do you need to read it?" }).fill("To see how bad it is.")
    await expectNoAxeViolations(teacher)
    await teacher.getByRole("button", { name: "Open and write it down" }).click()
    await expect(teacher.getByText("This student made no notes here.")).toBeVisible()
    await expectNoAxeViolations(teacher)
    const author = await (await browser.newContext()).newPage()
    await signIn({ userId: tom.user.id }, author)
    await author.goto(`/a/${at.assignmentId}/discuss`)
    await expect(author.getByText(/^A teacher opened your notes/)).toBeVisible()
    await expect(author.getByText("Reason: To see how bad it is.")).toBeVisible()
    await expectNoAxeViolations(author)
  })
})

test("a hidden post is appealed, shown again, and all of it stands in the ledger", async ({
  browser,
  page,
  signIn,
}) => {
  const { room, tom, second, href, at } = await makeThread()
  const teacher = await (await browser.newContext()).newPage()
  const other = await (await browser.newContext()).newPage()
  await signIn({ userId: tom.user.id })
  await signIn({ userId: room.teacher.id }, teacher)
  await signIn({ userId: second.id }, other)
  const words = "I do not want to be here any more."

  await test.step("a teacher hides it by a norm", async () => {
    await teacher.goto(href)
    await teacher
      .getByRole("button", { name: /^Hide .* post$/ })
      .last()
      .click()
    await teacher.getByRole("combobox", { name: "Which rule?" }).selectOption("norm:4")
    await teacher.getByRole("textbox", { name: "Why is it hidden?" }).fill("This is private.")
    await expectNoAxeViolations(teacher)
    await teacher.getByRole("button", { name: "Hide the post" }).click()
    // While it is open it hides everything behind it from roles.
    await expect(teacher.getByRole("dialog")).toBeHidden()
    await expect(post(teacher, words)).toHaveCount(0)
  })

  await test.step("its author reads why, and asks for a second look", async () => {
    await page.goto(`/a/${at.assignmentId}/discuss`)
    await expect(page.getByText("Your post was hidden")).toBeVisible()
    await expect(page.getByText(/norm 4, “Leave out what is private/)).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("link", { name: "Go to your post" }).click()
    await page.waitForURL(/\/discuss\/.+post=/)
    await page.getByRole("button", { name: "Ask for a second look" }).click()
    await page.getByRole("textbox", { name: "Why should it be shown?" }).fill("I meant the classroom.")
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Send it" }).click()
    await expect(page.getByText(/It waits for an answer\.$/)).toBeVisible()
  })

  await test.step("whoever hid it cannot answer; another teacher can, from the ledger", async () => {
    await teacher.goto(`/teach/assignments/${at.assignmentId}/discussion`)
    await answerAppeal(teacher, "It stays.")
    await expect(
      teacher.getByText("another teacher of the class answers.", { exact: false }).last(),
    ).toBeVisible()
    await other.goto(`/teach/classes/${room.class.publicId}/ledger`)
    await expectNoAxeViolations(other)
    await answerAppeal(other, "So you did.")
    await expect(other.getByText("Granted: So you did.")).toBeVisible()
    await expect(other.getByText("undone since")).toBeVisible()
    await other.getByRole("combobox", { name: "What was done" }).selectOption("shown")
    await other.getByRole("button", { name: "Show", exact: true }).click()
    await expect(other.getByText("Hid a post", { exact: true }).and(other.locator("b"))).toHaveCount(0)
  })

  await test.step("the post is back, and its author reads the answer", async () => {
    await page.goto(href)
    await expect(post(page, words)).toBeVisible()
    await page.goto(`/a/${at.assignmentId}/discuss`)
    await expect(page.getByText("After your appeal the post is shown again. So you did.")).toBeVisible()
  })
})

async function answerAppeal(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: "Answer the appeal" }).click()
  await page.getByRole("radio", { name: "It is shown again" }).check({ force: true })
  await page.getByRole("textbox", { name: "Your answer" }).fill(words)
  await page.getByRole("dialog").getByRole("button", { name: "Send the answer" }).click()
}

test("a class is paused while somebody writes: the page says so, and nothing typed is lost", async ({
  browser,
  page,
  signIn,
}) => {
  const { room, maya, href } = await makeThread()
  const teacher = await (await browser.newContext()).newPage()
  await signIn({ userId: maya.user.id })
  await signIn({ userId: room.teacher.id }, teacher)
  await page.goto(href)
  await composer(page).fill("And one more thing.")
  await teacher.goto(`/teach/classes/${room.class.publicId}/discussions`)
  await expectNoAxeViolations(teacher)
  await teacher.getByRole("button", { name: "Pause all discussions" }).click()
  await teacher.getByRole("textbox", { name: "Why, for the class to read" }).fill("We talk tomorrow.")
  await expectNoAxeViolations(teacher)
  await teacher.getByRole("button", { name: "Pause them now" }).click()
  await expect(teacher.getByText("The discussions of this class are paused")).toBeVisible()

  await expect(page.getByText("have just been paused, so this cannot be posted now")).toBeVisible()
  await expect(page.getByRole("button", { name: "Post your answer" })).toHaveCount(0)
  await expect(composer(page)).toHaveValue("And one more thing.")
  await expectNoAxeViolations(page)
  await page.reload()
  await expect(page.getByText("The reason given: We talk tomorrow.")).toBeVisible()
  await expect(composer(page)).toHaveCount(0)
  await expectNoAxeViolations(page)

  await teacher.getByRole("button", { name: "Let the discussions go on" }).click()
  await expect(teacher.getByText("The discussions of this class are paused")).toHaveCount(0)
  await page.reload()
  await expect(composer(page)).toHaveValue("And one more thing.")

  await test.step("one question is closed, and opened again", async () => {
    await teacher.goto(href)
    await teacher.getByRole("button", { name: "Close to new posts" }).click()
    await teacher.getByRole("textbox", { name: "Why, for the class to read" }).fill("It went in circles.")
    await teacher.getByRole("button", { name: "Close it" }).click()
    await expect(teacher.getByText("This question is closed to new posts")).toBeVisible()
    await expect(composer(teacher)).toBeVisible()
    await expectNoAxeViolations(teacher)
    await expect(page.getByText("has just been closed to new posts")).toBeVisible()
    await teacher.getByRole("button", { name: "Open it again" }).click()
    await expect(page.getByRole("button", { name: "Post your answer" })).toBeVisible()
    await expect(composer(page)).toHaveValue("And one more thing.")
  })
})
