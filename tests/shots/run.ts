import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { type Browser, chromium } from "@playwright/test"
import pg from "pg"
import { browserFlags, findBrowser } from "@/bin/test/browser.mjs"
import { readArguments } from "@/tests/shots/arguments"
import { withoutTable } from "@/tests/shots/broken-table"
import { contactSheet, type Picture } from "@/tests/shots/contact-sheet"
import { findGaps, type PageEntry, type Shot } from "@/tests/shots/page-entry"
import { findPageFiles } from "@/tests/shots/page-files"
import { pages } from "@/tests/shots/pages"
import { type Scene, setScene } from "@/tests/shots/scene"
import { type Frame, takePicture } from "@/tests/shots/take-picture"
import { cookieFor, demonstrationSignIns } from "@/tests/support/e2e"
import { startOidcProvider } from "@/tests/support/oidc-provider"
import startServer from "@/tests/support/start-server"

// npm run shots: every page of the build at both widths, light and dark, full, empty and in error.

const root = path.resolve(import.meta.dirname, "../..")
const folder = path.join(root, "shots")
const frames: readonly Frame[] = [390, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((theme) => ({ width, theme, media: "screen" as const })),
)
const onPaper: Frame = { width: 794, theme: "light", media: "print" }
const themeOf = (frame: Frame) => (frame.media === "print" ? "print" : frame.theme)

const wanted = readArguments(process.argv.slice(2))
const gaps = findGaps(findPageFiles(path.join(root, "app")), pages)
for (const gap of gaps) console.error(gap)
const faults = wanted.list ? [] : await takeAll()
for (const fault of faults) console.error(fault)
process.exitCode = gaps.length + faults.length > 0 ? 1 : 0

async function takeAll(): Promise<string[]> {
  // A server that runs already is somebody's: nothing of it is broken for a picture.
  const ownServer = !process.env.COLLOQUY_E2E_URL
  const provider = await offerProvider()
  const stop = await startServer()
  const db = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags })
  try {
    const scene = await setScene(db, demonstrationSignIns())
    return await takeEntries({ db, browser, scene, ownServer })
  } finally {
    await browser.close()
    await db.end()
    await stop()
    await provider.stop()
  }
}

/** Without a provider the sign-in page has one button less: the fuller page is the one to look at. */
async function offerProvider() {
  const provider = await startOidcProvider()
  process.env.OIDC_ISSUER = provider.issuer
  process.env.OIDC_CLIENT_ID = provider.clientId
  process.env.OIDC_CLIENT_SECRET = provider.clientSecret
  process.env.OIDC_NAME = "the district"
  return provider
}

type Studio = { db: pg.Pool; browser: Browser; scene: Scene; ownServer: boolean }

async function takeEntries(studio: Studio): Promise<string[]> {
  const pictures: Picture[] = []
  const faults: string[] = []
  for (const entry of pages) {
    const shots = entry.shots.filter((shot) => isWanted(entry, shot))
    if (shots.length === 0) continue
    for (const shot of shots) {
      if (shot.breaks && !studio.ownServer) continue
      const taken = await withoutTable(studio.db, shot.breaks, () => takeShot(studio, entry, shot))
      pictures.push(...taken.pictures)
      faults.push(...taken.faults)
    }
    console.log(`app/${entry.page}: ${pictures.filter(({ page }) => page === entry.page).length} pictures`)
  }
  writeFileSync(path.join(folder, "index.html"), contactSheet(pictures))
  console.log(`${pictures.length} pictures; look at ${path.relative(process.cwd(), folder)}/index.html`)
  return faults
}

function isWanted(entry: PageEntry, shot: Shot): boolean {
  return wanted.only.some((name) => entry.page.includes(name) || (shot.called ?? "").includes(name))
}

function isFrameWanted(frame: Frame): boolean {
  return !wanted.frames || wanted.frames.includes(`${frame.width}-${themeOf(frame)}`)
}

async function takeShot({ db, browser, scene }: Studio, entry: PageEntry, shot: Shot) {
  const pictures: Picture[] = []
  const faults: string[] = []
  for (const frame of (shot.print ? [...frames, onPaper] : frames).filter(isFrameWanted)) {
    const theme = themeOf(frame)
    const file = path.join(nameOf(entry, shot), `${frame.width}-${theme}.png`)
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    const putBack = await shot.staged?.(db, scene)
    const found = await takePicture({
      browser,
      scene,
      shot,
      frame,
      address: process.env.COLLOQUY_E2E_URL ?? "",
      file: path.join(folder, file),
      axe: wanted.axe,
      cookieOf: (userName) => cookieFor(db, { userName }),
    }).catch((error: Error) => [`no picture: ${error.message.split("\n")[0]}`])
    await putBack?.()
    const state = shot.called ? `${shot.state}: ${shot.called}` : shot.state
    pictures.push({ file, page: entry.page, state, width: frame.width, theme })
    faults.push(...found.map((fault) => `app/${entry.page} (${state}, ${frame.width} px, ${theme}) ${fault}`))
  }
  return { pictures, faults }
}

/** A folder per page and picture: its name, or a number, tells apart two of the same state. */
function nameOf(entry: PageEntry, shot: Shot): string {
  const page = entry.page.replace(/\/?page\.tsx$/, "").replaceAll(/[^a-z-]+/gi, "-") || "front-door"
  if (shot.called) return path.join(folderOf(page), shot.called.replaceAll(/[^a-z-]+/gi, "-"))
  const same = entry.shots.filter((other) => other.state === shot.state && !other.called)
  const number = same.length > 1 ? `-${same.indexOf(shot) + 1}` : ""
  return path.join(folderOf(page), `${shot.state}${number}`)
}

function folderOf(page: string): string {
  return page.replaceAll(/^-|-$/g, "")
}
