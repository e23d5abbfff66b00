import type { Page } from "@playwright/test"
import { database } from "@/lib/platform/database"
import { newId } from "@/lib/platform/ids"
import { articleHtml } from "@/lib/reading/article-html"
import { expect, expectNoAxeViolations, test } from "@/tests/support/e2e"
import { makeUser } from "@/tests/support/factories"
import { makeItem } from "@/tests/support/factories-lesson"
import { makeReadingRoom } from "@/tests/support/factories-reading"

const panel = (page: Page, label: string) => page.getByRole("group", { name: `Sentence ${label}` })

/** Walks by the Tab key until the focus is in the text. */
async function tabIntoText(page: Page): Promise<void> {
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press("Tab")
    if (await page.evaluate(() => document.activeElement?.matches("[data-s]") ?? false)) return
  }
  throw new Error("no Tab leads into the text")
}

test("a student reads by keyboard alone: walks, marks, notes, comes back to the place, goes on", async ({
  page,
  signIn,
}) => {
  const room = await makeReadingRoom()
  await makeItem(room.lesson, room.teacher.id)
  const term = { term: "abstain", forms: ["abstention"], definition: "To choose neither yes nor no." }
  const { lessonVersionId } = room.lesson
  await database().glossaryTerm.create({ data: { id: newId(), lessonVersionId, position: 1, ...term } })
  const address = `/a/${room.assignment.id}/read`
  await signIn({ userId: room.students[0].id })
  await page.goto(address)
  await expect(page.getByText("Opinion · 7 sentences")).toBeVisible()
  await expectNoAxeViolations(page)

  await expect(page.locator(".reader-live")).toBeVisible()
  await tabIntoText(page)
  await expect(panel(page, "1.1")).toBeVisible()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("ArrowRight")
  await expect(panel(page, "2.1")).toBeVisible()
  await page.keyboard.press("End")
  await expect(panel(page, "3.2")).toBeVisible()
  await page.keyboard.press("Home")
  await page.keyboard.press("ArrowDown")

  await page.keyboard.press("Enter")
  await page.keyboard.type("How short is it?")
  await page.keyboard.press("Control+Enter")
  await expect(panel(page, "1.2").getByText("How short is it?")).toBeVisible()
  await page.keyboard.press("Tab")
  await expect(panel(page, "1.2").getByRole("button", { name: "Edit note" })).toBeFocused()
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press("Tab")
    const focused = await page.evaluate(() => document.activeElement?.textContent)
    if (focused === "Claim") break
  }
  await page.keyboard.press("Space")
  await expect(page.locator('[data-s][data-mark="claim"]')).toHaveText("His answer is short.")
  await expectNoAxeViolations(page)

  await page.locator("a.term").focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("note", { name: "Definition of abstain" })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("note", { name: "Definition of abstain" })).toBeHidden()

  await expect
    .poll(() => database().readingProgress.count({ where: { assignmentId: room.assignment.id } }))
    .toBe(1)
  await expect.poll(() => database().sentenceNote.findFirst({ where: { mark: "claim" } })).not.toBeNull()
  await page.reload()
  await expect(page.locator('[data-s][data-mark="claim"]')).toHaveText("His answer is short.")
  await expect(page.getByText("How short is it?")).toBeVisible()

  await page.getByRole("button", { name: "Continue to the quiz" }).focus()
  await page.keyboard.press("Enter")
  await page.waitForURL(`**/a/${room.assignment.id}/quiz`)
  const progress = await database().readingProgress.findFirst({ where: { assignmentId: room.assignment.id } })
  expect(progress?.finishedAt).not.toBeNull()
})

test("a note that was typed outlives a closed tab; one deleted comes back; nobody else has it", async ({
  page,
  signIn,
}) => {
  const room = await makeReadingRoom()
  const address = `/a/${room.assignment.id}/read`
  await signIn({ userId: room.students[0].id })
  await page.goto(address)
  await expect(page.locator(".reader-live")).toBeVisible()
  await page.locator("#s-2-1").click()
  await page.getByRole("button", { name: "Note", exact: true }).click()
  await page.keyboard.type("Half a thou")
  await page.reload()
  await expect(page.locator(".reader-live")).toBeVisible()
  await page.locator("#s-2-1").click()
  await page.getByRole("button", { name: "Note", exact: true }).click()
  await expect(page.getByLabel("Note on 2.1")).toHaveValue("Half a thou")
  await page.getByRole("button", { name: "Save note" }).click()
  await expect(panel(page, "2.1").getByText("Half a thou")).toBeVisible()

  await page.getByRole("button", { name: "Edit note" }).click()
  await page.getByRole("button", { name: "Delete note" }).click()
  await expect(panel(page, "2.1").getByText("Note deleted.")).toBeVisible()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(panel(page, "2.1").getByText("Half a thou")).toBeVisible()

  await signIn({ userId: room.students[1].id })
  await page.goto(address)
  await expect(page.getByText("His answer is short.")).toBeVisible()
  expect(await page.content()).not.toContain("Half a thou")
})

test("type settings hold at the first paint of the next page", async ({ page, signIn }) => {
  const room = await makeReadingRoom()
  await signIn({ userId: room.students[0].id })
  await page.goto(`/a/${room.assignment.id}/read`)
  await expect(page.locator(".reader-live")).toBeVisible()
  await page.getByRole("button", { name: "Reading settings" }).click()
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Larger" }).click()
  await page.getByRole("button", { name: "Hyperlegible" }).click()
  const response = await page.reload()
  expect(await response?.text()).toContain("--read-size:1.3125rem")
  await expect(page.locator(".article")).toHaveCSS("font-size", "21px")
})

test("the text can be read where no script runs, its words lead to their meaning", async ({
  browser,
  signIn,
}) => {
  const room = await makeReadingRoom()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn({ userId: room.students[0].id }, page)
  await page.goto(`${process.env.COLLOQUY_E2E_URL}/a/${room.assignment.id}/read`)
  await expect(page.getByText("An abstention does not place you in the middle.")).toBeVisible()
  await expect(
    page
      .getByRole("button", { name: "I have read it" })
      .or(page.getByRole("button", { name: "Continue to the discussion" })),
  ).toBeVisible()
  await context.close()
})

const column = `A mayor who sells the river cannot complain about the drought

Noor Ahmadi

Mayor Lena Orts has changed her mind before, and her rivals call her “Weathervane Lena. ”
Back then the crowd shouted “the water is ours. “ Later Orts, wrote a letter to the U.N. office in Geneva. <script>document.title = "run"</script>
And how can she ignore the law in the name of “balance?” I wonder whether she has read it.

Express your opinion`

test("a teacher pastes a text, corrects what was recognised, saves once, and corrects it again", async ({
  page,
  signIn,
}) => {
  const teacher = await makeUser("teacher")
  await signIn({ userId: teacher.id })
  await page.goto("/teach/readings/new")
  await expectNoAxeViolations(page)
  await page.getByRole("textbox", { name: "Paste the text" }).fill(column)
  await page.getByRole("button", { name: "Read the text" }).click()
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(/^A mayor who sells/)
  await expect(page.getByLabel(/^Author/)).toHaveValue("Noor Ahmadi")
  await expect(page.getByLabel(/^Task 1/)).toHaveValue("Express your opinion")
  await expect(page.getByText("2 quotation marks were put right")).toBeVisible()
  await expect(page.getByText("There are HTML tags in the text")).toBeVisible()
  await expect(page.getByText("3 paragraphs, 5 sentences")).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByLabel(/^Source/).fill("The Daily Paper")
  await page.reload()
  await expect(page.getByText("What you had typed here was restored.")).toBeVisible()
  await expect(page.getByLabel(/^Source/)).toHaveValue("The Daily Paper")
  await page.getByRole("button", { name: "Save the reading" }).dblclick()
  await page.waitForURL(/\/teach\/readings\/[0-9a-f-]{36}/)
  await expect(page.getByText("Back then the crowd shouted “the water is ours.”")).toBeVisible()
  await expect(page.getByText("<script>")).toBeVisible()
  expect(await page.title()).not.toBe("run")
  expect(await database().reading.count({ where: { ownerId: teacher.id } })).toBe(1)
  // Loaded afresh: after a change of page in the browser, axe takes the skip link for content outside any region.
  await page.reload()
  await expectNoAxeViolations(page)

  await page.getByRole("link", { name: "Correct the text" }).click()
  const text = page.getByRole("textbox", { name: "Paragraphs" })
  await expect(text).toHaveValue(/Later Orts, wrote/)
  await text.fill((await text.inputValue()).replace("Later Orts, wrote", "Later Orts wrote"))
  await page.getByRole("button", { name: "Save as revision 2" }).click()
  await expect(page.getByText("What changed from revision 1")).toBeVisible()
  await expect(page.getByText("4 sentences stay the same")).toBeVisible()
  await page.reload()
  await expectNoAxeViolations(page)
})

test("what cannot be a reading is refused with a sentence, and nothing typed is lost", async ({
  page,
  signIn,
}) => {
  await signIn({ userId: (await makeUser("teacher")).id })
  await page.goto("/teach/readings/new")
  await page.getByRole("textbox", { name: "Paste the text" }).fill("milk\neggs")
  const read = page.getByRole("button", { name: "Read the text" })
  const alert = page.getByRole("alert").filter({ hasText: /./ }).first()
  await read.click()
  await expect(alert).toContainText("not one whole sentence")
  await expect(page.getByRole("textbox", { name: "Paste the text" })).toHaveValue("milk\neggs")
  const files: [name: string, bytes: Buffer, sentence: string][] = [
    ["empty.txt", Buffer.alloc(0), "0 bytes"],
    ["large.txt", Buffer.alloc(5 * 1024 * 1024, 97), "5 MB"],
    ["picture.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "PNG"],
    ["report.docx", Buffer.from("PK"), "damaged or was cut"],
    ["old.docx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "an old Word file"],
    ["report.pdf", Buffer.from("%PDF-"), "Only .txt, .md, .docx and .html"],
  ]
  for (const [name, buffer, sentence] of files) {
    await page.locator("#reading-file").setInputFiles({ name, mimeType: "text/plain", buffer })
    await read.click()
    await expect(alert).toContainText(sentence)
    await expect(page.getByRole("textbox", { name: "Paste the text" })).toHaveValue("milk\neggs")
  }
})

test("a teacher chooses a Word file, then a saved page: the same draft to correct, nothing of them runs", async ({
  page,
  signIn,
}) => {
  await signIn({ userId: (await makeUser("teacher")).id })
  await page.goto("/teach/readings/new")
  const read = page.getByRole("button", { name: "Read the text" })
  const text = page.getByRole("textbox", { name: "Paragraphs" })
  await page.locator("#reading-file").setInputFiles("tests/fixtures/docx/footnotes.docx")
  await read.click()
  await expect(text).toHaveValue("Ouch.")
  await expect(page.getByText("2 footnotes were left out: A tachyon walks into a bar.")).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole("button", { name: "Start over" }).click()
  const address = '<link rel="canonical" href="https://example.org/river">'
  const hostile = `<base href="https://evil.example/"><script>document.title = "run"</script><svg onload="document.title = 'run'"/>`
  const body = `<h1>The river is sold</h1>${hostile}<p>It was <a href="javascript:void(0)">ours</a>. It is &lt;b&gt;not&lt;/b&gt;.</p>`
  const buffer = Buffer.from(`<html><head>${address}</head><body>${body}</body></html>`)
  await page.locator("#reading-file").setInputFiles({ name: "river.html", mimeType: "text/html", buffer })
  await read.click()
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("The river is sold")
  await expect(page.getByLabel("Web address")).toHaveValue("https://example.org/river")
  await expect(text).toHaveValue("It was ours. It is <b>not</b>.")
  await page.getByRole("button", { name: "Save the reading" }).click()
  await page.waitForURL(/\/teach\/readings\/[0-9a-f-]{36}/)
  await expect(page.getByText("It is <b>not</b>.")).toBeVisible()
  expect(await page.title()).not.toBe("run")
})

test("background stands beside the text, marked and dated, never in it; its author writes it in the editor", async ({
  page,
  signIn,
}) => {
  const room = await makeReadingRoom()
  const { lessonVersionId, lessonId } = room.lesson
  const note = (position: number, sentenceId: string | null, body: string) => {
    return { id: newId(), lessonVersionId, position, sentenceId, body, writtenOn: new Date("2026-03-09") }
  }
  await database().backgroundNote.createMany({
    data: [
      note(1, null, "Its author was a minister once."),
      note(2, room.sentenceId(1), "He was asked twice."),
    ],
  })
  await signIn({ userId: room.students[0].id })
  await page.goto(`/a/${room.assignment.id}/read`)
  await expect(page.locator(".reader-live")).toBeVisible()
  const whole = page.getByRole("complementary", { name: "Background" })
  await expect(whole).toContainText("Background not part of the text, written 9 March 2026")
  await expect(whole).toContainText("Its author was a minister once.")
  await expect(page.locator(".pin-note").getByText("He was asked twice.")).toBeVisible()
  await expect(page.locator("[data-s]").filter({ hasText: "B1" })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole("link", { name: "B1" }).click()
  await expect(page.getByRole("listitem").filter({ hasText: "He was asked twice." })).toBeInViewport()
  await expectNoAxeViolations(page)
  await page.setViewportSize({ width: 1280, height: 800 })

  await signIn({ userId: room.teacher.id })
  await page.goto(`/teach/lessons/${lessonId}?part=background`)
  await expect(page.getByText("Written 9 March 2026").first()).toBeVisible()
  await page.getByRole("button", { name: "Add a note" }).click()
  await page.getByRole("textbox", { name: "Note" }).nth(2).fill("A river was sold in 2019 as well.")
  await page.getByLabel("Stands beside").nth(2).selectOption({ index: 3 })
  await expectNoAxeViolations(page)
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible()
  await page.goto(`/teach/lessons/${lessonId}/preview/read`)
  await expect(page.locator(".pin-note").getByText("A river was sold in 2019 as well.")).toBeVisible()
  await expect(page.getByRole("link", { name: "B2" })).toBeVisible()
})

/** A device's voices, which this machine has none of: what is said is written down, and ends when the test says so. */
function pretendVoices(languages: string[]): void {
  const said: { text: string; rate: number; onend?: () => void }[] = []
  const voices = languages.map((lang) => ({
    lang,
    localService: true,
    default: true,
    name: lang,
    voiceURI: lang,
  }))
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (one: (typeof said)[number]) => said.push(one),
    cancel: () => said.push({ text: "(hush)", rate: 0 }),
  })
  class Utterance {
    constructor(readonly text: string) {}
  }
  Object.defineProperty(window, "speechSynthesis", { value: synthesis })
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance })
  Object.assign(window, { said, endSentence: () => said.findLast(({ onend }) => onend)?.onend?.() })
}

const lastSaid = (page: Page) =>
  page.evaluate(() => {
    const { said } = window as unknown as { said: { text: string; rate: number }[] }
    const { text, rate } = said.findLast((one) => one.text !== "(hush)") ?? { text: "", rate: 0 }
    return `${text} ${rate}`
  })

test("the text is read aloud: the sentence is followed, it pauses, changes speed, and is silent afterwards", async ({
  page,
  signIn,
}) => {
  const room = await makeReadingRoom()
  await page.addInitScript(pretendVoices, ["en-GB"])
  await signIn({ userId: room.students[0].id })
  await page.goto(`/a/${room.assignment.id}/read`)
  await page.getByRole("button", { name: "Listen", exact: true }).click()
  const bar = page.getByRole("region", { name: "Reading aloud" })
  const spoken = page.locator("[data-spoken]")
  const texts = await page.locator("[data-s]").allTextContents()
  await expect(spoken).toHaveText(texts[0] ?? "")
  await expect(bar).toContainText("Reading 1.1")
  await expect(bar.getByRole("button", { name: "Pause" })).toBeFocused()
  expect(await lastSaid(page)).toBe(`${texts[0]} 1`)
  await expectNoAxeViolations(page)

  await page.evaluate(() => (window as unknown as { endSentence: () => void }).endSentence())
  await expect(spoken).toHaveText(texts[1] ?? "")
  await bar.getByRole("button", { name: "1.5×" }).click()
  expect(await lastSaid(page)).toBe(`${texts[1]} 1.5`)
  await bar.getByRole("button", { name: "Pause" }).click()
  await expect(bar).toContainText("Paused at 1.2")
  await page.locator("#s-3-1").click()
  await panel(page, "3.1").getByRole("button", { name: "Listen from here" }).click()
  await expect(spoken).toHaveText((await page.locator("#s-3-1").textContent()) ?? "")
  await bar.getByRole("button", { name: "Stop" }).click()
  await expect(bar).toBeHidden()
  await expect(spoken).toHaveCount(0)
  await expect(page.getByRole("button", { name: "Listen", exact: true })).toBeFocused()

  await page.getByRole("button", { name: "Listen", exact: true }).click()
  await expect(bar).toBeVisible()
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")))
  await expect(bar).toBeHidden()
})

test("a device without a voice for the text says so", async ({ page, signIn }) => {
  const room = await makeReadingRoom()
  await page.addInitScript(pretendVoices, ["de-DE"])
  await signIn({ userId: room.students[0].id })
  await page.goto(`/a/${room.assignment.id}/read`)
  await expect(page.getByText("This device has no voice that reads English.")).toBeVisible()
  await expect(page.getByRole("button", { name: "Listen", exact: true })).toBeHidden()
  await expectNoAxeViolations(page)
})

test("a lesson on paper: numbered lines, background, questions with room and without a key", async ({
  page,
  signIn,
}) => {
  const room = await makeReadingRoom()
  const { itemVersionId } = await makeItem(room.lesson, room.teacher.id)
  const long = room.lesson.sentences.map((one) => ({ ...one, text: `${one.text} `.repeat(9).trim() }))
  const where = { id: room.lesson.revisionId }
  await database().readingRevision.update({ where, data: { html: articleHtml(long) } })
  await database().itemKey.updateMany({
    where: { itemVersionId },
    data: { explanation: "a canary in the key" },
  })
  const { key } = await database().itemKey.findFirstOrThrow({ where: { itemVersionId } })
  await signIn({ userId: room.teacher.id })
  await page.goto(`/teach/lessons/${room.lesson.lessonId}`)
  await page.getByRole("link", { name: "Print", exact: true }).click()
  await page.waitForURL("**/print")
  await expect(page.getByRole("heading", { name: /^Questions on/ })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.emulateMedia({ media: "print" })
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")))
  await expect(page.locator(".line-numbers span").first()).toHaveText("5")
  await expect(page.getByRole("button", { name: "Print these pages" })).toBeHidden()
  const source = await page.content()
  expect(source).toContain("It favours the stronger")
  expect(source).not.toContain("a canary in the key")
  expect(source).not.toContain((key as { answer: string }).answer)
})

test("the routes answer with the right status", async ({ page, signIn, baseURL }) => {
  const room = await makeReadingRoom()
  const url = (path: string) => `${baseURL}${path}`
  const headers = { origin: baseURL ?? "" }
  const place = { sentenceId: room.sentenceId(0), sentencesRead: 1 }
  const placeOf = url(`/api/assignments/${room.assignment.id}/place`)
  const draft = url("/teach/readings/draft?format=txt")
  const { request } = page
  expect((await request.put(placeOf, { headers, data: place })).status()).toBe(401)
  expect((await request.post(draft, { headers, data: "It is so." })).status()).toBe(401)
  await signIn({ userId: room.students[0].id })
  expect((await request.put(placeOf, { headers, data: place })).status()).toBe(200)
  expect(
    (await request.put(placeOf, { data: place, headers: { origin: "http://evil.example" } })).status(),
  ).toBe(403)
  const notJson = { ...headers, "content-type": "application/json" }
  expect((await request.put(placeOf, { headers: notJson, data: Buffer.from("{") })).status()).toBe(422)
  expect((await request.put(url("/api/assignments/none/place"), { headers, data: place })).status()).toBe(404)
  expect((await request.post(draft, { headers, data: "It is so." })).status()).toBe(403)
  await signIn({ userId: room.teacher.id })
  expect((await request.put(placeOf, { headers, data: place })).status()).toBe(404)
  const large = Buffer.alloc(5 * 1024 * 1024, 97)
  expect((await request.post(draft, { headers, data: large })).status()).toBe(413)
  expect((await request.post(draft, { headers, data: Buffer.alloc(0) })).status()).toBe(422)
})
