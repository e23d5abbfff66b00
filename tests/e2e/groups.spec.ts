import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, makeStudent, openText } from "@/tests/support/factories-discussion"

const group = (page: Page, name: string) => page.getByRole("region", { name, exact: true })
const members = (page: Page, name: string) => group(page, name).getByRole("listitem")

async function post(page: Page, body: string) {
  await page.getByRole("textbox", { name: "Your words" }).fill(body)
  await page.getByRole("button", { name: "Post your answer" }).click()
  await expect(page.locator("article", { hasText: body })).toBeVisible()
}

test("a teacher makes groups, moves one student, turns groups on; each group reads itself, staff read all", async ({
  browser,
  page,
  signIn,
}) => {
  test.setTimeout(180_000)
  const room = await makeDiscussion({
    students: 4,
    prompts: ["Is it “fake neutrality”?"],
    stanceStatement: null,
  })
  const [prompt] = room.prompts
  if (!prompt) throw new Error("no question")
  for (const { enrolment } of room.students) await openText(room.assignment.id, enrolment.id)
  const groupsPage = `/teach/classes/${room.class.publicId}/groups`
  const settings = `/teach/assignments/${room.assignment.id}/settings`
  const thread = `/a/${room.assignment.id}/discuss/${prompt.id}`
  const second = await (await browser.newContext()).newPage()
  await signIn({ userId: room.teacher.id })

  await test.step("the settings say that there are no groups, and lead to where they are made", async () => {
    await page.goto(settings)
    await expect(page.getByText("The class has no groups yet. Make groups first.")).toBeVisible()
    await page.getByRole("checkbox", { name: "Each group of the class has its own thread" }).check()
    await expect(page.getByText("so no student could read or write here")).toBeVisible()
    await page.getByRole("link", { name: "Make groups" }).click()
    await expect(page).toHaveURL(groupsPage)
  })

  await test.step("groups are made at random", async () => {
    await expect(page.getByRole("heading", { name: "No groups yet" })).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("radio", { name: "Into a number of groups" }).check()
    await page.getByRole("spinbutton", { name: "Number of groups" }).fill("2")
    await expect(page.getByText("4 students: 2 groups of 2.")).toBeVisible()
    await page.getByRole("button", { name: "Make groups at random" }).click()
    await expect(members(page, "Group 1")).toHaveCount(2)
    await expect(members(page, "Group 2")).toHaveCount(2)
    await expectNoAxeViolations(page)
  })

  await test.step("one is moved by keyboard alone, and the move undone and done again", async () => {
    await group(page, "Group 1")
      .getByRole("button", { name: /^Move / })
      .first()
      .focus()
    await page.keyboard.press("Enter")
    const dialog = page.getByRole("dialog")
    await expect(dialog).toBeVisible()
    await expectNoAxeViolations(page)
    await dialog.getByRole("radio", { name: "Group 1" }).focus()
    await page.keyboard.press("ArrowDown")
    await expect(dialog.getByRole("radio", { name: "Group 2" })).toBeChecked()
    await page.keyboard.press("Enter")
    await expect(dialog).toBeHidden()
    await expect(members(page, "Group 2")).toHaveCount(3)
    await expect(group(page, "Group 2").locator("button:focus")).toHaveText("Move")
    await expect(page.getByText("A student was moved")).toBeVisible()
    await page.getByRole("button", { name: "Undo" }).click()
    await expect(members(page, "Group 2")).toHaveCount(2)
    await page.getByRole("button", { name: "Do it again" }).click()
    await expect(members(page, "Group 2")).toHaveCount(3)
    await page
      .getByRole("button", { name: "Undo" })
      .or(page.getByRole("button", { name: "Do it again" }))
      .click()
    await expect(members(page, "Group 2")).toHaveCount(2)
  })

  await test.step("a group gets a name of its own", async () => {
    await page.getByRole("button", { name: "Rename Group 1" }).click()
    await page.getByRole("textbox", { name: "Name of the group" }).fill("group 2")
    await page.getByRole("button", { name: "Save name" }).click()
    await expect(page.getByText("Another group of the class has this name.")).toBeVisible()
    await page.getByRole("textbox", { name: "Name of the group" }).fill("Herons")
    await page.getByRole("button", { name: "Save name" }).click()
    await expect(members(page, "Herons")).toHaveCount(2)
  })

  await test.step("who joins later stands before all others, and is put into the smallest group", async () => {
    const late = await makeStudent(room.class.id)
    await page.reload()
    await expect(page.getByRole("heading", { name: "Not in a group yet (1)" })).toBeVisible()
    await page.getByRole("button", { name: `Put ${late.user.displayName} into the smallest group` }).click()
    await expect(page.getByRole("heading", { name: /Not in a group yet/ })).toBeHidden()
    await expect(members(page, "Herons")).toHaveCount(3)
  })

  await test.step("the discussion is held in them", async () => {
    await page.goto(settings)
    await page.getByRole("checkbox", { name: "Each group of the class has its own thread" }).check()
    await expect(page.getByText("All students are in a group, 2 in all.")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Save the discussion’s rules" }).click()
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible()
  })

  const inGroup = async (name: string) => {
    const member = await database().groupMember.findFirstOrThrow({
      where: {
        group: { classId: room.class.id, name },
        enrolmentId: { in: room.students.map((s) => s.enrolment.id) },
      },
      include: { enrolment: { include: { user: true } } },
    })
    return member.enrolment.user
  }
  const [heron, other] = [await inGroup("Herons"), await inGroup("Group 2")]

  await test.step("two students of different groups post, and do not see each other", async () => {
    await signIn({ userId: heron.id })
    await page.goto(thread)
    await expect(page.getByText("You are in Herons.")).toBeVisible()
    await expectNoAxeViolations(page)
    await post(page, "Whoever goes to the palace has chosen.")
    await signIn({ userId: other.id }, second)
    await second.goto(thread)
    await expect(second.getByText("You are in Group 2.")).toBeVisible()
    await post(second, "Silence is a choice too.")
    await expect(second.getByText("1 post by 1 person")).toBeVisible()
    expect(await second.content()).not.toContain("palace")
    await page.reload()
    await expect(page.getByText("1 post by 1 person")).toBeVisible()
    expect(await page.content()).not.toContain("Silence")
    await page.goto(`/a/${room.assignment.id}/discuss?find=silence`)
    await expect(page.getByText("Silence is a choice too.")).toHaveCount(0)
  })

  await test.step("the teacher switches between the groups, and writes in one", async () => {
    await signIn({ userId: room.teacher.id })
    await page.goto(`/a/${room.assignment.id}/discuss`)
    const groups = page.getByRole("navigation", { name: "Whose thread" })
    await expect(groups.getByRole("link", { name: "Herons" })).toHaveAttribute("aria-current", "page")
    await groups.getByRole("link", { name: "Group 2" }).click()
    await expect(groups.getByRole("link", { name: "Group 2" })).toHaveAttribute("aria-current", "page")
    await page.getByRole("link", { name: "Open question 1" }).click()
    await expect(page.locator("article", { hasText: "Silence is a choice too." })).toBeVisible()
    await expectNoAxeViolations(page)
    await post(page, "Whose choice, then?")
    await page.getByRole("navigation", { name: "Whose thread" }).getByRole("link", { name: "Herons" }).click()
    await expect(page.locator("article", { hasText: "palace" })).toBeVisible()
    await expect(page.locator("article", { hasText: "Whose choice" })).toHaveCount(0)
    await expect(second.getByRole("button", { name: "1 new post: show it" })).toBeVisible()
  })

  await test.step("moving who has posted says what becomes of it, and opens nothing behind the gate", async () => {
    await page.goto(groupsPage)
    await page.getByRole("button", { name: `Move ${heron.displayName}`, exact: true }).click()
    await expect(page.getByText(`${heron.displayName} has 1 post in the threads of Herons.`)).toBeVisible()
    await page.getByRole("dialog").getByRole("radio", { name: "Group 2" }).check()
    await page.getByRole("dialog").getByRole("button", { name: "Move" }).click()
    await expect(page.getByRole("dialog")).toBeHidden()
    await signIn({ userId: heron.id }, second)
    await second.goto(thread)
    await expect(second.getByText("You are in Group 2.")).toBeVisible()
    await expect(second.getByText("What others wrote opens when you have posted")).toBeVisible()
    expect(await second.content()).not.toContain("Silence")
  })
})
