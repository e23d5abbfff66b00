import type { Metadata, Viewport } from "next"
import { cookies } from "next/headers"
import { getLocale, getMessages, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { FirstMessages } from "@/app/error"
import { writeMessages } from "@/components/ui/pick-messages"
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme"
import "@/app/fonts"
import "@/app/globals.css"

export async function generateMetadata(): Promise<Metadata> {
  const shell = await getTranslations("shell")
  return {
    title: { default: shell("brand"), template: `%s · ${shell("brand")}` },
    description: shell("description"),
    icons: { icon: "/icon.svg" },
  }
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfbf9" },
    { media: "(prefers-color-scheme: dark)", color: "#16191a" },
  ],
}

/** What error pages, headers and small controls say: they may stand anywhere. */
const ALWAYS_THERE = ["common", "shell"]

/** The theme comes from a cookie, so that the first paint is right. See docs/decisions/0005. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      // The theme and type settings may be changed before React arrives.
      suppressHydrationWarning
    >
      <body>
        <FirstMessages locale={locale} text={writeMessages(await getMessages(), ALWAYS_THERE)}>
          {children}
        </FirstMessages>
      </body>
    </html>
  )
}
