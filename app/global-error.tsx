"use client"

import { NextIntlClientProvider } from "next-intl"
import { BugPage } from "@/components/shell/bug-page"
import common from "@/lib/platform/messages/en/common.json"
import shell from "@/lib/platform/messages/en/shell.json"
import "@/app/globals.css"

/** In place of everything, when the frame around the pages failed: it can rely on nothing but itself. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{common.error.title}</title>
        <NextIntlClientProvider locale="en" messages={{ common, shell }} timeZone="UTC">
          <BugPage error={error} retry={retry} />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
