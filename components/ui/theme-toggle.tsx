"use client"

import { Moon, Sun } from "lucide-react"
import { useTranslations } from "next-intl"
import { IconButton } from "@/components/ui/icon-button"
import { chooseTheme, paintedTheme } from "@/components/ui/theme"

/** Between light and dark. Which icon shows is decided by the stylesheet, so that the server need not know. */
export function ThemeToggle() {
  const common = useTranslations("common")
  return (
    <IconButton
      label={common("changeTheme")}
      onClick={() => chooseTheme(paintedTheme() === "dark" ? "light" : "dark")}
    >
      <Moon aria-hidden className="dark:hidden" />
      <Sun aria-hidden className="hidden dark:block" />
    </IconButton>
  )
}
