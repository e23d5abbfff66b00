"use client"

import { Printer } from "lucide-react"
import { Button } from "@/components/ui/button"

/** Opens the browser's own dialog for printing. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button variant="main" dense onClick={() => print()}>
      <Printer aria-hidden /> {children}
    </Button>
  )
}
