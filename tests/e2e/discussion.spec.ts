import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, makeStance, openText } from "@/tests/support/factories-discussion"

const statement = "Pakistan’s policy was neutral in practice."

/** A class of fourteen with one lesson, nobody has done anything yet. */
const makeRoom = () =>
  makeDiscussion({
    students: 14,
    prompts: ["Is it “fake neutrality”?", "May trade outweigh principle?"],
    stanceStatement: statement,
  })

const composer = (page: Page) => page.getByRole("textbox", { name: "Your words", exact: true })

test("two students take a stance, post first, argue and reflect; the teacher sees names, and who moved", async ({
  browser,
  page,
  signIn,
}) => {
  test.setTimeout(180_000)
  const room = await makeRoom()
  const [maya, tom, ...others] = room.students
  const [prompt] = room.prompts
  if (!maya || !tom || !prompt) throw new Error("no people")
  const home = `/a/${room.assignment.id}`
  const second = await (await browser.newContext()).newPage()
  await signIn({ userId: maya.user.id })
  await signIn({ userId: tom.user.id }, second)

  await test.step("a stance before reading, kept and not shown again", async () => {
    await page.goto(`${home}/stance`)
    await expect(page.getByRole("heading", { name: `“${statement}”` })).toBeVisible()
    await expect(page.getByText("Only you see where you stand.")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("radio", { name: "Agree", exact: true }).focus()
    await page.keyboard.press("Space")
    await page.getByRole("radio", { name: "Guessing" }).focus()
    await page.keyboard.press("ArrowRight")
    await page.getByRole("textbox", { name: "One reason" }).fill("They sent nobody.")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.getByRole("heading", { name: "Your stance is kept" })).toBeVisible()
    expect(await page.content()).not.toContain("They sent nobody.")
    await page.getByRole("link", { name: "Change it" }).click()
    await expect(page.getByRole("textbox", { name: "One reason" })).toHaveValue("They sent nobody.")
    await expect(page.getByRole("radio", { name: "Agree", exact: true })).toBeChecked()
    await page.getByRole("button", { name: "I prefer not to say" }).click()
    await expect(page.getByRole("heading", { name: "Your stance is kept" })).toBeVisible()
  })

  await test.step("the other student has posted", async () => {
    await makeStance(
      { userId: tom.user.id, assignmentId: room.assignment.id },
      { moment: "before_reading", position: 1 },
    )
    await openText(room.assignment.id, tom.enrolment.id)
    await second.goto(`${home}/discuss`)
    await second.getByRole("button", { name: "I prefer not to say" }).click()
    await second.getByRole("link", { name: "Answer question 1" }).click()
    await composer(second).fill("Whoever goes to the palace has chosen.")
    await second.getByRole("button", { name: "Post your answer" }).click()
    await expect(second.getByText("1 post by 1 person")).toBeVisible()
  })

  await test.step("before the first post there is nothing of his to be seen", async () => {
    await openText(room.assignment.id, maya.enrolment.id)
    await page.goto(`${home}/discuss/${prompt.id}`)
    await expect(page).toHaveURL(`${home}/discuss`)
    await expect(page.getByText("After reading")).toBeVisible()
    await page.getByRole("button", { name: "I prefer not to say" }).click()
    await expect(page.getByRole("heading", { name: "Discuss" })).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("link", { name: "Answer question 1" }).click()
    await expect(page.getByText("What others wrote opens when you have posted")).toBeVisible()
    await expect(
      page.getByText(/Your classmates and assistants see \w+ \w+; your teacher sees your name\./),
    ).toBeVisible()
    expect(await page.content()).not.toContain("palace")
    await expectNoAxeViolations(page)
  })

  await test.step("a draft outlives a reload, an empty post and a lost connection", async () => {
    await page.getByRole("button", { name: "Post your answer" }).click()
    await expect(page.getByText("Write something first.")).toBeVisible()
    await composer(page).fill("Silence is a choice too.")
    await expect(page.getByText("Draft on this device")).toBeVisible()
    await page.reload()
    await expect(composer(page)).toHaveValue("Silence is a choice too.")
    await page.context().setOffline(true)
    await page.getByRole("button", { name: "Post your answer" }).click()
    await expect(page.getByText("does not answer, so nothing was posted")).toBeVisible()
    await page.context().setOffline(false)
    await expect(composer(page)).toHaveValue("Silence is a choice too.")
  })

  await test.step("a sentence is cited and the answer posted, by keyboard alone, once", async () => {
    await page.getByRole("button", { name: "Cite", exact: true }).focus()
    await page.keyboard.press("Enter")
    await expect(page.getByRole("dialog")).toBeVisible()
    await page.getByRole("searchbox", { name: "Find words in the text" }).fill("stronger")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await expectNoAxeViolations(page)
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.getByRole("button", { name: "Remove sentence 2.2" })).toBeVisible()
    await page.getByRole("button", { name: "Post your answer" }).dblclick()
    await expect(page.getByText("2 posts by 2 people")).toBeVisible()
    await expect(page.getByText("Silence is a choice too.")).toHaveCount(1)
    await expect(page.getByText("Whoever goes to the palace has chosen.").first()).toBeVisible()
    await expect(page.locator("article:focus")).toContainText("Silence is a choice too.")
    await expectNoAxeViolations(page)
    expect(await page.content()).not.toContain(tom.user.displayName)
    expect(await page.content()).not.toContain(tom.enrolment.id)
    expect(await database().post.count({ where: { thread: { assignmentId: room.assignment.id } } })).toBe(2)
  })

  await test.step("she answers him, with a move", async () => {
    await page
      .locator("article", { hasText: "palace" })
      .getByRole("link", { name: /^Answer/ })
      .click()
    const form = page.getByRole("form", { name: /^Answering/ })
    await expect(form.getByRole("textbox", { name: "Your words", exact: true })).toBeFocused()
    await page.keyboard.type("Even if it was planned before?")
    await form.getByRole("radio", { name: "Support" }).focus()
    await page.keyboard.press("ArrowRight")
    await expect(form.getByRole("radio", { name: "Challenge" })).toBeChecked()
    await expectNoAxeViolations(page)
    await form.getByRole("button", { name: "Post your answer" }).click()
    await expect(page.getByText("3 posts by 2 people")).toBeVisible()
  })

  await test.step("he sees what is new, under her pseudonym", async () => {
    await second.goto(`${home}/discuss`)
    await expect(second.getByText("2 new")).toBeVisible()
    await second.getByRole("link", { name: "Open question 1" }).click()
    await expect(second.getByText("Even if it was planned before?")).toBeVisible()
    expect(await second.content()).not.toContain(maya.user.displayName)
  })

  await test.step("the teacher sees names", async () => {
    await signIn({ userId: room.teacher.id }, second)
    await second.goto(`${home}/discuss/${prompt.id}`)
    await expect(second.locator("article", { hasText: "Silence" }).first()).toContainText(
      maya.user.displayName,
    )
    await expectNoAxeViolations(second)
    await second.goto(`/teach/assignments/${room.assignment.id}/stance`)
    await expect(second.getByText("Opens when the step closes")).toBeVisible()
    await expectNoAxeViolations(second)
  })

  await test.step("she reflects", async () => {
    await page.goto(`${home}/reflect`)
    await page.getByRole("radio", { name: "Disagree", exact: true }).focus()
    await page.keyboard.press("Space")
    await page.getByRole("radio", { name: "Certain" }).focus()
    await page.keyboard.press("Space")
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Keep this stance" }).click()
    await expect(page.getByRole("heading", { name: "Your stance is kept" })).toBeVisible()
  })

  await test.step("once it has closed, the teacher sees who moved, and nobody’s name", async () => {
    for (const [index, { user }] of others.entries()) {
      const of = { userId: user.id, assignmentId: room.assignment.id }
      await makeStance(of, { moment: "before_reading", position: 1 })
      await makeStance(of, { moment: "after_reading", position: index < 6 ? -1 : 1 })
    }
    const past = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    await database().assignment.update({
      where: { id: room.assignment.id },
      data: { opensAt: past(48), dueAt: past(2), closesAt: past(1) },
    })
    await second.reload()
    await expect(second.getByRole("heading", { name: "Did reading move anyone?" })).toBeVisible()
    await expect(second.getByText("14 students answered both times").first()).toBeVisible()
    await expectNoAxeViolations(second)
    await page.goto(`${home}/discuss/${prompt.id}`)
    await expect(page.getByText("The discussion has closed.")).toBeVisible()
    await expect(composer(page)).toHaveCount(0)
  })
})

test("a thread is not found by strangers, and asks whoever is signed out to sign in", async ({
  page,
  signIn,
}) => {
  const room = await makeRoom()
  const elsewhere = await makeRoom()
  const [stranger] = elsewhere.students
  const [prompt] = room.prompts
  if (!stranger || !prompt) throw new Error("no people")
  const address = `/a/${room.assignment.id}/discuss/${prompt.id}`
  await page.goto(address)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signIn({ userId: stranger.user.id })
  expect((await page.goto(address))?.status()).toBe(404)
  await expectNoAxeViolations(page)
})
