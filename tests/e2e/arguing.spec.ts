import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, openText } from "@/tests/support/factories-discussion"

/** Four students and their teacher; nobody has posted, and a challenge begins with the other's view. */
async function makeRoom() {
  const room = await makeDiscussion({
    students: 4,
    prompts: ["Is it “fake neutrality”?"],
    stanceStatement: null,
  })
  const [maya, tom, ann, ben] = room.students
  const [prompt] = room.prompts
  if (!maya || !tom || !ann || !ben || !prompt) throw new Error("no people")
  const assignmentId = room.assignment.id
  for (const { enrolment } of room.students) await openText(assignmentId, enrolment.id)
  await database().discussionRules.create({ data: { assignmentId, requiresRestatement: true } })
  return {
    room,
    maya,
    tom,
    ann,
    ben,
    home: `/a/${assignmentId}`,
    href: `/a/${assignmentId}/discuss/${prompt.id}`,
  }
}

const post = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text })

/** Their first post: before it not a word of anybody else's is there. */
async function answerFirst(page: Page, href: string, { words, side, unseen }: First): Promise<void> {
  await page.goto(href)
  await expect(page.getByRole("article")).toHaveCount(0)
  for (const text of unseen) await expect(page.getByText(text)).toHaveCount(0)
  await page.getByRole("textbox", { name: "Your words", exact: true }).fill(words)
  await page.getByRole("radio", { name: side, exact: true }).check({ force: true })
  await page.getByRole("button", { name: "Post your answer" }).click()
  await expect(post(page, words)).toBeVisible()
}
type First = { words: string; side: "Agree" | "Disagree"; unseen: string[] }

const MAYAS = "It sent weapons to nobody, so it took no side."
const TOMS = "Whoever flies to the palace on that day chose a side."
const ANNS = "Those who say so have never read a newspaper in their lives."
const BENS = "Thirty-five states abstained, and nobody calls them fake."

test("four students and a teacher: post first, restate and confirm, next to answer, report, hide, appeal", async ({
  browser,
  page: mayas,
  signIn,
}) => {
  test.slow()
  const { room, maya, tom, ann, ben, home, href } = await makeRoom()
  const another = async () => (await browser.newContext()).newPage()
  const [toms, anns, bens, teacher] = [await another(), await another(), await another(), await another()]
  await signIn({ userId: maya.user.id })
  await signIn({ userId: tom.user.id }, toms)
  await signIn({ userId: ann.user.id }, anns)
  await signIn({ userId: ben.user.id }, bens)
  await signIn({ userId: room.teacher.id }, teacher)

  await test.step("each posts before reading the others", async () => {
    await answerFirst(mayas, href, { words: MAYAS, side: "Agree", unseen: [] })
    await answerFirst(toms, href, { words: TOMS, side: "Disagree", unseen: [MAYAS] })
    await answerFirst(anns, href, { words: ANNS, side: "Agree", unseen: [MAYAS, TOMS] })
    await answerFirst(bens, href, { words: BENS, side: "Agree", unseen: [MAYAS, TOMS, ANNS] })
  })

  await test.step("Tom challenges Maya in her own sense, and she says that it is", async () => {
    await toms.goto(href)
    await post(toms, MAYAS)
      .getByRole("link", { name: /^Answer / })
      .click()
    await toms.getByRole("radio", { name: "Challenge" }).check({ force: true })
    await toms.getByRole("textbox", { name: "Your words", exact: true }).fill("A visit is help, too.")
    const restated = toms.getByRole("textbox", { name: /^In your words, what does .* say\?$/ })
    await restated.fill("You say that only weapons take sides.")
    await toms.getByRole("button", { name: "Post your answer" }).click()
    await expect(post(toms, "A visit is help, too.")).toContainText(
      "has not said yet whether that is their view",
    )
    await mayas.goto(href)
    await mayas.getByRole("link", { name: "1 classmate asks whether they understood you" }).click()
    const challenge = post(mayas, "A visit is help, too.")
    await challenge.getByRole("button", { name: "Yes, that’s my view" }).click()
    await expect(challenge).toContainText("Confirmed. You said: yes, that’s my view.")
    await expectNoAxeViolations(mayas)
  })

  await test.step("Ben is offered a post that waits, not his own, and answers it", async () => {
    await bens.goto(href)
    const next = bens.getByRole("region", { name: "Next to answer" })
    // Whose turn it is follows from who was offered before him: each post once before any twice.
    await expect(next).toContainText(/[Nn]obody has answered/)
    await expect(next).not.toContainText(BENS)
    await next.getByRole("link", { name: /^Answer/ }).click()
    await bens.getByRole("radio", { name: "Support" }).check({ force: true })
    await bens.getByRole("textbox", { name: "Your words", exact: true }).fill("There is something in that.")
    await bens.getByRole("button", { name: "Post your answer" }).click()
    await expect(post(bens, "There is something in that.")).toBeVisible()
  })

  await test.step("and reports what is unkind", async () => {
    await post(bens, ANNS)
      .getByRole("button", { name: /^Report / })
      .click()
    await bens.getByRole("radio", { name: "It is unkind" }).check({ force: true })
    await bens.getByRole("button", { name: "Report the post" }).click()
    await expect(bens.getByText("You reported this")).toBeVisible()
  })

  await test.step("the teacher reads it, never by whom, and hides it by a norm", async () => {
    await teacher.goto(`/teach/assignments/${room.assignment.id}/discussion`)
    const reported = teacher.locator("#reported")
    await expect(reported).toContainText(ANNS)
    await expect(reported).not.toContainText(ben.user.displayName)
    await reported.getByRole("button", { name: /^Hide/ }).click()
    await teacher.getByRole("combobox", { name: "Which rule?" }).selectOption("norm:1")
    await teacher.getByRole("textbox", { name: "Why is it hidden?" }).fill("It is about persons.")
    await teacher.getByRole("button", { name: "Hide the post" }).click()
    await expect(teacher.getByRole("dialog")).toBeHidden()
    await mayas.goto(href)
    await expect(mayas.getByText(ANNS)).toHaveCount(0)
  })

  await test.step("Ann reads why, and appeals", async () => {
    await anns.goto(`${home}/discuss`)
    await expect(anns.getByText("Your post was hidden")).toBeVisible()
    await expect(anns.getByText("It is about persons.")).toBeVisible()
    await anns.getByRole("link", { name: "Go to your post" }).click()
    // Both pages offer a second look: asking on the one being left would lose the words.
    await expect(anns).toHaveURL(/\/discuss\/[^/]+$|\/discuss\/[^/]+[?#]/)
    await expect(anns.locator("#about-posts")).toHaveCount(0)
    await anns.getByRole("button", { name: "Ask for a second look" }).click()
    await anns
      .getByRole("textbox", { name: "Why should it be shown?" })
      .fill("I meant columnists, not classmates.")
    await anns.getByRole("button", { name: "Send it" }).click()
    await expect(anns.getByText(/It waits for an answer\.$/)).toBeVisible()
    await expectNoAxeViolations(anns)
  })

  await test.step("the teacher, the only one of the class, looks again and shows it", async () => {
    await teacher.goto(`/teach/assignments/${room.assignment.id}/discussion`)
    await expectNoAxeViolations(teacher)
    await teacher.getByRole("button", { name: "Answer the appeal" }).click()
    await teacher.getByRole("radio", { name: "It is shown again" }).check({ force: true })
    await teacher.getByRole("textbox", { name: "Your answer" }).fill("So you did.")
    await teacher.getByRole("dialog").getByRole("button", { name: "Send the answer" }).click()
    await expect(teacher.getByRole("dialog")).toBeHidden()
    await mayas.goto(href)
    await expect(post(mayas, ANNS)).toBeVisible()
    await anns.goto(`${home}/discuss`)
    await expect(anns.getByText("After your appeal the post is shown again. So you did.")).toBeVisible()
  })
})
