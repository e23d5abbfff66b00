"use client"

import { BugPage } from "@/components/shell/bug-page"

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <BugPage error={error} retry={retry} />
}
