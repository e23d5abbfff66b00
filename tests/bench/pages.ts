import path from "node:path"
import { type Browser, chromium, type Page } from "@playwright/test"
import { browserFlags, findBrowser } from "@/bin/test/browser.mjs"
import { PLAIN_COOKIE } from "@/lib/platform/session-cookie-names"
import type { BenchStudent } from "./bench-school"
import { cpuMillis, machineMillis } from "./cpu"
import type { PAGE_GOALS, PageFigures } from "./goals"
import type { Stack } from "./measure"
import { type PageTimes, totalBlocking } from "./page-probe"
import { median } from "./percentiles"
import type { PageRow } from "./report"

const RUNS = 5
const SLOWED = 4
/** How long nothing may arrive, and how long is waited at least and at most after "load", in milliseconds. */
const QUIET = { gap: 1_500, least: 3_000, most: 15_000 }

export type PageToLoad = { page: keyof typeof PAGE_GOALS; path: string; as: BenchStudent }

/** Each page, in a browser that has never seen the site, on a CPU slowed four times: the median of five runs. */
export async function loadPages(
  port: number,
  stack: Stack,
  pages: readonly PageToLoad[],
): Promise<PageRow[]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
  try {
    const rows: PageRow[] = []
    for (const page of pages) rows.push(await loadOften(browser, { port, stack, ...page }))
    return rows
  } finally {
    await browser.close()
  }
}

type Visit = PageToLoad & { port: number; stack: Stack }

async function loadOften(browser: Browser, visit: Visit): Promise<PageRow> {
  // The browser is a child of this process.
  const own = [process.pid, ...visit.stack.pids]
  const before = { own: cpuMillis(own), machine: machineMillis() }
  const runs: PageFigures[] = []
  for (let run = 0; run < RUNS; run += 1) runs.push(await loadOnce(browser, visit))
  const busy = machineMillis() - before.machine
  const others = Math.max(0, busy - (cpuMillis(own) - before.own))
  const middle = (figure: keyof PageFigures) => median(runs.map((run) => run[figure]))
  return {
    page: visit.page,
    runs: RUNS,
    requests: middle("requests"),
    kilobytes: middle("kilobytes"),
    lcpMs: middle("lcpMs"),
    blockingMs: middle("blockingMs"),
    othersShare: busy > 0 ? others / busy : 0,
  }
}

/** A context of its own has an empty cache. */
async function loadOnce(browser: Browser, visit: Visit): Promise<PageFigures> {
  const { port, as } = visit
  const url = `http://127.0.0.1:${port}`
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const [, value = ""] = as.cookie.split(`${PLAIN_COOKIE}=`)
    await context.addCookies([{ name: PLAIN_COOKIE, value, url }])
    const page = await context.newPage()
    await page.addInitScript({ path: path.join(import.meta.dirname, "watch-page.mjs") })
    const wire = await watchWire(page)
    const answer = await page.goto(`${url}${visit.path}`, { waitUntil: "load" })
    if (answer?.status() !== 200 || new URL(page.url()).pathname !== visit.path)
      throw new Error(`${visit.path} led to ${page.url()} with ${answer?.status()}`)
    await settle(wire)
    const times = await page.evaluate(() => (window as unknown as { benchTimes: PageTimes }).benchTimes)
    if (times.lcpMs === 0) throw new Error(`${visit.path} was never seen to paint`)
    return {
      requests: wire.requests,
      kilobytes: wire.bytes / 1000,
      lcpMs: times.lcpMs,
      blockingMs: totalBlocking(times),
    }
  } finally {
    await context.close()
  }
}

type Wire = { requests: number; bytes: number; lastAt: number }

/** Counts what goes over the wire, headers and compression included, and slows the CPU. */
async function watchWire(page: Page): Promise<Wire> {
  const wire = { requests: 0, bytes: 0, lastAt: performance.now() }
  const session = await page.context().newCDPSession(page)
  await session.send("Network.enable")
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED })
  session.on("Network.requestWillBeSent", ({ request }) => {
    if (request.url.startsWith("http")) wire.requests += 1
    wire.lastAt = performance.now()
  })
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    wire.bytes += encodedDataLength
    wire.lastAt = performance.now()
  })
  return wire
}

/** Until nothing has come for a while. A thread's event stream stays open, so a quiet network is not to be waited for. */
async function settle(wire: Wire): Promise<void> {
  const loadedAt = performance.now()
  const isQuiet = () =>
    performance.now() - wire.lastAt > QUIET.gap && performance.now() - loadedAt > QUIET.least
  while (!isQuiet() && performance.now() - loadedAt < QUIET.most)
    await new Promise((done) => setTimeout(done, 100))
}
