"use client"

import { Download } from "lucide-react"
import { useTranslations } from "next-intl"
import { Popover } from "radix-ui"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"

/** A button that opens a list of files, with what each holds. `foot`: what is true of all of them. */
export function TakeAwayMenu({ foot, children }: { foot: string; children: ReactNode }) {
  const words = useTranslations("results.files.menu")
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button dense>
          <Download aria-hidden />
          {words("open")}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={words("open")}
          className="z-50 max-h-(--radix-popover-content-available-height) w-[28rem] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-corner border border-rule bg-raised px-4 py-3 shadow-lift print:hidden"
        >
          {children}
          <p className="mt-2 border-rule border-t pt-2 text-13 text-ink-2">{foot}</p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export function FileLine({ name, holds, children }: { name: string; holds: string; children: ReactNode }) {
  return (
    <li className="flex items-start justify-between gap-4 py-1.5">
      <div className="min-w-0">
        <p className="font-semibold text-15">{name}</p>
        <p className="text-13 text-ink-2">{holds}</p>
      </div>
      <p className="flex shrink-0 gap-3 pt-0.5 text-15">{children}</p>
    </li>
  )
}

export function FileLink({ name, as, href }: { name: string; as: "CSV" | "Excel" | "PDF"; href: string }) {
  return (
    <a
      className="link inline-flex min-h-6 items-center rounded-mark"
      href={href}
      aria-label={`${name}, ${as}`}
      download
    >
      {as}
    </a>
  )
}
