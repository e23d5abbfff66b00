import type { Locator, Page } from "@playwright/test"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, makePost, openText } from "@/tests/support/factories-discussion"

/** Maya, Tom and Ann have posted, Ann last; Tom's post is the one that will be hidden. */
async function makeThread() {
  const room = await makeDiscussion({
    students: 3,
    prompts: ["Is it “fake neutrality”?"],
    stanceStatement: null,
  })
  const [maya, tom, ann] = room.students
  const [prompt] = room.prompts
  if (!maya || !tom || !ann || !prompt) throw new Error("no people")
  const at = { assignmentId: room.assignment.id, promptId: prompt.id }
  for (const { enrolment } of [maya, tom, ann]) await openText(at.assignmentId, enrolment.id)
  await makePost({ ...at, enrolmentId: maya.enrolment.id }, { alias: "Blue Heron", body: "He is right." })
  const long = Array.from({ length: 12 }, () => "You are all fools, every one of you, and you know it.").join(
    " ",
  )
  const toms = await makePost({ ...at, enrolmentId: tom.enrolment.id }, { alias: "Red Kite", body: long })
  const anns = await makePost(
    { ...at, enrolmentId: ann.enrolment.id },
    { alias: "Grey Owl", body: "He is rong." },
  )
  const href = `/a/${at.assignmentId}/discuss/${at.promptId}`
  return { room, maya, ann, toms, anns, href }
}

const post = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text })

/** Where things stand in the window, to the pixel. */
const tops = (...things: Locator[]) =>
  Promise.all(things.map(async (thing) => Math.round((await thing.boundingBox())?.y ?? Number.NaN)))

test("what is hidden, taken back or edited reaches an open page, which does not move, nor lose an answer", async ({
  browser,
  page,
  signIn,
}) => {
  // Three people's pages, each looked at as a whole.
  test.slow()
  const { room, maya, ann, toms, anns, href } = await makeThread()
  const another = async () => (await browser.newContext()).newPage()
  const [teacher, author] = [await another(), await another()]
  await signIn({ userId: maya.user.id })
  await signIn({ userId: room.teacher.id }, teacher)
  await signIn({ userId: ann.user.id }, author)

  const draft = page.getByRole("textbox", { name: "Your words", exact: true })
  const below = page.locator(`#p-${anns.publicId}`)
  await page.goto(href)
  await post(page, "You are all fools").getByRole("link", { name: "Answer Red Kite" }).click()
  await expect(page.getByRole("form", { name: "Answering Red Kite" })).toBeVisible()
  await expect(draft).toBeFocused()
  await draft.fill("I do not think so, because")
  await expect(page.getByText("Next to answer")).toBeVisible()
  const before = await tops(draft, below)

  await test.step("a post that staff hide goes at once, while its answer is being written", async () => {
    await teacher.goto(href)
    const words = post(teacher, "You are all fools").first()
    await words.getByRole("button", { name: /^Hide/ }).click()
    await teacher.getByRole("textbox", { name: "Why is it hidden?" }).fill("No insults.")
    await teacher.getByRole("button", { name: "Hide the post" }).click()

    await expect(page.locator(`#p-${toms.publicId}`)).toHaveText("This post was hidden by a teacher.")
    await expect(page.getByText("fools")).toHaveCount(0)
    await expect(page.getByText("The post that was next to answer is no longer shown.")).toBeVisible()
    await expect(draft).toHaveValue("I do not think so, because")
    await expect(draft).toBeFocused()
    await expect(page.getByText("so this cannot be posted")).toBeVisible()
    await expect(page.getByRole("button", { name: "Post your answer" })).toHaveCount(0)
    expect(await tops(draft, below)).toEqual(before)
    await expectNoAxeViolations(page)
  })

  await test.step("an edited post waits until it is asked for", async () => {
    await author.goto(href)
    await author.getByRole("button", { name: /^Edit until/ }).click()
    await author.getByRole("textbox", { name: "Change your words" }).fill("He is wrong.\n\nAnd I say why.")
    await author.getByRole("button", { name: "Keep the change" }).click()
    await expect(post(author, "He is wrong.")).toBeVisible()

    const show = page.getByRole("button", { name: "1 post was changed: show it" })
    await expect(show).toBeVisible()
    await expect(below).toContainText("He is rong.")
    await expectNoAxeViolations(page)
    await show.focus()
    await page.keyboard.press("Enter")
    await expect(below).toContainText("He is wrong.")
    await expect(below.getByText("edited", { exact: true })).toBeVisible()
    await expect(below).toBeFocused()
    await expect(show).toHaveCount(0)
    await expect(draft).toHaveValue("I do not think so, because")
    await expectNoAxeViolations(page)
  })

  await test.step("what is taken back goes at once, and what is put back waits", async () => {
    await author.getByRole("button", { name: "Take back" }).click()
    await author.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click()
    await expect(below).toHaveText("This post was taken back.")
    // Whoever stood on the post stands on its place.
    await expect(below).toBeFocused()
    await author.getByRole("button", { name: /^Put it back/ }).click()
    await page.getByRole("button", { name: "1 post was changed: show it" }).click()
    await expect(below).toContainText("He is wrong.")
  })

  await test.step("the answer outlives a reload, beneath the place of what it answers", async () => {
    await page.reload()
    await expect(draft).toHaveValue("I do not think so, because")
    await expect(page.getByText("so this cannot be posted")).toBeVisible()
    expect(await page.content()).not.toContain("fools")
    await expectNoAxeViolations(page)
  })
})
