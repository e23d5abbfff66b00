import type { Browser, Locator, Page } from "@playwright/test"
import { parse } from "csv-parse/sync"
import { v4 } from "uuid"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeUser } from "@/tests/support/factories"
import { chooseRadio, pressKey, tabTo, typeInto } from "@/tests/support/keyboard"

/*
 * The main job from end to end, every step through the screens: a teacher makes a class and a lesson on a text of their
 * own, two students do all of it, one of them by keyboard alone, and the teacher sees what came of it.
 */

const text = `Who keeps the ferry?

By Salma Rind

The town has had a ferry for ninety years. It has never made a profit, and nobody minded. “It is a road, ” the old mayor used to say.
Now the council calls it a burden. Councillor Brandt says that 40 people a day are not enough. He did not count the children.

A bridge would cost eleven million. The U.N. has no opinion on our ferry, and nor, I suspect, has anyone beyond the river.

Express your opinion`

const statement = "The town should keep its ferry"

const prompt = "May a town run what never pays?"

type Slip = { userName: string; password: string }
type Student = Slip & { name: string; page: Page; newPassword: string }

test("a teacher, two students, one text: from the paste to the results", async ({
  page,
  browser,
  signIn,
}) => {
  test.setTimeout(300_000)
  const teacher = await makeUser("teacher", { displayName: "Salma Rind" })
  await signIn({ userId: teacher.id })
  const slips = await makeClassWithList(page, ["Noor Abbasi", "Ines Prado"])
  await importText(page)
  const lesson = await makeLesson(page)
  await writeItems(page, lesson)
  await lookAsStudent(page, lesson)
  await assign(page, lesson)
  const grid = page.url()

  const noor = await studentOf(browser, "Noor Abbasi", slips)
  await byPointer(noor)
  const ines = await studentOf(browser, "Ines Prado", slips)
  await byKeyboard(ines)

  await test.step("Noor finds what was answered to her, under a pseudonym", async () => {
    await noor.page.goto("/home")
    await expect(noor.page.getByRole("heading", { name: "Nothing is due" })).toBeVisible()
    await expectNoAxeViolations(noor.page)
    await noor.page.getByRole("link", { name: "Look back at Who keeps the ferry?" }).click()
    await noor.page.waitForURL(/\/a\//)
    await noor.page.goto(`${homeOf(noor.page)}/discuss`)
    await expect(noor.page.getByText("2 new")).toBeVisible()
    await noor.page.getByRole("link", { name: "Open question 1" }).click()
    await expect(noor.page.getByText("Which road was ever asked to?")).toBeVisible()
    expect(await noor.page.content()).not.toContain("Ines")
    await expectNoAxeViolations(noor.page)
  })
  await seeResults(page, grid)
  await test.step("both see their results once they are released", async () => {
    await noor.page.goto(`${homeOf(noor.page)}/results`)
    await expect(noor.page.getByText("2½ of 3 points")).toBeVisible()
    await expect(noor.page.getByText("Right answer, wrong evidence").first()).toBeVisible()
    await expectNoAxeViolations(noor.page)
    await ines.page.goto(`${homeOf(ines.page)}/results`)
    await expect(ines.page.getByText("3 of 3 points")).toBeVisible()
  })
})

/** The assignment a student's page is in. */
const homeOf = (page: Page): string => /\/a\/[0-9a-f-]+/.exec(page.url())?.[0] ?? "/home"

async function makeClassWithList(page: Page, names: string[]): Promise<Map<string, Slip>> {
  return test.step("a class, and slips from a pasted list", async () => {
    await page.goto("/teach")
    await expect(page.getByText("You have no class yet")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("link", { name: "Make a class" }).click()
    await page.getByLabel("Name of the class").fill("Ferry class")
    await page.getByRole("button", { name: "Make class" }).click()
    await page.getByRole("link", { name: "Add students from a list" }).click()
    await page.getByLabel("One student per line").fill(names.join("\n"))
    await page.getByRole("button", { name: "Look at the list" }).click()
    await page.getByRole("button", { name: `Add ${names.length} students` }).click()
    await expect(page.getByRole("heading", { name: `${names.length} students added` })).toBeVisible()
    await expectNoAxeViolations(page)
    const slips = new Map<string, Slip>()
    for (const name of names) {
      const words = page.getByRole("listitem").filter({ hasText: name }).locator("dd")
      const [userName = "", password = ""] = (await words.allInnerTexts()).slice(-2)
      slips.set(name, { userName, password })
    }
    return slips
  })
}

async function importText(page: Page): Promise<void> {
  await test.step("the text, pasted and corrected", async () => {
    // Leaving the slips asks first: their passwords are shown this once.
    page.once("dialog", (dialog) => dialog.accept())
    await page.goto("/teach/readings/new")
    await page.getByRole("textbox", { name: "Paste the text" }).fill(text)
    await page.getByRole("button", { name: "Read the text" }).click()
    await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Who keeps the ferry?")
    await expect(page.getByLabel(/^Author/)).toHaveValue("Salma Rind")
    await expect(page.getByLabel(/^Task 1/)).toHaveValue("Express your opinion")
    await expect(page.getByText("3 paragraphs, 8 sentences")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Save the reading" }).click()
    await page.waitForURL(/saved=1/)
    await expect(page.getByText("“It is a road,” the old mayor used to say.")).toBeVisible()
    await page.getByRole("link", { name: "Make a lesson from this" }).click()
  })
}

/** Resolves to the lesson's address. */
async function makeLesson(page: Page): Promise<string> {
  return test.step("a lesson on it, with a stance statement and a prompt", async () => {
    await expect(page.getByRole("heading", { name: "New lesson" })).toBeVisible()
    await page.getByLabel("Stance statement").fill(statement)
    await page.getByRole("button", { name: "Make the lesson" }).click()
    await expect(page.getByRole("link", { name: "Single choice" })).toBeVisible()
    const lesson = new URL(page.url()).pathname
    await page.goto(`${lesson}?part=prompts`)
    await page.getByRole("textbox", { name: "Prompt 1" }).fill(prompt)
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await expect(page.getByText("Saved.")).toBeVisible()
    await expectNoAxeViolations(page)
    return lesson
  })
}

/** One of each type, each proved by a phrase of the text. */
async function writeItems(page: Page, lesson: string): Promise<void> {
  const open = async (type: string, question: string) => {
    await page.goto(`${lesson}?part=items`)
    await page.getByRole("link", { name: type }).click()
    await page.getByLabel("Question", { exact: true }).fill(question)
  }
  const proveBy = async (phrase: string) => {
    await page.getByLabel(/^Or type a phrase/).fill(phrase)
    await page.getByRole("button", { name: "Add", exact: true }).click()
  }
  const keep = async (question: string) => {
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Save the question" }).click()
    await expect(page.getByRole("link", { name: question })).toBeVisible()
  }
  const options = async (texts: string[]) => {
    for (const [at, words] of texts.entries())
      await page.getByLabel(`Option ${"ABCD"[at]}`, { exact: true }).fill(words)
    for (const letter of ["D", "C"])
      if (texts.length <= "ABCD".indexOf(letter))
        await page.getByRole("button", { name: `Remove option ${letter}` }).click()
    await page.getByRole("radio", { name: "Option A is right" }).check()
  }
  await test.step("three questions, one of each type", async () => {
    await open("Single choice", "What did the old mayor call the ferry?")
    await options(["A road", "A burden"])
    await proveBy("It is a road")
    await keep("What did the old mayor call the ferry?")
    await open("Short text", "Whom did the councillor leave out?")
    await page.getByLabel(/^Answers that count/).fill("the children\nchildren")
    await proveBy("did not count the children")
    await keep("Whom did the councillor leave out?")
    await open("Answer and evidence", "What does the writer think of the council’s count?")
    await options(["It is incomplete", "It is generous", "It is exact"])
    await proveBy("did not count the children")
    await keep("What does the writer think of the council’s count?")
  })
}

async function lookAsStudent(page: Page, lesson: string): Promise<void> {
  await test.step("looked at as a student would", async () => {
    await page.goto(lesson)
    await page.getByRole("link", { name: "Preview as student" }).click()
    await expect(page.getByText("Preview: nothing is saved.").first()).toBeVisible()
    await expectNoAxeViolations(page)
  })
}

async function assign(page: Page, lesson: string): Promise<void> {
  await test.step("assigned, results held back", async () => {
    await page.goto(`${lesson}/assign`)
    await expect(page.getByRole("checkbox", { name: /Ferry class/ })).toBeChecked()
    await page.getByRole("radio", { name: /^When I release them/ }).check()
    await page.getByRole("button", { name: "Assign", exact: true }).click()
    await page.waitForURL(/\/teach\/assignments\/[0-9a-f-]+$/)
    await expect(page.getByText("Nobody has started")).toBeVisible()
    await expectNoAxeViolations(page)
  })
}

async function studentOf(browser: Browser, name: string, slips: Map<string, Slip>): Promise<Student> {
  const baseURL = process.env.COLLOQUY_E2E_URL
  const page = await (await browser.newContext({ baseURL, locale: "en-GB" })).newPage()
  const slip = slips.get(name)
  if (!slip) throw new Error(`no slip for ${name}`)
  return { ...slip, name, page, newPassword: `slow water ${v4().slice(0, 8)}` }
}

const composer = (page: Page): Locator => page.getByRole("textbox", { name: "Your words", exact: true })
const saved = (page: Page): Locator => page.getByText("Saved at school")
const stanceKept = (page: Page): Locator => page.getByRole("heading", { name: "Your stance is kept" })

async function byPointer({ page, userName, password, newPassword }: Student): Promise<void> {
  await test.step("Noor signs in with her slip", async () => {
    await page.goto("/")
    await page.getByLabel("User name or email").fill(userName)
    await page.getByLabel("Password", { exact: true }).fill(password)
    await page.getByRole("button", { name: "Sign in" }).click()
    await page.getByLabel("New password").fill(newPassword)
    await page.getByRole("button", { name: "Keep this password" }).click()
    await expect(page.getByRole("heading", { name: "Next is “Who keeps the ferry?”" })).toBeVisible()
    await expectNoAxeViolations(page)
  })
  await test.step("Noor takes a stance", async () => {
    await page.getByRole("link", { name: "Take a stance" }).click()
    await page.getByRole("radio", { name: "Agree", exact: true }).check({ force: true })
    await page.getByRole("radio", { name: "Leaning" }).check({ force: true })
    await page.getByRole("textbox", { name: "One reason" }).fill("My bus needs it.")
    await page.getByRole("button", { name: "Keep this stance" }).click()
    await expect(stanceKept(page)).toBeVisible()
    await expectNoAxeViolations(page)
  })
  await test.step("Noor reads and writes a note", async () => {
    await page.getByRole("link", { name: "Start reading" }).click()
    await expect(page.locator(".reader-live")).toBeVisible()
    await expectNoAxeViolations(page)
    await page.locator("#s-2-3").click()
    await page.getByRole("button", { name: "Note", exact: true }).click()
    await page.keyboard.type("This is the weak place.")
    await page.getByRole("button", { name: "Save note" }).click()
    await expect(page.getByText("This is the weak place.").first()).toBeVisible()
    await page.getByRole("button", { name: "Continue to the quiz" }).click()
  })
  await test.step("Noor answers", async () => {
    await page.getByRole("button", { name: "Start the quiz" }).click()
    await page.getByRole("radio", { name: "A road" }).check({ force: true })
    await expect(saved(page)).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Question 2", exact: true }).click()
    await page.getByRole("textbox", { name: /Whom did/ }).fill("The Children")
    await expect(saved(page)).toBeVisible()
    await page.getByRole("button", { name: "Question 3", exact: true }).click()
    await page.getByRole("radio", { name: "It is incomplete" }).check({ force: true })
    await page.getByRole("button", { name: "A bridge would cost eleven million." }).click()
    await expect(page.getByText("your sentence")).toBeVisible()
    await expect(saved(page)).toBeVisible()
    await page.getByRole("button", { name: "Review and submit" }).click()
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Submit 3 answers" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Submit 3 answers" }).click()
    await expect(page.getByText("The results come when your teacher releases them")).toBeVisible()
    await expectNoAxeViolations(page)
  })
  await test.step("Noor says where she stands now, and is the first to post", async () => {
    await page.goto(`${homeOf(page)}/discuss`)
    await page.getByRole("radio", { name: "Agree", exact: true }).check({ force: true })
    await page.getByRole("radio", { name: "Certain" }).check({ force: true })
    await page.getByRole("button", { name: "Keep this stance" }).click()
    await page.getByRole("link", { name: "Answer question 1" }).click()
    await composer(page).fill("A road does not pay either, and nobody closes it.")
    await page.getByRole("button", { name: "Cite", exact: true }).click()
    await page.getByRole("searchbox", { name: "Find words in the text" }).fill("profit")
    await page.getByRole("checkbox").first().check({ force: true })
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Cite it" }).click()
    await page.getByRole("button", { name: "I keep to these" }).click()
    await page.getByRole("button", { name: "Post your answer" }).click()
    await expect(page.getByText("1 post by 1 person")).toBeVisible()
    await expectNoAxeViolations(page)
  })
  await test.step("Noor reflects", async () => {
    await page.goto(`${homeOf(page)}/reflect`)
    await page.getByRole("button", { name: "I prefer not to say" }).click()
    await expect(stanceKept(page)).toBeVisible()
    await expectNoAxeViolations(page)
  })
}

async function byKeyboard({ page, userName, password, newPassword }: Student): Promise<void> {
  await test.step("Ines signs in, keys only from here on", async () => {
    await page.goto("/")
    await typeInto(page, page.getByLabel("User name or email"), userName)
    await typeInto(page, page.getByLabel("Password", { exact: true }), password)
    await page.keyboard.press("Enter")
    await expect(page.getByLabel("New password")).toBeVisible()
    await typeInto(page, page.getByLabel("New password"), newPassword)
    await page.keyboard.press("Enter")
    await expect(page.getByRole("heading", { name: "Next is “Who keeps the ferry?”" })).toBeVisible()
  })
  await test.step("Ines takes a stance", async () => {
    await pressKey(page, page.getByRole("link", { name: "Take a stance" }))
    await expect(page.getByRole("heading", { name: `“${statement}”` })).toBeVisible()
    await chooseRadio(page, page.getByRole("radio", { name: "Disagree", exact: true }))
    await chooseRadio(page, page.getByRole("radio", { name: "Guessing" }))
    await pressKey(page, page.getByRole("button", { name: "Keep this stance" }))
    await expect(stanceKept(page)).toBeVisible()
  })
  await test.step("Ines reads to the end, and marks a sentence", async () => {
    await pressKey(page, page.getByRole("link", { name: "Start reading" }))
    await expect(page.locator(".reader-live")).toBeVisible()
    await tabTo(page, page.locator("#s-1-1"))
    await page.keyboard.press("ArrowDown")
    await expect(page.getByRole("group", { name: "Sentence 1.2" })).toBeVisible()
    await page.keyboard.press("Enter")
    await page.keyboard.type("Ninety years is long.")
    await page.keyboard.press("Control+Enter")
    await expect(page.getByText("Ninety years is long.").first()).toBeVisible()
    await page.keyboard.press("End")
    await pressKey(page, page.getByRole("button", { name: "Continue to the quiz" }))
  })
  await test.step("Ines answers", async () => {
    await pressKey(page, page.getByRole("button", { name: "Start the quiz" }))
    await chooseRadio(page, page.getByRole("radio", { name: "A road" }))
    await expect(saved(page)).toBeVisible()
    await pressKey(page, page.getByRole("button", { name: "Question 2", exact: true }))
    await typeInto(page, page.getByRole("textbox", { name: /Whom did/ }), "children")
    await expect(saved(page)).toBeVisible()
    await pressKey(page, page.getByRole("button", { name: "Question 3", exact: true }))
    await chooseRadio(page, page.getByRole("radio", { name: "It is incomplete" }))
    await chooseSentence(page, "He did not count the children.")
    await expect(page.getByText("your sentence")).toBeVisible()
    await expect(saved(page)).toBeVisible()
    await pressKey(page, page.getByRole("button", { name: "Review and submit" }))
    await pressKey(page, page.getByRole("button", { name: "Submit 3 answers" }))
    await pressKey(page, page.getByRole("alertdialog").getByRole("button", { name: "Submit 3 answers" }))
    await expect(page.getByText("The results come when your teacher releases them")).toBeVisible()
  })
  await test.step("Ines posts, sees the other side, and answers it", async () => {
    await pressKey(page, page.getByRole("link", { name: /Discuss/ }).first())
    await pressKey(page, page.getByRole("button", { name: "I prefer not to say" }))
    await pressKey(page, page.getByRole("link", { name: "Answer question 1" }))
    expect(await page.content()).not.toContain("A road does not pay either")
    await typeInto(page, composer(page), "A bridge would pay for itself in time.")
    await pressKey(page, page.getByRole("button", { name: "I keep to these" }))
    await pressKey(page, page.getByRole("button", { name: "Post your answer" }))
    await expect(page.getByText("2 posts by 2 people")).toBeVisible()
    await pressKey(
      page,
      page.locator("article", { hasText: "A road does not pay" }).getByRole("link", { name: /^Answer/ }),
    )
    const form = page.getByRole("form", { name: /^Answering/ })
    await expect(composer(form as unknown as Page)).toBeFocused()
    await page.keyboard.type("Which road was ever asked to?")
    await pressKey(page, form.getByRole("button", { name: "Post your answer" }))
    await expect(page.getByText("3 posts by 2 people")).toBeVisible()
    expect(await page.content()).not.toContain("Noor")
  })
  await test.step("Ines reflects", async () => {
    await pressKey(page, page.getByRole("link", { name: /Reflect/ }).first())
    // The thread it leads away from has such a button too.
    await page.waitForURL(/\/reflect/)
    await chooseRadio(page, page.getByRole("radio", { name: "In between" }))
    await chooseRadio(page, page.getByRole("radio", { name: "Leaning" }))
    await pressKey(page, page.getByRole("button", { name: "Keep this stance" }))
    await expect(stanceKept(page)).toBeVisible()
  })
}

/** Tabs to the text beside the quiz and walks to a sentence. */
async function chooseSentence(page: Page, words: string): Promise<void> {
  const first = page.locator('[data-s][tabindex="0"]')
  await tabTo(page, first)
  const isThere = () =>
    page.evaluate((wanted) => document.activeElement?.textContent?.trim() === wanted, words)
  for (let press = 0; press < 20 && !(await isThere()); press++) await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
}

async function seeResults(page: Page, grid: string): Promise<void> {
  await test.step("the teacher sees who did what", async () => {
    await page.goto(`${grid}?sort=name`)
    const rows = page.getByRole("table", { name: /how far/ }).locator("tbody tr")
    await expect(rows).toHaveCount(2)
    await expect(rows.filter({ hasText: "Ines Prado" })).toContainText("1 post, 1 reply")
    await expectNoAxeViolations(page)
    await page.getByRole("button", { name: "Take it with you" }).click()
    const href = await page.getByRole("link", { name: "Students, CSV" }).getAttribute("href")
    const file = await (await page.request.get(href ?? "")).body()
    const lines: Record<string, string>[] = parse(file, { bom: true, columns: true })
    expect(lines.map(({ Student }) => Student)).toEqual(["Ines Prado", "Noor Abbasi"])
  })
  await test.step("what was understood, and what was right for the wrong reason", async () => {
    await page.goto(`${grid}/items`)
    await expect(page.getByText("too few to say").first()).toBeVisible()
    await expect(page.getByText("1 of 2 students with the right answer")).toBeVisible()
    await expectNoAxeViolations(page)
  })
  await test.step("how they argued, by name", async () => {
    await page.goto(`${grid}/discussion`)
    const row = page.getByRole("row", { name: /Ines Prado/ })
    await expect(row).toBeVisible()
    await expectNoAxeViolations(page)
    await row.getByRole("link", { name: "Ines Prado", exact: true }).click()
    await expect(page.getByText("Which road was ever asked to?").first()).toBeVisible()
    await expectNoAxeViolations(page)
    await page.goto(`${grid}/stance`)
    await expectNoAxeViolations(page)
    for (const reason of ["My bus needs it.", "The road."]) expect(await page.content()).not.toContain(reason)
  })
  await test.step("and releases the results", async () => {
    await page.goto(grid)
    await page.getByRole("button", { name: "Release results" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Release results" }).click()
    await expect(page.getByText("Results released")).toBeVisible()
  })
}
