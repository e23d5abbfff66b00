import { chromium, type Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { cookieFor, expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { optionIds, type Quiz } from "@/tests/support/factories-quiz"
import { killBrowser } from "@/tests/support/kill-browser"
import { openQuiz } from "@/tests/support/open-quiz"

const address = (quiz: Quiz, page = "quiz") => `/a/${quiz.assignment.id}/${page}`
const saved = (page: Page) => page.getByText("Saved at school")
const waitingKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("colloquy.quiz.")))

async function start(page: Page, quiz: Quiz): Promise<void> {
  await page.goto(address(quiz))
  await page.getByRole("button", { name: "Start the quiz" }).click()
  await expect(page.getByText(/Question 1 ·/)).toBeVisible()
}

/** What the school has of this student: the place of the chosen option, or the text, by question. */
async function atSchool(quiz: Quiz): Promise<(number | string | undefined)[]> {
  const { id } = quiz.enrolments[0]
  const rows = await database().response.findMany({ where: { attempt: { enrolmentId: id } } })
  return quiz.items.map((item) => {
    const value = rows.find(({ itemId }) => itemId === item.itemId)?.value as
      | { option?: string; text?: string }
      | undefined
    return value?.text ?? (value?.option ? optionIds(item).indexOf(value.option) : undefined)
  })
}

/** Answers the first, second and fourth question on the page that is open. */
async function answerWithoutNetwork(page: Page): Promise<void> {
  await page.getByRole("radio").nth(2).check({ force: true })
  await expect(page.getByText("On this device.", { exact: false }).first()).toBeVisible()
  await page.getByRole("button", { name: "Question 2", exact: true }).click()
  await page.getByRole("textbox").fill("Silence")
  await page.getByRole("button", { name: /^Question 4/ }).click()
  await page.getByRole("radio").nth(1).check({ force: true })
  await expect(page.getByText("3 on this device only")).toBeVisible()
}

test("answers given without a network outlive a killed tab, an expired sign-in and another student", async ({
  page,
  signIn,
  context,
}) => {
  const quiz = await openQuiz({ shuffleOptions: false })
  const [amina, bilal] = [{ userId: quiz.students[0].id }, { userId: quiz.students[1].id }]
  await signIn(amina)
  await start(page, quiz)
  await page.getByRole("radio").nth(1).check({ force: true })
  await expect(saved(page)).toBeVisible()
  expect(await waitingKeys(page)).toEqual([])

  await context.setOffline(true)
  await answerWithoutNetwork(page)
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await expect(page.getByText("3 on this device only")).toBeVisible()
    await expect(saved(page)).toBeHidden()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
  expect(await atSchool(quiz)).toEqual([1, undefined, undefined, undefined])

  // The tab dies without a word: no handler of the page runs.
  const cdp = await context.newCDPSession(page)
  const died = page.waitForEvent("crash")
  cdp.send("Page.crash").catch(() => {})
  await died
  await page.close()
  await database().session.deleteMany({ where: { userId: amina.userId } })
  await context.setOffline(false)

  // Another student on the same device: nothing of it is seen, nothing is sent.
  const other = await context.newPage()
  await signIn(bilal, other)
  const sent: string[] = []
  other.on("request", (request) => request.method() === "PUT" && sent.push(request.url()))
  await other.goto("/home")
  await expect(other.getByRole("main")).toBeVisible()
  await start(other, quiz)
  await expect(other.getByRole("radio").nth(2)).not.toBeChecked()
  await expect(other.getByText("on this device")).toBeHidden()
  await other.goto("/home")
  await other.waitForLoadState("networkidle")
  expect(sent).toEqual([])
  expect(await waitingKeys(other)).toEqual([expect.stringContaining(amina.userId)])
  expect(await atSchool(quiz)).toEqual([1, undefined, undefined, undefined])
  await other.getByRole("button", { name: /Account/ }).click()
  await other.getByRole("button", { name: "Sign out", exact: true }).click()
  await expect(other).toHaveURL(/sign-in/)

  // The same student again, from home: all of it is at school.
  await signIn(amina, other)
  await other.goto("/home")
  await expect(other.getByText("3 answers from earlier today were brought to school.")).toBeVisible()
  await expectNoAxeViolations(other)
  expect(await waitingKeys(other)).toEqual([])
  expect(await atSchool(quiz)).toEqual([2, "Silence", undefined, 1])
  await other.goto(address(quiz))
  await expect(other.getByRole("radio").nth(2)).toBeChecked()
  await expect(saved(other)).toBeVisible()
  await other.getByRole("button", { name: "Question 2", exact: true }).click()
  await expect(other.getByRole("textbox")).toHaveValue("Silence")
  await expect(saved(other)).toBeVisible()
  await expect(other.getByText("on this device only")).toBeHidden()
})

test("a killed tab, then the quiz itself: every answer is there again and goes to school", async ({
  page,
  signIn,
  context,
}) => {
  const quiz = await openQuiz({ shuffleOptions: false })
  await signIn({ userId: quiz.students[0].id })
  await start(page, quiz)
  await context.setOffline(true)
  await answerWithoutNetwork(page)
  const cdp = await context.newCDPSession(page)
  const died = page.waitForEvent("crash")
  cdp.send("Page.crash").catch(() => {})
  await died
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address(quiz))
  await expect(again.getByRole("radio").nth(2)).toBeChecked()
  await expect(saved(again)).toBeVisible()
  await expect.poll(() => atSchool(quiz)).toEqual([2, "Silence", undefined, 1])
  expect(await waitingKeys(again)).toEqual([])
})

test("a battery that dies takes no answer along, not even the newest", async ({ db }, info) => {
  test.skip(process.platform !== "linux", "finds the browser's processes where Linux lists them")
  const quiz = await openQuiz({ shuffleOptions: false })
  const profile = info.outputPath("profile")
  const url = process.env.COLLOQUY_E2E_URL ?? ""
  const options = { ...info.project.use.launchOptions, baseURL: url }
  const before = await chromium.launchPersistentContext(profile, options)
  const value = await cookieFor(db, { userId: quiz.students[0].id })
  const cookie = {
    name: "next-auth.session-token",
    value,
    url,
    httpOnly: true,
    expires: Date.now() / 1000 + 3600,
  }
  await before.addCookies([cookie])
  const page = await before.newPage()
  await start(page, quiz)
  await before.setOffline(true)
  // So many changes that the browser would write its storage out only after minutes.
  await page.getByRole("button", { name: "Question 2", exact: true }).click()
  await page.getByRole("textbox").pressSequentially("All that I had to say of it", { delay: 40 })
  await page.getByRole("button", { name: "Question 1, not answered" }).click()
  await page.getByRole("radio").nth(2).check({ force: true })
  await expect(page.getByText("2 on this device only")).toBeVisible()
  expect(killBrowser(profile)).toBeGreaterThan(0)
  await before.close().catch(() => {})

  const after = await chromium.launchPersistentContext(profile, options)
  await after.addCookies([cookie])
  const again = await after.newPage()
  await again.goto("/home")
  await expect(again.getByText("2 answers from earlier today were brought to school.")).toBeVisible()
  expect(await atSchool(quiz)).toEqual([2, "All that I had to say of it", undefined, undefined])
  expect(await waitingKeys(again)).toEqual([])
  await after.close()
})

test("signing out with answers on the device warns, sends them once that can be, and never loses one", async ({
  page,
  signIn,
}) => {
  const quiz = await openQuiz({ shuffleOptions: false })
  const amina = { userId: quiz.students[0].id }
  await signIn(amina)
  await start(page, quiz)
  await page.route("**/responses", (route) => route.abort())
  await page.getByRole("radio").nth(1).check({ force: true })
  await expect(page.getByText("1 on this device only")).toBeVisible()

  await page.getByRole("button", { name: /Account/ }).click()
  await page.getByRole("button", { name: "Sign out", exact: true }).click()
  const window = page.getByRole("alertdialog")
  await expect(window).toContainText("One answer is on this device only")
  await expect(window).toContainText("The school cannot be reached just now.")
  await expectNoAxeViolations(page)
  await window.getByRole("button", { name: "Stay signed in" }).click()
  await expect(page.getByRole("button", { name: /Account/ })).toBeFocused()

  await page.keyboard.press("Enter")
  await page.getByRole("button", { name: "Sign out", exact: true }).click()
  await window.getByRole("button", { name: "Sign out anyway" }).click()
  await expect(page).toHaveURL(/sign-in/)
  expect(await waitingKeys(page)).toHaveLength(1)
  expect(await atSchool(quiz)).toEqual([undefined, undefined, undefined, undefined])

  await signIn(amina)
  await page.goto("/account")
  await expect(page.getByText("One answer is on this device only").first()).toBeVisible()
  await page.getByRole("button", { name: "Sign out everywhere" }).click()
  await expect(window).toContainText("One answer is on this device only")
  await expectNoAxeViolations(page)
  await window.getByRole("button", { name: "Cancel" }).click()

  await page.getByRole("button", { name: /Account/ }).click()
  await page.getByRole("button", { name: "Sign out", exact: true }).click()
  await expect(window).toContainText("The school cannot be reached just now.")
  await page.unroute("**/responses")
  await window.getByRole("button", { name: "Try again" }).click()
  await expect(page).toHaveURL(/sign-in/)
  expect(await waitingKeys(page)).toEqual([])
  expect(await atSchool(quiz)).toEqual([1, undefined, undefined, undefined])
})

test("what comes too late is said: after the time, and after the quiz was handed in", async ({
  page,
  signIn,
}) => {
  const quiz = await openQuiz({ shuffleOptions: false })
  const amina = { userId: quiz.students[0].id }
  await signIn(amina)
  await start(page, quiz)
  await page.route("**/responses", (route) => route.abort())
  await page.getByRole("radio").nth(1).check({ force: true })
  await expect(page.getByText("1 on this device only")).toBeVisible()
  // Not even the request that outlives a page gets out: it is not always held up by what cuts the page itself off.
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError("cut off"))
  })
  await page.context().setOffline(true)
  await page.goto("about:blank")
  const past = { deadlineAt: new Date(Date.now() - 60_000) }
  const mine = { enrolmentId: quiz.enrolments[0].id }
  await database().attempt.updateMany({ where: mine, data: past })
  await page.unroute("**/responses")
  await page.context().setOffline(false)
  await page.goto("/home")
  await expect(page.getByText("It came after the time was over", { exact: false })).toBeVisible()
  const late = () => database().responseSave.count({ where: { attempt: mine, late: true } })
  await expect.poll(late).toBe(1)

  await page.evaluate(
    ([person, attempt, item]) => {
      const answer = { value: null, flagged: true, saveNumber: 9, savedAt: null, late: false, rival: null }
      localStorage.setItem(`colloquy.quiz.${person}.${attempt}`, JSON.stringify({ [item ?? ""]: answer }))
    },
    [amina.userId, (await database().attempt.findFirstOrThrow({ where: mine })).id, quiz.items[0]?.itemId],
  )
  await database().attempt.updateMany({
    where: mine,
    data: { state: "submitted", endedBy: "student", submittedAt: new Date() },
  })
  await page.goto("/home")
  await expect(
    page.getByText("The quiz was handed in or closed before it arrived", { exact: false }),
  ).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Remove from this device" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove from this device" }).click()
  expect(await waitingKeys(page)).toEqual([])
})
