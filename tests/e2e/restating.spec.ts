import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, makePost, openText } from "@/tests/support/factories-discussion"

/** Maya and Tom have posted; a challenge here begins with the other's view. */
async function makeThread() {
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
    { alias: "Blue Heron", body: "He only went for the wheat." },
  )
  await makePost(
    { ...at, enrolmentId: tom.enrolment.id },
    { alias: "Red Kite", body: "The timing says all." },
  )
  await database().discussionRules.create({
    data: { assignmentId: at.assignmentId, requiresRestatement: true },
  })
  return { room, maya, tom, href: `/a/${at.assignmentId}/discuss/${at.promptId}` }
}

const challengeIn = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text })

async function writeChallenge(page: Page, restatement: string, body: string): Promise<void> {
  await page.getByRole("link", { name: "Answer Blue Heron" }).first().click()
  await page.getByRole("radio", { name: "Challenge" }).check()
  await page.getByRole("textbox", { name: "Your words", exact: true }).fill(body)
  const restated = page.getByRole("textbox", { name: "In your words, what does Blue Heron say?" })
  await restated.fill(restatement)
}

test("a challenge restates first; not quite, again, and confirmed, on pages that stand open", async ({
  browser,
  page,
  signIn,
}) => {
  test.slow()
  const { maya, tom, href } = await makeThread()
  const author = await (await browser.newContext()).newPage()
  await signIn({ userId: tom.user.id })
  await signIn({ userId: maya.user.id }, author)
  await page.goto(href)
  await author.goto(href)

  await test.step("without a restatement it is not posted, and says where", async () => {
    await writeChallenge(page, "", "Then why on the day the war began?")
    await page.getByRole("button", { name: "Post your answer" }).click()
    await expect(page.getByText("Say first, in your own words, what the other post says.")).toBeVisible()
    const restated = page.getByRole("textbox", { name: "In your words, what does Blue Heron say?" })
    await expect(restated).toBeFocused()
    await expectNoAxeViolations(page)
    await restated.fill("You say money was all that mattered.")
    await page.reload()
    await expect(restated).toHaveValue("You say money was all that mattered.")
    await page.getByRole("button", { name: "Post your answer" }).click()
  })
  const challenge = challengeIn(page, "Then why on the day the war began?")
  await expect(challenge).toContainText("Blue Heron has not said yet whether that is their view.")

  await test.step("its author finds the question, and says not quite", async () => {
    await author.reload()
    await author.getByRole("link", { name: "1 classmate asks whether they understood you" }).click()
    const asked = challengeIn(author, "Then why on the day the war began?")
    await expect(asked).toBeFocused()
    await expect(asked).toContainText("What you say, in Red Kite’s words")
    await expectNoAxeViolations(author)
    await asked.getByRole("button", { name: "Not quite" }).click()
    await asked.getByRole("button", { name: "Send “not quite”" }).click()
    await expect(asked.getByText("Say what you mean instead, in a few words.")).toBeVisible()
    await asked
      .getByRole("textbox", { name: "What do you mean instead?" })
      .fill("Not money. People had no bread.")
    await expectNoAxeViolations(author)
    await asked.getByRole("button", { name: "Send “not quite”" }).click()
    await expect(asked).toContainText("Not quite, you said. What you mean:")
    await expect(author.getByRole("link", { name: /asks? whether they understood you/ })).toHaveCount(0)
  })

  await test.step("the answer reaches the other's open page, who restates again", async () => {
    await page.getByRole("button", { name: "1 post was changed: show it" }).click()
    await expect(challenge).toContainText("People had no bread.")
    await page.reload()
    await challenge.getByRole("button", { name: "Restate again" }).click()
    const words = challenge.getByRole("textbox", { name: "What the other post says, in your words" })
    await expect(words).toHaveValue("You say money was all that mattered.")
    await words.fill("You say people were going hungry.")
    await challenge.getByRole("button", { name: "Ask again" }).click()
    await expect(challenge).toContainText("You say people were going hungry.")
    await expect(challenge.getByText("1 earlier wording")).toBeVisible()
  })

  await test.step("and is confirmed, with a word and a sign, before all that is said against it", async () => {
    await author.reload()
    const asked = challengeIn(author, "Then why on the day the war began?")
    await asked.getByRole("button", { name: "Yes, that’s my view" }).click()
    await expect(asked).toContainText("Confirmed. You said: yes, that’s my view.")
    await page.getByRole("button", { name: "1 post was changed: show it" }).click()
    await expect(challenge).toContainText("Confirmed. Blue Heron says: yes, that’s my view.")
    await challenge.getByText("1 earlier wording").click()
    await expect(challenge).toContainText("Not quite, says Blue Heron. What they mean:")
    await expectNoAxeViolations(page)
  })
  await author.context().close()
})

test("a teacher settles what two students cannot agree on", async ({ page, signIn }) => {
  const { room, maya, tom, href } = await makeThread()
  const thread = await database().thread.findFirstOrThrow({ where: { assignmentId: room.assignment.id } })
  const [mine] = await database().post.findMany({ where: { threadId: thread.id }, orderBy: { seq: "asc" } })
  await makePost(
    { assignmentId: thread.assignmentId, promptId: thread.promptId, enrolmentId: tom.enrolment.id },
    {
      parentId: mine?.id,
      body: "Wheat can be bought elsewhere.",
      restatement: [{ body: "You say it was about wheat.", answer: "not_quite", meant: "Not only wheat." }],
    },
  )
  await signIn({ userId: room.teacher.id })
  await page.goto(href)
  const challenge = challengeIn(page, "Wheat can be bought elsewhere.")
  await expect(challenge).toContainText("As their teacher you can settle it.")
  await challenge.getByRole("button", { name: "It is fair", exact: true }).click()
  await expectNoAxeViolations(page)
  await page.getByRole("alertdialog").getByRole("button", { name: "It is fair", exact: true }).click()
  await expect(challenge).toContainText("Settled by Ms Lindqvist: it is fair.")
  await expectNoAxeViolations(page)

  await page.goto(`/teach/assignments/${room.assignment.id}/discussion`)
  await expect(page.getByText("One more was settled as fair by a teacher.")).toBeVisible()
  await expectNoAxeViolations(page)

  await signIn({ userId: maya.user.id })
  await page.goto(href)
  await expect(challenge).toContainText("Settled by Ms Lindqvist: it is fair.")
  await expect(challenge.getByRole("button", { name: "It is fair", exact: true })).toHaveCount(0)
})
