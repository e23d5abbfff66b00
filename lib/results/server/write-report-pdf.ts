import "server-only"
import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { REPORT_TEMPLATE } from "@/lib/results/files/report-template"
import type { ReportView } from "@/lib/results/files/report-view"

/** Latin and its relations, then Arabic and Urdu; both under the SIL Open Font License. Greek and Cyrillic come with Typst. */
const FONTS = [
  "@expo-google-fonts/hanken-grotesk/400Regular/HankenGrotesk_400Regular.ttf",
  "@expo-google-fonts/hanken-grotesk/600SemiBold/HankenGrotesk_600SemiBold.ttf",
  "@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  "@expo-google-fonts/noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf",
]

let compiler: NodeCompiler | undefined

/** Made once, in about a tenth of a second; a page then takes some ten milliseconds. */
function openCompiler(): NodeCompiler {
  const find = createRequire(path.join(projectFolder(), "package.json"))
  const fontBlobs = FONTS.map((font) => readFileSync(find.resolve(font)))
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
}

/** The server runs in the project; a command may be called from elsewhere, and then says where the project is. */
function projectFolder(): string {
  const named = process.env.TSX_TSCONFIG_PATH
  return !existsSync("node_modules") && named ? path.dirname(named) : process.cwd()
}

/**
 * A student's report as a tagged PDF with its title and language. It says that it is PDF/UA-1 where every sign of it could
 * be set; where a font is missing one, that sign is a box, and nothing is claimed.
 */
export function writeReportPdf(view: ReportView, now: Date): Uint8Array {
  compiler ??= openCompiler()
  const compiled = compiler.compile({
    mainFileContent: REPORT_TEMPLATE,
    inputs: { view: JSON.stringify(view) },
    resetRead: true,
  })
  const document = compiled.result
  if (!document) throw new Error(`report: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  const creationTimestamp = Math.floor(now.getTime() / 1000)
  try {
    return compiler.pdf(document, { creationTimestamp, pdfStandard: "ua-1" })
  } catch {
    return compiler.pdf(document, { creationTimestamp })
  } finally {
    // What the compiler remembers of views that do not come again.
    compiler.evictCache(4)
  }
}
