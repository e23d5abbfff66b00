"use client"

import { useTranslations } from "next-intl"
import { AccountMenu } from "@/components/shell/account-menu"
import { Brand } from "@/components/shell/brand"
import { NoticeBell } from "@/components/shell/notice-bell"
import { type NavLink, TopNav } from "@/components/shell/top-nav"
import { ThemeToggle } from "@/components/ui/theme-toggle"

/** The header of a student's own pages. It is sent as what it says, and drawn once. */
export function StudentHeader({ name, here }: { name: string; here?: "home" | "account" }) {
  const shell = useTranslations("shell")
  const links: NavLink[] = [{ href: "/home", label: shell("home"), isHere: here === "home" }]
  return (
    <header className="flex h-14 items-center gap-3 border-rule border-b px-4 md:gap-5 md:px-6 print:hidden">
      <Brand href="/home" compact />
      <TopNav label={shell("mainNavigation")} links={links} />
      <div className="ms-auto flex min-w-0 items-center gap-1">
        <NoticeBell />
        <ThemeToggle />
        <AccountMenu name={name} place="header" compact />
      </div>
    </header>
  )
}
