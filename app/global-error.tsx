"use client"

import { NextIntlClientProvider } from "next-intl"
import { BugPage } from "@/components/ui/bug-page"
import common from "@/lib/platform/messages/en/common.json"
import "@/app/globals.css"

/** In place of everything, when the frame around the pages failed: it can rely on nothing but itself. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{common.error.title}</title>
        <NextIntlClientProvider locale="en" messages={{ common }} timeZone="UTC">
          <BugPage error={error} retry={retry} />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
