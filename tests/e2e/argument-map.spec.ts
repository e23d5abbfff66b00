import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, makePost, openText } from "@/tests/support/factories-discussion"

test("the map of an argument leads by its gaps to an answer, as an outline, a picture and by keyboard", async ({
  page,
  signIn,
}) => {
  const room = await makeDiscussion({
    students: 2,
    prompts: ["Is it “fake neutrality”?"],
    stanceStatement: null,
  })
  const [maya, tom] = room.students
  const [prompt] = room.prompts
  if (!maya || !tom || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  for (const { enrolment } of [maya, tom]) await openText(at.assignmentId, enrolment.id)
  await makePost(
    { ...at, enrolmentId: maya.enrolment.id },
    { alias: "Blue Heron", body: "He is right.", side: "agree" },
  )
  const toms = await makePost(
    { ...at, enrolmentId: tom.enrolment.id },
    { alias: "Red Kite", body: "He is not." },
  )
  await signIn({ userId: maya.user.id })
  await page.goto(`/a/${at.assignmentId}/discuss/${at.promptId}`)
  await page.getByRole("link", { name: "Map of the argument" }).click()

  await expect(page.getByText("2 claims: 0 supported, 0 challenged, 0 resting on the text")).toBeVisible()
  await expect(page.getByText("Nobody has argued yet that it is not so")).toBeVisible()
  await expectNoAxeViolations(page)

  await test.step("the picture says the same, and every box leads to its post", async () => {
    await page.getByRole("link", { name: "Picture", exact: true }).click()
    await expect(page.getByRole("link", { name: "Claim, Red Kite: He is not." })).toBeVisible()
    await expectNoAxeViolations(page)
  })

  await test.step("an invitation opens the answer with its move chosen", async () => {
    const invitation = page.getByRole("listitem").filter({ hasText: "Nobody has challenged this claim" })
    await invitation.getByRole("link", { name: "Challenge it" }).focus()
    await page.keyboard.press("Enter")
    const answer = page.getByRole("form", { name: "Answering Red Kite" })
    await expect(answer.getByRole("radio", { name: "Challenge" })).toBeChecked()
    await answer.getByRole("textbox", { name: "Your words", exact: true }).fill("Sentence 2 says that he is.")
    await answer.getByRole("button", { name: "Post" }).click()
    await expect(page.getByRole("article").filter({ hasText: "Sentence 2 says that he is." })).toBeVisible()
  })

  await test.step("the map has it, beneath what it answers", async () => {
    await page.goto(`/a/${at.assignmentId}/discuss/${at.promptId}/map`)
    await expect(page.getByText("2 claims: 0 supported, 1 challenged, 0 resting on the text")).toBeVisible()
    const claim = page.getByRole("listitem").filter({ hasText: "He is not." }).first()
    await expect(claim.getByRole("listitem")).toContainText("Sentence 2 says that he is.")
    await page.getByRole("link", { name: "Read the post of Red Kite" }).click()
    await expect(page.locator(`#p-${toms.publicId}`)).toBeVisible()
  })
})
