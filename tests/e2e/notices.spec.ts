import { postReply } from "@/lib/discussion/server/post-reply"
import { database } from "@/lib/platform/database"
import { newRandomId } from "@/lib/platform/ids"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { viewerFor } from "@/tests/support/factories"
import { makeDiscussion, makePost, openText } from "@/tests/support/factories-discussion"

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
  const mayas = await makePost(
    { ...at, enrolmentId: maya.enrolment.id },
    { alias: "Blue Heron", body: "He is right." },
  )
  await makePost({ ...at, enrolmentId: tom.enrolment.id }, { alias: "Red Kite", body: "He is wrong." })
  const answer = async (body: string) => {
    const words = { move: "challenge" as const, body, sentenceIds: [] }
    const viewer = await viewerFor(tom.user)
    await postReply(viewer, { parentId: mayas.publicId, clientKey: newRandomId(), ...words }, new Date())
  }
  return { maya, mayas, answer, threadId: mayas.threadId }
}

test("an answer is told at once on whatever page is open, leads to the post, and is forgotten when that is hidden", async ({
  page,
  signIn,
}) => {
  const { maya, answer, threadId } = await makeThread()
  await signIn({ userId: maya.user.id })
  const heard = page.waitForResponse((response) => response.url().endsWith("/api/notices/events"))
  await page.goto("/home")
  await heard
  const bell = page.getByRole("link", { name: /^Notices/ })
  await expect(bell).toHaveAccessibleName("Notices")

  await answer("Is he? Sentence 3 says otherwise.")
  const told = page.getByText("Somebody answered a post of yours.")
  await expect(told).toBeVisible()
  await expect(bell).toHaveAccessibleName("Notices, 1 new")
  await expectNoAxeViolations(page)

  await test.step("the list names a pseudonym and no words", async () => {
    await bell.focus()
    await page.keyboard.press("Enter")
    await expect(page.getByRole("heading", { level: 1, name: "Notices" })).toBeVisible()
    await expect(page.getByRole("main")).toContainText("Red Kite answered you")
    await expect(page.getByRole("main")).not.toContainText("Sentence 3 says otherwise")
    await expectNoAxeViolations(page)
  })

  await test.step("a line leads to the post, and is read from then on", async () => {
    await page.getByRole("link", { name: /Red Kite answered you/ }).click()
    await expect(page.getByRole("article").filter({ hasText: "Sentence 3 says otherwise." })).toBeVisible()
    await page.goto("/notices")
    await expect(page.getByText("New", { exact: true })).toHaveCount(0)
    await expect(bell).toHaveAccessibleName("Notices")
  })

  await test.step("what is hidden is told no more", async () => {
    await database().post.updateMany({
      where: { threadId, parentId: { not: null } },
      data: { state: "hidden" },
    })
    await page.goto("/notices")
    await expect(page.getByText("Nothing yet")).toBeVisible()
  })
})

test("how somebody is told is theirs to choose", async ({ page, signIn }) => {
  const { maya, answer } = await makeThread()
  await signIn({ userId: maya.user.id })
  await page.goto("/notices/settings")
  await expect(page.getByText("No mail: your account has no address.")).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByLabel("From").fill("21:00")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Quiet hours need a beginning and an end.")).toBeVisible()
  await page.getByLabel(/^To\b/).fill("07:00")
  await page.getByRole("group", { name: "In Colloquy" }).getByRole("checkbox").uncheck()
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible()
  await answer("Is he?")
  await page.goto("/notices")
  await expect(page.getByText("Nothing yet")).toBeVisible()
  await page.goto("/notices/settings")
  await expect(page.getByLabel("From")).toHaveValue("21:00")
  await expect(page.getByRole("group", { name: "In Colloquy" }).getByRole("checkbox")).not.toBeChecked()
})

test("a link in a mail ends it at one press, signed in or not", async ({ page }) => {
  const { maya } = await makeThread()
  const unsubscribeToken = newRandomId()
  await database().noticeSettings.create({ data: { userId: maya.user.id, unsubscribeToken } })
  const settings = () => database().noticeSettings.findUniqueOrThrow({ where: { userId: maya.user.id } })
  await page.goto(`/unsubscribe/${unsubscribeToken}`)
  await expectNoAxeViolations(page)
  expect((await settings()).unsubscribedAt).toBeNull()
  await page.getByRole("button", { name: "Stop the mail" }).click()
  await expect(page.getByText("You get no more of these mails.")).toBeVisible()
  expect((await settings()).unsubscribedAt).not.toBeNull()
  await page.goto("/unsubscribe/nothing")
  await expect(page.getByText("This link stops no mail")).toBeVisible()
})
