import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, makePost, makeStance, openText } from "@/tests/support/factories-discussion"

/** Three students with a post each: two agree, one does not. All have taken the stances before the discussion. */
async function makeRoom() {
  const room = await makeDiscussion({
    students: 3,
    prompts: ["Is it “fake neutrality”?"],
    stanceStatement: "Pakistan’s policy was neutral in practice.",
  })
  const [maya, tom, ann] = room.students
  const [prompt] = room.prompts
  if (!maya || !tom || !ann || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  const posts = [
    {
      enrolmentId: maya.enrolment.id,
      alias: "Blue Heron",
      side: "agree",
      body: "It sent no weapons to anybody.",
    },
    {
      enrolmentId: tom.enrolment.id,
      alias: "Red Kite",
      side: "disagree",
      body: "Whoever goes to the palace chose.",
    },
    {
      enrolmentId: ann.enrolment.id,
      alias: "Grey Owl",
      side: "agree",
      body: "Abstaining is a choice of nobody.",
    },
  ] as const
  const createdAt = new Date(Date.now() - 2.5 * 3_600_000)
  for (const { enrolmentId, ...post } of posts) await makePost({ ...at, enrolmentId }, { ...post, createdAt })
  for (const { user, enrolment } of room.students) {
    const of = { userId: user.id, assignmentId: at.assignmentId }
    await openText(at.assignmentId, enrolment.id)
    await makeStance(of, { moment: "before_reading", position: 1 })
    await makeStance(of, { moment: "after_reading", position: 1 })
  }
  return {
    room,
    maya,
    tom,
    ann,
    home: `/a/${at.assignmentId}`,
    thread: `/a/${at.assignmentId}/discuss/${at.promptId}`,
  }
}

test("two students are offered different posts, ask for another one, and say what moved them", async ({
  browser,
  page,
  signIn,
}) => {
  test.slow()
  const { room, maya, tom, home, thread } = await makeRoom()
  const second = await (await browser.newContext()).newPage()
  await signIn({ userId: maya.user.id })
  await signIn({ userId: tom.user.id }, second)
  const next = page.getByRole("region", { name: "Next to answer" })

  await test.step("each is offered a post of another side, which stays when they come again", async () => {
    await page.goto(thread)
    await expect(next.getByText("Whoever goes to the palace chose.")).toBeVisible()
    await expect(next.getByText("They disagree, and nobody has answered for 2 hours.")).toBeVisible()
    await second.goto(thread)
    const his = second.getByRole("region", { name: "Next to answer" })
    await expect(his.getByText("It sent no weapons to anybody.")).toBeVisible()
    await expect(his.getByText("They agree, and nobody has answered for 2 hours.")).toBeVisible()
    await page.reload()
    await expect(next.getByText("Whoever goes to the palace chose.")).toBeVisible()
    await expectNoAxeViolations(page)
  })

  await test.step("another one, by keyboard, until none is left", async () => {
    await next.getByRole("button", { name: "Another one" }).focus()
    await page.keyboard.press("Enter")
    await expect(next.getByText("Abstaining is a choice of nobody.")).toBeVisible()
    await expect(next.getByText("Nobody has answered for 2 hours.")).toBeVisible()
    // That was the last one: there is no other to ask for.
    await expect(next.getByRole("button", { name: "Another one" })).toHaveCount(0)
    await next.getByRole("link", { name: "Answer Grey Owl" }).click()
    const form = page.getByRole("form", { name: "Answering Grey Owl" })
    await form.getByRole("textbox", { name: "Your words" }).fill("Whose choice is it then?")
    await form.getByRole("button", { name: "Post your answer" }).click()
    await expect(next.getByText("You have passed over every post that waits.")).toBeVisible()
    await expectNoAxeViolations(page)
  })

  await test.step("a changed stance asks what moved her: a sentence, found and chosen by keyboard", async () => {
    await page.goto(`${home}/reflect`)
    await page.getByRole("radio", { name: "Disagree", exact: true }).focus()
    await page.keyboard.press("Space")
    await page.getByRole("radio", { name: "Leaning" }).focus()
    await page.keyboard.press("Space")
    await page.getByRole("button", { name: "Keep this stance" }).click()
    await expect(page.getByRole("heading", { name: "What moved you?" })).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("radio", { name: "A sentence of the text" }).focus()
    await page.keyboard.press("Space")
    await page.getByRole("button", { name: "Keep this", exact: true }).click()
    await expect(page.getByText("Choose a sentence first")).toBeVisible()
    await page.getByRole("searchbox", { name: "Find words in the text" }).fill("stronger")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Keep this", exact: true }).click()
    await expect(page.getByRole("heading", { name: "Your stance is kept" })).toBeVisible()
    await page.getByRole("link", { name: "What moved you" }).click()
    await expect(page.getByRole("radio", { name: "A sentence of the text" })).toBeChecked()
    await expect(page.getByRole("radio", { name: /stronger/ })).toBeChecked()
  })

  await test.step("or a post, of those she could read", async () => {
    await page.getByRole("radio", { name: "A post" }).check()
    await page.getByRole("searchbox", { name: "Find words in the posts" }).fill("palace")
    await page.keyboard.press("Enter")
    await expect(page.getByText("1 post, newest first")).toBeVisible()
    await page.getByRole("radio", { name: /palace/ }).check()
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Keep this", exact: true }).click()
    await expect(page.getByRole("heading", { name: "Your stance is kept" })).toBeVisible()
    const subject = { userId: maya.user.id, assignmentId: room.assignment.id }
    const kept = await database().stance.findFirstOrThrow({ where: { moment: "after_discussion", subject } })
    expect(kept).toMatchObject({ position: -1, movedBySentenceId: null, movedBy: null })
    expect(kept.movedByPostId).not.toBeNull()
  })

  await test.step("whoever stands where they stood is not asked", async () => {
    await second.goto(`${home}/reflect`)
    await second.getByRole("radio", { name: "Agree", exact: true }).check({ force: true })
    await second.getByRole("radio", { name: "Leaning" }).check({ force: true })
    await second.getByRole("button", { name: "Keep this stance" }).click()
    await expect(second.getByRole("heading", { name: "Your stance is kept" })).toBeVisible()
    await second.getByRole("link", { name: "What moved you" }).click()
    await expect(
      second.getByText("This is asked only of whoever stands elsewhere than before."),
    ).toBeVisible()
    await expectNoAxeViolations(second)
  })
})
