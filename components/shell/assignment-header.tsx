"use client"

import { useTranslations } from "next-intl"
import { AccountMenu } from "@/components/shell/account-menu"
import { Brand } from "@/components/shell/brand"
import { NoticeBell } from "@/components/shell/notice-bell"
import { type RailStep, StepRail } from "@/components/shell/step-rail"
import { TextLink } from "@/components/ui/text-link"
import { ThemeToggle } from "@/components/ui/theme-toggle"

/** A student's steps, or where staff of the class have theirs. */
export type AssignmentWay = { steps: readonly RailStep[] } | { staffHref: string }

type AssignmentHeaderProps = {
  name: string
  title: string
  className: string
  way: AssignmentWay
  hasBell: boolean
}

/** The header of every page of an assignment. It is sent as what it says, and drawn once. */
export function AssignmentHeader({ name, title, className, way, hasBell }: AssignmentHeaderProps) {
  const shell = useTranslations("shell")
  return (
    <header className="grid shrink-0 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 md:flex md:h-14 md:items-stretch md:gap-5 md:border-rule md:border-b md:px-6 print:hidden">
      <Brand href="/home" compact />
      <div className="flex min-w-0 flex-col justify-center py-2 md:relative md:ps-5 md:before:absolute md:before:inset-y-4.5 md:before:inset-s-0 md:before:border-rule md:before:border-s md:before:content-['']">
        <p dir="auto" className="truncate font-semibold leading-5">
          {title}
        </p>
        <p dir="auto" className="truncate text-13 text-ink-3 leading-4">
          {className}
        </p>
      </div>
      {"steps" in way ? (
        <StepRail steps={way.steps} />
      ) : (
        <p className="self-center pb-2 text-13 max-md:col-span-full md:ms-auto md:pb-0 print:hidden">
          <TextLink href={way.staffHref}>{shell("staffWay")}</TextLink>
        </p>
      )}
      <div className="flex min-w-0 items-center gap-1 max-md:col-start-3 max-md:row-start-1">
        {hasBell && <NoticeBell />}
        <ThemeToggle />
        <AccountMenu name={name} place="header" compact />
      </div>
    </header>
  )
}
