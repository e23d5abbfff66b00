import AxeBuilder from "@axe-core/playwright"
import type { Browser, Page } from "@playwright/test"
import type { Shot } from "@/tests/shots/page-entry"
import type { Scene } from "@/tests/shots/scene"

export type Frame = { width: number; theme: "light" | "dark"; media: "screen" | "print" }

type Wanted = {
  browser: Browser
  address: string
  scene: Scene
  shot: Shot
  frame: Frame
  file: string
  axe: boolean
  /** The session cookie of a person. */
  cookieOf: (userName: string) => Promise<string>
}

/** For measured positions (margin notes, the ruler) to find their places. */
const SETTLE_MS = 300

const heights: Record<number, number> = { 390: 844, 1280: 900 }

/** Takes one picture, and answers what is wrong with the page: its status, a sideways scroll, errors of scripts. */
export async function takePicture(wanted: Wanted): Promise<string[]> {
  const { browser, address, scene, shot, frame, file } = wanted
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: frame.width, height: heights[frame.width] ?? 900 },
    colorScheme: frame.theme,
    reducedMotion: "reduce",
    hasTouch: frame.width < 760,
  })
  const person = shot.as(scene)
  if (person) {
    const value = await wanted.cookieOf(person)
    await context.addCookies([{ name: "next-auth.session-token", value, url: address, httpOnly: true }])
  }
  const page = await context.newPage()
  const thrown: string[] = []
  page.on("pageerror", (error) => thrown.push(`a script failed: ${error.message}`))
  const response = await page.goto(shot.path(scene), { waitUntil: "load" })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(SETTLE_MS)
  await shot.act?.(page, scene)
  await page.emulateMedia({ media: frame.media, colorScheme: frame.theme, reducedMotion: "reduce" })
  // What sticks stands where it does before anything is scrolled.
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.screenshot({ path: file, fullPage: true })
  const status = response?.status() ?? 0
  const expected = shot.status ?? (shot.breaks ? 500 : 200)
  const faults = [
    ...(status === expected ? [] : [`answered ${status}, not ${expected}`]),
    ...(await sidewaysScroll(page)),
    ...(shot.breaks ? [] : thrown),
    ...(wanted.axe && frame.media === "screen" ? await axeFaults(page) : []),
  ]
  await context.close()
  return faults
}

async function sidewaysScroll(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return wider > 0 ? [`is ${wider} px wider than the window`] : []
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude("nextjs-portal").analyze()
  return violations.map(({ id, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(" "))
    return `axe ${id}: ${where.join("; ")} ${nodes[0]?.any[0]?.message ?? ""}`
  })
}
