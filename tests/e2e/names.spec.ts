import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeDiscussion, makePost, openText } from "@/tests/support/factories-discussion"

/** A class whose pseudonyms hide names from staff; two of its students have posted. */
async function makeSealed() {
  const room = await makeDiscussion({
    students: 3,
    prompts: ["Is it “fake neutrality”?", "May a state be neutral?"],
    stanceStatement: null,
    assignment: { postNames: "sealed" },
  })
  const [maya, tom, noor] = room.students
  const [one, two] = room.prompts
  if (!maya || !tom || !noor || !one || !two) throw new Error("no people")
  const assignmentId = room.assignment.id
  for (const { enrolment } of room.students) await openText(assignmentId, enrolment.id)
  const write = (promptId: string, enrolmentId: string, alias: string, body: string) =>
    makePost({ assignmentId, promptId, enrolmentId }, { alias, body })
  await write(one.id, maya.enrolment.id, "Blue Heron", "I do not sleep any more.")
  await write(one.id, tom.enrolment.id, "Red Kite", "He is right.")
  await write(two.id, maya.enrolment.id, "Sea Otter", "Nobody can be.")
  const threadOf = (promptId: string) => `/a/${assignmentId}/discuss/${promptId}`
  return {
    room,
    maya,
    noor,
    first: threadOf(one.id),
    second: threadOf(two.id),
    staff: `/teach/assignments/${assignmentId}`,
  }
}

const REASON = "I am worried about you, and would like to talk."

test("a name that is sealed, a teacher who opens it for a reason, and the student who is told", async ({
  page,
  browser,
  signIn,
}) => {
  const { room, maya, noor, first, second, staff } = await makeSealed()
  const name = maya.user.displayName

  await test.step("before she posts, a student reads who will see what", async () => {
    await signIn({ userId: noor.user.id })
    await page.goto(first)
    await expect(
      page.getByText(
        /Your classmates and your teacher see \w+ \w+\. If your teacher opens your name, you are told\./,
      ),
    ).toBeVisible()
    await expectNoAxeViolations(page)
  })

  const teachers = await browser.newContext()
  const teacher = await teachers.newPage()
  await signIn({ userId: room.teacher.id }, teacher)

  await test.step("the teacher sees pseudonyms, another at each question, and no name on any page of it", async () => {
    for (const href of [first, second, `${staff}/discussion`]) {
      await teacher.goto(href)
      await expect(teacher.getByText(/Blue Heron|Sea Otter/).first()).toBeVisible()
      expect(await teacher.content()).not.toContain(name)
    }
    await expect(teacher.getByText("the discussion is not graded", { exact: false })).toBeVisible()
    await expectNoAxeViolations(teacher)
    await teacher.goto(staff)
    const row = teacher.getByRole("row").filter({ hasText: name })
    await expect(row).toContainText("not shown by name")
    await expect(row).not.toContainText("post")
  })

  await test.step("without a reason nothing is opened; with one the name stands in the thread", async () => {
    await teacher.goto(first)
    await teacher.getByRole("button", { name: "Open the name behind Blue Heron" }).click()
    const dialog = teacher.getByRole("dialog", { name: "Open the name behind Blue Heron?" })
    await expect(dialog.getByText("The student is told, with your reason.")).toBeVisible()
    await expectNoAxeViolations(teacher)
    await dialog.getByRole("textbox", { name: "Why do you open it?" }).fill("   ")
    await dialog.getByRole("button", { name: "Open the name" }).click()
    await expect(dialog.getByText("Say why, in a few words.")).toBeVisible()
    await dialog.getByRole("textbox", { name: "Why do you open it?" }).fill(REASON)
    await dialog.getByRole("button", { name: "Open the name" }).click()
    await expect(dialog).toBeHidden()
    const post = teacher.getByRole("article").filter({ hasText: "I do not sleep" })
    await expect(post.getByText(name)).toBeVisible()
    await expect(post.getByText("Blue Heron")).toBeVisible()
    await expect(post.getByRole("button", { name: /^Open the name/ })).toHaveCount(0)
    await teacher.goto(second)
    expect(await teacher.content()).not.toContain(name)
    await teachers.close()
  })

  await test.step("the student is told on her home and in the thread, and puts the line away", async () => {
    await signIn({ userId: maya.user.id })
    await page.goto("/home")
    await expect(page.getByText(/Your teacher opened your name at question 1 of/)).toBeVisible()
    await expect(page.getByText(`The reason given: ${REASON}`)).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("link", { name: /^Open the thread of question 1/ }).click()
    await expect(page.getByText(`Your teacher opened your name here: ${REASON}`)).toBeVisible()
    await expect(page.getByText("Your teacher has opened your name here, and sees it.")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.goto("/home")
    await page.getByRole("button", { name: /^I have read that my name was opened/ }).click()
    await expect(page.getByText(/Your teacher opened your name/)).toHaveCount(0)
    await page.goto(first)
    await expect(page.getByText(`Your teacher opened your name here: ${REASON}`)).toBeVisible()
  })
})
