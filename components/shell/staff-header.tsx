"use client"

import { Menu } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { AccountMenu } from "@/components/shell/account-menu"
import { Brand } from "@/components/shell/brand"
import { NoticeBell } from "@/components/shell/notice-bell"
import { type RailClass, StaffNav, type StaffPlace } from "@/components/shell/staff-nav"
import { ThemeToggle } from "@/components/ui/theme-toggle"

type StaffHeaderProps = {
  name: string
  isAdministrator: boolean
  here?: StaffPlace
  classes: readonly RailClass[]
}

/** The rail of staff pages, and on a phone the bar in its place. It is sent as what it says, and drawn once. */
export function StaffHeader({ name, isAdministrator, here, classes }: StaffHeaderProps) {
  const shell = useTranslations("shell")
  const places = <StaffNav here={here} classes={classes} isAdministrator={isAdministrator} />
  return (
    <>
      <header className="flex h-14 items-center gap-2 border-rule border-b bg-recess px-4 md:hidden print:hidden">
        <PhoneMenu label={shell("menu")}>{places}</PhoneMenu>
        <Brand href="/teach" />
        <div className="ms-auto flex items-center gap-1">
          <NoticeBell />
          <ThemeToggle />
          <AccountMenu name={name} place="header" compact />
        </div>
      </header>
      <div className="border-rule border-e bg-recess max-md:hidden print:hidden">
        <nav
          aria-label={shell("mainNavigation")}
          className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-3 py-4"
        >
          <div className="mb-4 px-2">
            <Brand href="/teach" />
          </div>
          {places}
          <div className="mt-auto flex min-w-0 items-center gap-1 pt-4">
            <NoticeBell />
            <ThemeToggle />
            <AccountMenu name={name} place="rail" />
          </div>
        </nav>
      </div>
    </>
  )
}

function PhoneMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <button
        type="button"
        popoverTarget="staff-menu"
        aria-label={label}
        className="grid size-target place-items-center rounded-corner text-ink-2 hover:bg-paper"
      >
        <Menu aria-hidden className="size-5" />
      </button>
      <nav
        id="staff-menu"
        popover="auto"
        aria-label={label}
        className="fixed inset-auto inset-x-0 top-14 m-0 max-h-[calc(100dvh-3.5rem)] w-full overflow-y-auto border-rule-firm border-b bg-recess p-3 text-15 text-ink shadow-lift"
      >
        {children}
      </nav>
    </>
  )
}
